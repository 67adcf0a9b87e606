package io.tocsin.assess;

/** A row in its story: which row leads it, and what place among those that count it has. */
final class Weighed {
  private final Row row;
  private Bearing statements;
  private Weighed leader;
  private int place;

  /** Those that count in the story that this row leads; {@code null} while it is alone. */
  private Sources sources;

  Weighed(Row row, Bearing statements) {
    this.row = row;
    this.statements = statements;
  }

  Row row() {
    return row;
  }

  /** The statements about its claim. */
  Bearing statements() {
    return statements;
  }

  void follow(Bearing statements) {
    this.statements = statements;
  }

  /** The row that leads its story, itself maybe. */
  Weighed leader() {
    return leader;
  }

  /**
   * Among the rows of its story that count: 1 for the leader, 0 where its source counted before.
   */
  int place() {
    return place;
  }

  boolean leads() {
    return leader == this;
  }

  /** Whether later rows may join it: a warning is a story of its own. */
  boolean isOpen() {
    return leader == this && !row.official();
  }

  void lead() {
    leader = this;
    place = 1;
  }

  void join(Weighed story) {
    leader = story;
    place = story.count(row.source());
  }

  /** Takes a row back out of its story; the last that joined goes first. */
  void leave() {
    if (leader != this && place > 0) {
      leader.sources.removeLast();
    }
    leader = null;
    sources = null;
  }

  private int count(String source) {
    if (source.equals(row.source())) {
      return 0;
    }
    if (sources == null) {
      sources = new Sources();
    }
    return sources.add(source) ? sources.size() + 1 : 0;
  }

  /** Tells what its place in its story takes from its weight. */
  void explain(Weigher weigher, Factor.Sink told) {
    var first = leader().row().id();
    if (place() == 0) {
      told.factor(Factor.Kind.SAME_SOURCE, first, 0);
    } else if (place() > 1) {
      told.factor(Factor.Kind.COPY, first, weigher.copy(place()));
    }
  }
}
