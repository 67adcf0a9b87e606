package io.tocsin.assess;

import io.tocsin.model.Subject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;

/** Which subjects must be looked at when, so that time costs nothing where nothing is due. */
public final class Agenda {
  private record Due(long moment, Subject subject) {
    static final Comparator<Due> EARLIEST =
        Comparator.comparingLong(Due::moment).thenComparing(Due::subject);
  }

  private final TreeSet<Due> entries = new TreeSet<>(Due.EARLIEST);

  /** Moves a subject's entry; {@link Long#MAX_VALUE} is no entry. */
  public void move(Subject subject, long from, long to) {
    if (from == to) {
      return;
    }
    if (from != Long.MAX_VALUE) {
      entries.remove(new Due(from, subject));
    }
    if (to != Long.MAX_VALUE) {
      entries.add(new Due(to, subject));
    }
  }

  /** How many subjects must be looked at at some moment. */
  public int size() {
    return entries.size();
  }

  /** The earliest moment at which one must be; {@link Long#MAX_VALUE} for none. */
  public long next() {
    return entries.isEmpty() ? Long.MAX_VALUE : entries.first().moment();
  }

  /** The subjects due at or before a moment, earliest first. */
  public List<Subject> due(long moment) {
    if (entries.isEmpty() || entries.first().moment() > moment) {
      return List.of();
    }
    var subjects = new ArrayList<Subject>();
    for (var entry : entries) {
      if (entry.moment() > moment) {
        break;
      }
      subjects.add(entry.subject());
    }
    return subjects;
  }
}
