package io.tocsin.topology;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.tocsin.assess.Overall;
import io.tocsin.model.AlertLevelChange;
import io.tocsin.model.Level;
import io.tocsin.model.Subject;
import io.tocsin.wire.Codec;
import io.tocsin.wire.packed.Move;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * The latest states of the tracked subjects of each region. The store has them; how many stand at
 * each level is counted in memory, since a region is looked at whenever one of its subjects moves.
 */
final class Roster {
  /** How many members of one region stand at each level of each ledger. */
  private static final class Counts {
    private final Map<String, Overall.Peak> members = new HashMap<>();
    private final int[] levels = new int[Level.values().length];
    private final int[] declared = new int[Level.values().length];
    private final int[] reported = new int[Level.values().length];

    void enter(String entity, Overall.Peak state) {
      leave(entity);
      members.put(entity, state);
      count(state, 1);
    }

    void leave(String entity) {
      var former = members.remove(entity);
      if (former != null) {
        count(former, -1);
      }
    }

    private void count(Overall.Peak state, int by) {
      levels[state.level().ordinal()] += by;
      declared[state.declared().ordinal()] += by;
      reported[state.reported().ordinal()] += by;
    }

    Overall.Peak peak() {
      return new Overall.Peak(greatest(levels), greatest(declared), greatest(reported));
    }

    private static Level greatest(int[] counts) {
      int level = counts.length - 1;
      while (level > 0 && counts[level] == 0) {
        level--;
      }
      return Level.of(level);
    }
  }

  private final KeyValueStore<Bytes, byte[]> store;
  private final Codec<AlertLevelChange> codec;
  private final Map<String, Counts> regions = new HashMap<>();

  Roster(KeyValueStore<Bytes, byte[]> store, Codec<AlertLevelChange> codec) {
    this.store = store;
    this.codec = codec;
  }

  void enter(Move move) {
    counts(move.subject().region())
        .enter(
            move.subject().entity(),
            new Overall.Peak(move.level(), move.declared(), move.reported()));
    store.put(key(move.subject()), move.state());
  }

  /** The last state of a subject that is no longer tracked, or {@code null} if it never was. */
  AlertLevelChange leave(Subject subject) {
    counts(subject.region()).leave(subject.entity());
    byte[] last = store.delete(key(subject));
    return last == null ? null : codec.decode(last);
  }

  /** The greatest of each ledger in a region. */
  Overall.Peak peak(String region) {
    return counts(region).peak();
  }

  boolean isEmpty(String region) {
    return counts(region).members.isEmpty();
  }

  /** The members of a region in full. */
  List<AlertLevelChange> members(String region) {
    var found = new ArrayList<AlertLevelChange>();
    try (var scan = store.prefixScan(region + "|", new StringSerializer())) {
      scan.forEachRemaining(entry -> found.add(codec.decode(entry.value)));
    }
    return found;
  }

  private Counts counts(String region) {
    return regions.computeIfAbsent(
        region,
        r -> {
          var present = new Counts();
          members(r).forEach(state -> present.enter(state.entity(), Overall.Peak.of(state)));
          return present;
        });
  }

  private static Bytes key(Subject subject) {
    return Bytes.wrap((subject.region() + "|" + subject.entity()).getBytes(UTF_8));
  }
}
