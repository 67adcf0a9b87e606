package io.tocsin.deliver.board;

import io.tocsin.model.Subject;
import java.time.Instant;
import java.util.Comparator;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.stream.Stream;

/**
 * The changes of late, within {@link Bounds}; those that took effect first go first. One thread
 * writes, any number read.
 */
public final class History {
  /** Newest first; of one moment by id. */
  static final Comparator<Told> NEWEST_FIRST =
      Comparator.comparingLong(Told::effectiveAt).reversed().thenComparing(Told::id);

  private static final Comparator<Told> BY_SUBJECT =
      Comparator.comparing(Told::subject)
          .thenComparing(Comparator.comparingLong(Told::sequence).reversed())
          .thenComparing(Told::id);

  private final Bounds bounds;
  private final Map<String, Told> byId = new ConcurrentHashMap<>();
  private final NavigableSet<Told> byTime = new ConcurrentSkipListSet<>(NEWEST_FIRST);
  private final NavigableSet<Told> bySubject = new ConcurrentSkipListSet<>(BY_SUBJECT);
  private int count;
  private long bytes;
  private volatile long heldSince = Long.MIN_VALUE;
  private volatile long modifiedAt;

  History(Bounds bounds) {
    this.bounds = bounds;
  }

  /** Says that what took effect before this moment may be missing. */
  void startsAt(long epochMillis) {
    heldSince = Math.max(heldSince, epochMillis);
  }

  /**
   * @return whether the change was not there yet
   */
  boolean add(Told told, long emittedAt) {
    if (byId.putIfAbsent(told.id(), told) != null) {
      return false;
    }
    byTime.add(told);
    bySubject.add(told);
    count++;
    bytes += told.bytes().length;
    modifiedAt = Math.max(modifiedAt, emittedAt);
    while (count > bounds.changes() || bytes > bounds.bytes()) {
      forget(byTime.pollLast());
    }
    return true;
  }

  private void forget(Told told) {
    bySubject.remove(told);
    byId.remove(told.id());
    count--;
    bytes -= told.bytes().length;
    startsAt(told.effectiveAt() + 1);
  }

  /** Everything that took effect at this moment or later is here; empty where all is. */
  public Optional<Instant> heldSince() {
    long since = heldSince;
    return since == Long.MIN_VALUE ? Optional.empty() : Optional.of(Instant.ofEpochMilli(since));
  }

  /** When the latest was emitted, epoch ms; 0 where there are none. */
  public long modifiedAt() {
    return modifiedAt;
  }

  public Optional<Told> find(String id) {
    return Optional.ofNullable(byId.get(id));
  }

  /** All, newest first. */
  public Stream<Told> all() {
    return byTime.stream();
  }

  /** Those behind a place in the order, newest first. */
  Stream<Told> behind(Told place) {
    return byTime.tailSet(place, false).stream();
  }

  /** Those of a subject, latest first. */
  public Stream<Told> of(Subject subject) {
    return bySubject.tailSet(place(subject), true).stream()
        .takeWhile(told -> told.subject().equals(subject));
  }

  private static Told place(Subject subject) {
    return new Told("", subject, Long.MAX_VALUE, null, null, null, null, 0, 0, 0, 0, null);
  }
}
