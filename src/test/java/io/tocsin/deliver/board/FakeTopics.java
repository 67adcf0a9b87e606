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
import java.util.List;
import java.util.Random;
import org.apache.kafka.common.errors.InterruptException;

/**
 * The topics of levels and alerts on the heap. Of alerts there are several partitions, and readers
 * meet them in an order by chance; behind some changes an offset is left out, as by the marker of a
 * transaction.
 */
public final class FakeTopics implements AlertLog {
  public static final Topics TOPICS = new Topics("tocsin", Codecs.of(Format.AVRO));

  private static final int MARKER_EVERY = 3;

  private final List<Entry> levels = new ArrayList<>();
  private final List<List<Entry>> alerts = new ArrayList<>();
  private final long[] start;
  private final long[] next;

  public FakeTopics(int partitions) {
    start = new long[partitions];
    next = new long[partitions];
    for (int p = 0; p < partitions; p++) {
      alerts.add(new ArrayList<>());
    }
  }

  /** A state and, where it has a sequence above 0, its change. */
  public FakeTopics tell(AlertLevelChange change) {
    level(change);
    return change.sequence() > 0 ? alert(change) : this;
  }

  public FakeTopics level(AlertLevelChange state) {
    return level(key(state.subject()), value(TOPICS.levels(), state));
  }

  public FakeTopics gone(Subject subject) {
    return level(key(subject), null);
  }

  public FakeTopics alert(AlertLevelChange change) {
    int partition = Math.floorMod(change.subject().hashCode(), next.length);
    return alert(partition, key(change.subject()), value(TOPICS.alerts(), change));
  }

  synchronized FakeTopics level(byte[] key, byte[] value) {
    levels.add(new Entry(Kind.LEVEL, 0, levels.size(), 1_000, key, value));
    return this;
  }

  synchronized FakeTopics alert(int partition, byte[] key, byte[] value) {
    long offset = next[partition];
    alerts.get(partition).add(new Entry(Kind.ALERT, partition, offset, 1_000, key, value));
    next[partition] += offset % MARKER_EVERY == MARKER_EVERY - 1 ? 2 : 1;
    return this;
  }

  /** Lets all changes but this many of each partition go. */
  public synchronized FakeTopics retain(int changes) {
    for (int p = 0; p < next.length; p++) {
      var all = alerts.get(p);
      while (all.size() > changes) {
        start[p] = all.remove(0).offset() + 1;
      }
    }
    return this;
  }

  private static byte[] key(Subject subject) {
    return TOPICS.levels().keys().serializer().serialize("", subject);
  }

  private static byte[] value(Topic<?, AlertLevelChange> topic, AlertLevelChange change) {
    return topic.values().serializer().serialize(topic.name(), change);
  }

  /** Both topics from their beginning on. */
  public synchronized Feed both(Random chance) {
    return new Reader(0, Bookmark.of(start), chance, 7);
  }

  @Override
  public synchronized Span span() {
    return new Span(Bookmark.of(start), Bookmark.of(next));
  }

  @Override
  public synchronized Bookmark at(Instant moment) {
    return Bookmark.of(start);
  }

  @Override
  public synchronized Feed from(Bookmark place) {
    return new Reader(Integer.MAX_VALUE, place, new Random(1), 5);
  }

  /** A reader with places of its own. */
  private final class Reader implements Feed {
    private final Random chance;
    private final int most;
    private final long[] at = new long[next.length];
    private final int levelsAtOpening = levels.size();
    private final Bookmark end = Bookmark.of(next);
    private int level;

    Reader(int level, Bookmark place, Random chance, int most) {
      this.level = level;
      this.chance = chance;
      this.most = most;
      for (int p = 0; p < at.length; p++) {
        at[p] = place.next(p);
      }
    }

    @Override
    public List<Entry> poll(Duration wait) {
      synchronized (FakeTopics.this) {
        var found = new ArrayList<Entry>();
        while (level < levels.size() && found.size() < most) {
          found.add(levels.get(level++));
        }
        int first = chance.nextInt(at.length);
        for (int i = 0; i < at.length; i++) {
          take((first + i) % at.length, found);
        }
        if (found.isEmpty()) {
          pause();
        }
        return found;
      }
    }

    private void take(int partition, List<Entry> found) {
      for (var entry : alerts.get(partition)) {
        if (entry.offset() >= at[partition] && found.size() < most) {
          found.add(entry);
          at[partition] = entry.offset() + 1;
        }
      }
      if (found.size() < most) {
        at[partition] = next[partition];
      }
    }

    private void pause() {
      try {
        FakeTopics.this.wait(2);
      } catch (InterruptedException e) {
        throw new InterruptException(e);
      }
    }

    @Override
    public boolean isCaughtUp() {
      return bookmark().reaches(end) && level >= levelsAtOpening;
    }

    @Override
    public Bookmark bookmark() {
      return Bookmark.of(at);
    }

    @Override
    public void close() {
      // nothing is open
    }
  }
}
