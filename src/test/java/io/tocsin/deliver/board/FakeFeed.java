package io.tocsin.deliver.board;

import io.tocsin.deliver.board.Entry.Kind;
import io.tocsin.model.AlertLevelChange;
import io.tocsin.model.Subject;
import io.tocsin.wire.Codecs;
import io.tocsin.wire.Format;
import io.tocsin.wire.Topic;
import io.tocsin.wire.Topics;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * The topics of levels and alerts as a list: what is written comes out. Partitions are those of the
 * topic of alerts; between two changes of a partition an offset is left out now and then, as by the
 * markers of transactions.
 */
final class FakeFeed implements Feed, AlertLog {
  static final Topics TOPICS = new Topics("tocsin", Codecs.of(Format.AVRO));

  private final int partitions;
  private final List<Entry> log = new ArrayList<>();
  private final LinkedBlockingQueue<Entry> coming = new LinkedBlockingQueue<>();
  private final long[] next;
  private final long[] handedOut;
  private final long[] start;
  private int behind;

  FakeFeed(int partitions) {
    this.partitions = partitions;
    this.next = new long[partitions];
    this.handedOut = new long[partitions];
    this.start = new long[partitions];
  }

  /** A state and, where it has a sequence above 0, its change. */
  FakeFeed tell(AlertLevelChange change) {
    level(change);
    return change.sequence() > 0 ? alert(change) : this;
  }

  FakeFeed level(AlertLevelChange state) {
    return add(Kind.LEVEL, 0, 0, state.subject(), value(TOPICS.levels(), state));
  }

  synchronized FakeFeed alert(AlertLevelChange change) {
    int partition = Math.floorMod(change.subject().hashCode(), partitions);
    long offset = next[partition];
    next[partition] += offset % 3 == 2 ? 2 : 1;
    return add(Kind.ALERT, partition, offset, change.subject(), value(TOPICS.alerts(), change));
  }

  FakeFeed gone(Subject subject) {
    return add(Kind.LEVEL, 0, 0, subject, null);
  }

  FakeFeed raw(Kind kind, byte[] key, byte[] value) {
    return add(new Entry(kind, 0, 0, 0, key, value));
  }

  /** What is older than this number of changes is gone from the topic. */
  synchronized FakeFeed retain(int changes) {
    var alerts = log.stream().filter(e -> e.kind() == Kind.ALERT).toList();
    alerts.subList(0, Math.max(0, alerts.size() - changes)).stream()
        .peek(log::remove)
        .forEach(e -> start[e.partition()] = Math.max(start[e.partition()], e.offset() + 1));
    return this;
  }

  private FakeFeed add(Kind kind, int partition, long offset, Subject subject, byte[] value) {
    var key = TOPICS.levels().keys().serializer().serialize("", subject);
    return add(new Entry(kind, partition, offset, offset, key, value));
  }

  private synchronized FakeFeed add(Entry entry) {
    log.add(entry);
    coming.add(entry);
    behind++;
    return this;
  }

  private static byte[] value(Topic<?, AlertLevelChange> topic, AlertLevelChange change) {
    return topic.values().serializer().serialize(topic.name(), change);
  }

  @Override
  public List<Entry> poll(Duration wait) {
    var entries = new ArrayList<Entry>();
    try {
      var first = coming.poll(wait.toMillis(), TimeUnit.MILLISECONDS);
      if (first != null) {
        entries.add(first);
        coming.drainTo(entries);
      }
    } catch (InterruptedException e) {
      throw new org.apache.kafka.common.errors.InterruptException(e);
    }
    synchronized (this) {
      behind -= entries.size();
      entries.stream()
          .filter(e -> e.kind() == Kind.ALERT)
          .forEach(e -> handedOut[e.partition()] = e.offset() + 1);
    }
    return entries;
  }

  @Override
  public synchronized boolean isCaughtUp() {
    return behind == 0;
  }

  @Override
  public synchronized Bookmark bookmark() {
    return Bookmark.of(handedOut);
  }

  @Override
  public synchronized Span span() {
    return new Span(Bookmark.of(start), Bookmark.of(next));
  }

  @Override
  public synchronized Bookmark at(Instant moment) {
    return Bookmark.of(start);
  }

  /** The changes that there are now, from a place on, one partition after the other. */
  @Override
  public synchronized Feed from(Bookmark place) {
    var again = new FakeFeed(partitions);
    for (int p = 0; p < partitions; p++) {
      again.handedOut[p] = place.next(p);
    }
    for (int p = 0; p < partitions; p++) {
      int partition = p;
      log.stream()
          .filter(e -> e.kind() == Kind.ALERT && e.partition() == partition)
          .filter(e -> e.offset() >= place.next(partition))
          .forEach(again::add);
    }
    again.atEnd(Arrays.copyOf(next, partitions));
    return again;
  }

  private void atEnd(long[] ends) {
    if (behind == 0) {
      System.arraycopy(ends, 0, handedOut, 0, ends.length);
    }
  }

  @Override
  public void close() {
    // nothing is open
  }
}
