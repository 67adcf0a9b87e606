package io.tocsin.assess;

import io.tocsin.model.Subject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;

/** An archive for as long as a process lives. */
public final class HeapArchive implements Archive {
  private record Due(long moment, Subject subject) {
    static final Comparator<Due> EARLIEST =
        Comparator.comparingLong(Due::moment).thenComparing(Due::subject);
  }

  private final UnaryOperator<String> countryOf;
  private final Map<Subject, Standing> standings = new TreeMap<>();
  private final Map<String, TreeSet<Subject>> byCountry = new HashMap<>();
  private final Map<Subject, TreeSet<Exhibit>> exhibits = new HashMap<>();
  private final Map<String, Filing> filings = new HashMap<>();
  private final List<Statement> statements = new ArrayList<>();
  private final TreeSet<Due> due = new TreeSet<>(Due.EARLIEST);

  /**
   * @param countryOf the country of a region
   */
  public HeapArchive(UnaryOperator<String> countryOf) {
    this.countryOf = countryOf;
  }

  @Override
  public Standing standing(Subject subject) {
    return standings.get(subject);
  }

  @Override
  public void keep(Subject subject, Standing standing) {
    if (standings.put(subject, standing) == null) {
      byCountry
          .computeIfAbsent(countryOf.apply(subject.region()), c -> new TreeSet<>())
          .add(subject);
    }
  }

  @Override
  public Collection<Subject> subjects(String country) {
    return List.copyOf(byCountry.getOrDefault(country, new TreeSet<>()));
  }

  @Override
  public Collection<Subject> subjects() {
    return List.copyOf(standings.keySet());
  }

  @Override
  public List<Exhibit> exhibits(Subject subject) {
    var kept = exhibits.get(subject);
    return kept == null ? List.of() : List.copyOf(kept);
  }

  @Override
  public void file(Subject subject, Exhibit exhibit) {
    exhibits.computeIfAbsent(subject, s -> new TreeSet<>(Exhibit.ORDER)).add(exhibit);
  }

  @Override
  public void strike(Subject subject, Exhibit exhibit) {
    exhibits.get(subject).remove(exhibit);
  }

  @Override
  public Filing filing(String event) {
    return filings.get(event);
  }

  @Override
  public void file(String event, Filing filing) {
    filings.put(event, filing);
  }

  @Override
  public void discard(String event) {
    filings.remove(event);
  }

  @Override
  public Collection<Statement> statements() {
    return List.copyOf(statements);
  }

  @Override
  public void file(Statement statement) {
    statements.add(statement);
  }

  @Override
  public void reschedule(Subject subject, long from, long to) {
    due.remove(new Due(from, subject));
    if (to != Long.MAX_VALUE) {
      due.add(new Due(to, subject));
    }
  }

  @Override
  public List<Subject> due(long moment) {
    var subjects = new ArrayList<Subject>();
    for (var entry : due) {
      if (entry.moment() > moment) {
        break;
      }
      subjects.add(entry.subject());
    }
    return subjects;
  }
}
