package io.tocsin.assess;

import java.util.AbstractList;
import java.util.Arrays;
import java.util.List;

/**
 * The rows of one subject, in order of time and id, sorted into stories; assessment, section 3.
 *
 * <p>While few rows are near in time, their leaders are looked through; of many, they are indexed.
 * A row that comes late is put in its place, and only those after it that it concerns are sorted
 * anew.
 */
final class Stories {
  /** More rows than that in the window are indexed. */
  private static final int MANY = 32;

  /** Fewer rows than that in the window are not worth their index any more. */
  private static final int FEW = 8;

  /** The part of the window for which leaders stay indexed beyond it, for rows that come late. */
  private static final int SLACK = 8;

  private static final Weighed[] NONE = {};

  private final Policy.Stories policy;
  private Weighed[] rows = NONE;
  private int size;

  /** The first row that the last one may join. */
  private int near;

  /** The first row whose leaders are indexed. */
  private int indexed;

  private Leaders index;

  Stories(Policy.Stories policy) {
    this.policy = policy;
  }

  int size() {
    return size;
  }

  Weighed get(int i) {
    return rows[i];
  }

  /** A view. */
  List<Weighed> rows() {
    return new AbstractList<>() {
      @Override
      public Weighed get(int i) {
        return rows[i];
      }

      @Override
      public int size() {
        return size;
      }
    };
  }

  /** Whether a row comes after all others. */
  boolean precede(Row row) {
    return size == 0 || Exhibit.ORDER.compare(rows[size - 1].row(), row) < 0;
  }

  /** Takes in a row that comes after all others. */
  Weighed append(Row row, Bearing statements) {
    var weighed = new Weighed(row, statements);
    open(size, weighed);
    advance(row.time() - window());
    place(size - 1);
    return weighed;
  }

