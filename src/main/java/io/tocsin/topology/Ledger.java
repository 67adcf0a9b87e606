package io.tocsin.topology;

import io.tocsin.model.Cause;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * Holds back what is counted within a transaction until it is committed; what was counted in one
 * that is aborted will be counted when its records are read again. A thread of Kafka Streams has
 * one transaction at a time, over all its tasks, so each thread has a page of its own, and what a
 * dead one had not settled is gone with it.
 */
public final class Ledger implements Tally {
  private final Tally books;
  private final ThreadLocal<Page> pages = ThreadLocal.withInitial(Page::new);

  /**
   * @param books take what is settled; safe for use by many threads
   */
  public Ledger(Tally books) {
    this.books = books;
  }

  @Override
  public void count(Entry entry, String reason, long times) {
    var page = pages.get();
    if (reason.isEmpty()) {
      page.counts[entry.ordinal()] += times;
    } else {
      page.reasons.computeIfAbsent(reason, r -> new long[Entry.values().length])[entry.ordinal()] +=
          times;
    }
  }

  @Override
  public void told(Cause cause, Direction direction, long times) {
    pages.get().told[cause.ordinal()][direction.ordinal()] += times;
  }

  @Override
  public void took(Leg leg, long millis, String trace) {
    pages.get().times[leg.ordinal()].add(millis, trace);
  }

  @Override
  public void holds(int partition, Holdings holdings) {
    books.holds(partition, holdings);
  }

  /** It has taken the time in any case. */
  @Override
  public void extracted(long nanos) {
    books.extracted(nanos);
  }

  /** The transaction of the current thread was committed. */
  void settle() {
    pages.get().enter(books);
    drop();
  }

  /** The transaction of the current thread came to nothing. */
  void drop() {
    pages.get().clear();
  }

  private static final class Page {
    private final long[] counts = new long[Entry.values().length];
    private final Map<String, long[]> reasons = new HashMap<>();
    private final long[][] told = new long[Cause.values().length][Direction.values().length];
    private final Times[] times = new Times[Leg.values().length];

    Page() {
      Arrays.setAll(times, leg -> new Times());
    }

    void enter(Tally books) {
      enter(books, "", counts);
      reasons.forEach((reason, counts) -> enter(books, reason, counts));
      for (var cause : Cause.values()) {
        for (var direction : Direction.values()) {
          long count = told[cause.ordinal()][direction.ordinal()];
          if (count > 0) {
            books.told(cause, direction, count);
          }
        }
      }
      for (var leg : Leg.values()) {
        times[leg.ordinal()].enter(books, leg);
      }
    }

    private static void enter(Tally books, String reason, long[] counts) {
      for (var entry : Entry.values()) {
        if (counts[entry.ordinal()] > 0) {
          books.count(entry, reason, counts[entry.ordinal()]);
        }
      }
    }

    void clear() {
      Arrays.fill(counts, 0);
      reasons.clear();
      for (long[] directions : told) {
        Arrays.fill(directions, 0);
      }
      for (var time : times) {
        time.clear();
      }
    }
  }

  /** How long the records of one transaction took; one of their traces is enough. */
  private static final class Times {
    private long[] millis = new long[64];
    private int count;
    private int traced;
    private String trace;

    void add(long took, String of) {
      if (of != null) {
        trace = of;
        traced = count;
      }
      if (count == millis.length) {
        millis = Arrays.copyOf(millis, 2 * count);
      }
      millis[count++] = took;
    }

    void enter(Tally books, Leg leg) {
      for (int i = 0; i < count; i++) {
        books.took(leg, millis[i], i == traced ? trace : null);
      }
    }

    void clear() {
      count = 0;
      trace = null;
    }
  }
}