  /** Where a row is, or, less one and negative, where it would be. */
  int find(Row row) {
    int low = 0;
    int high = size - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      int order = Exhibit.ORDER.compare(rows[middle].row(), row);
      if (order == 0) {
        return middle;
      }
      low = order < 0 ? middle + 1 : low;
      high = order < 0 ? high : middle - 1;
    }
    return -low - 1;
  }

  /** The index of the first row that is not before a moment. */
  int firstSince(long moment) {
    int low = 0;
    int high = size;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (rows[middle].row().time() < moment) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /** Takes in a row at a place before others. */
  void insert(int at, Row row, Bearing statements) {
    var late = new Weighed(row, statements);
    open(at, late);
    near = firstSince(rows[size - 1].row().time() - window());
    indexed += at < indexed ? 1 : 0;
    var leader = row.official() ? null : leaderOf(row, at, late);
    if (leader != null) {
      joinAmong(late, at, leader);
      return;
    }
    late.lead();
    int follower = row.official() ? size : firstThatPrefers(late, at + 1);
    for (int i = size - 1; i >= follower; i--) {
      displace(i);
    }
    enter(late, at);
    for (int i = follower; i < size; i++) {
      place(i);
    }
  }

  /** Takes out a row. */
  void remove(int at) {
    var gone = rows[at];
    boolean led = gone.leads();
    int first = led ? firstOf(gone, at + 1) : at + 1;
    for (int i = size - 1; i > at; i--) {
      if (led ? i >= first : rows[i].leader() == gone.leader()) {
        displace(i);
      }
    }
    displace(at);
    System.arraycopy(rows, at + 1, rows, at, size - at - 1);
    rows[--size] = null;
    near = size == 0 ? 0 : firstSince(rows[size - 1].row().time() - window());
    indexed -= at < indexed ? 1 : 0;
    for (int i = at; i < size; i++) {
      if (rows[i].leader() == null) {
        place(i);
      }
    }
  }

  static Weighed earlier(Weighed one, Weighed other) {
    if (one == null || other == null) {
      return one == null ? other : one;
    }
    return Exhibit.ORDER.compare(one.row(), other.row()) <= 0 ? one : other;
  }

  private long window() {
    return policy.window().toMillis();
  }

  private void open(int at, Weighed weighed) {
    if (size == rows.length) {
      rows = Arrays.copyOf(rows, size < 2 ? size + 1 : size + (size >> 1));
    }
    System.arraycopy(rows, at, rows, at + 1, size - at);
    rows[at] = weighed;
    size++;
  }

  /** Leaves behind the leaders that no row in order will join any more. */
  private void advance(long since) {
    while (rows[near].row().time() < since) {
      near++;
    }
    if (index == null) {
      if (size - near > MANY) {
        buildIndex();
      }
    } else if (size - near < FEW) {
      index = null;
    } else {
      long until = since - window() / SLACK;
      for (; rows[indexed].row().time() < until; indexed++) {
        if (rows[indexed].isOpen()) {
          index.remove(rows[indexed]);
        }
      }
    }
  }

  private void buildIndex() {
    index = new Leaders(policy.nearDuplicateBits());
    indexed = near;
    for (int i = near; i < size - 1; i++) {
      if (rows[i].isOpen()) {
        index.add(rows[i]);
      }
    }
  }

  /** Sorts in a row before which all are sorted, and after which none is. */
  private void place(int at) {
    var weighed = rows[at];
    var leader = weighed.row().official() ? null : leaderOf(weighed.row(), at, null);
    if (leader == null) {
      weighed.lead();
      enter(weighed, at);
    } else {
      weighed.join(leader);
    }
  }

  private void enter(Weighed leader, int at) {
    if (index != null && at >= indexed && leader.isOpen()) {
      index.add(leader);
    }
  }

  private void displace(int at) {
    var weighed = rows[at];
    if (index != null && at >= indexed && weighed.isOpen()) {
      index.remove(weighed);
    }
    weighed.leave();
  }

  /**
   * @param before the row that the leader must precede; {@code null} where none later is sorted
   */
  private Weighed leaderOf(Row row, int end, Weighed before) {
    long since = row.time() - window();
    if (index != null && (indexed == 0 || rows[indexed - 1].row().time() < since)) {
      var first = index.first(row, since);
      if (first == null || before == null) {
        return first;
      }
      // the earliest of all, so if it comes later there is none before
      return Exhibit.ORDER.compare(first.row(), row) < 0 ? first : null;
    }
    int start = end == size - 1 ? near : firstSince(since);
    for (int i = start; i < end; i++) {
      if (rows[i].isOpen() && isJoined(rows[i].row(), row)) {
        return rows[i];
      }
    }
    return null;
  }

  private boolean isJoined(Row leader, Row row) {
    boolean alike =
        row.story() == null
            ? leader.story() == null
                && Long.bitCount(leader.fingerprint() ^ row.fingerprint())
                    <= policy.nearDuplicateBits()
            : row.story().equals(leader.story());
    return alike || leader.origin().equals(row.origin()) && (row.cites() || leader.cites());
  }

  /** The first of the rows after a new leader that would rather join it than what leads it now. */
  private int firstThatPrefers(Weighed late, int from) {
    long until = late.row().time() + window();
    for (int i = from; i < size && rows[i].row().time() <= until; i++) {
      if (!rows[i].row().official()
          && isJoined(late.row(), rows[i].row())
          && Exhibit.ORDER.compare(late.row(), rows[i].leader().row()) < 0) {
        return i;
      }
    }
    return size;
  }

  private int firstOf(Weighed leader, int from) {
    for (int i = from; i < size; i++) {
      if (rows[i].leader() == leader) {
        return i;
      }
    }
    return size;
  }

  /** Joins a story of which later rows are there already: they leave it and join it again. */
  private void joinAmong(Weighed late, int at, Weighed leader) {
    for (int i = size - 1; i > at; i--) {
      if (rows[i].leader() == leader) {
        rows[i].leave();
      }
    }
    late.join(leader);
    for (int i = at + 1; i < size; i++) {
      if (rows[i].leader() == null) {
        rows[i].join(leader);
      }
    }
  }
}
