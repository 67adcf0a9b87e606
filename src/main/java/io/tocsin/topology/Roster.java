package io.tocsin.topology;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.tocsin.assess.Overall;
import io.tocsin.model.AlertLevelChange;
import io.tocsin.model.Level;
import io.tocsin.wire.Codec;
import io.tocsin.wire.packed.Move;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * The latest states of those subjects of each region that stand above LOW, and who else is there.
 * The store has them; how many stand at each level is counted in memory, since a region is looked
 * at whenever one of its subjects moves.
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

  /** Kept of a partition that has subjects of a region. */
  private static final byte[] PRESENT = {};

  private final KeyValueStore<Bytes, byte[]> store;
  private final Codec<AlertLevelChange> codec;
  private final Map<String, Counts> regions = new HashMap<>();

  Roster(KeyValueStore<Bytes, byte[]> store, Codec<AlertLevelChange> codec) {
    this.store = store;
    this.codec = codec;
  }

  void enter(Move move) {
    if (move.isPresence()) {
      counts(move.region()).enter(move.member(), Overall.Peak.LOW);
      store.put(key(move), PRESENT);
    } else if (move.isLow()) {
      counts(move.region()).leave(move.member());
      store.delete(key(move));
    } else {
      counts(move.region())
          .enter(move.member(), new Overall.Peak(move.level(), move.declared(), move.reported()));
      store.put(key(move), move.state());
    }
  }

  /**
   * The last state of a subject that is no longer tracked; {@code null} if it was LOW, or never
   * tracked.
   */
  AlertLevelChange leave(Move move) {
    counts(move.region()).leave(move.member());
    byte[] last = store.delete(key(move));
    return last == null || last.length == 0 ? null : codec.decode(last);
  }

  /** The greatest of each ledger in a region. */
  Overall.Peak peak(String region) {
    return counts(region).peak();
  }

  boolean isEmpty(String region) {
    return counts(region).members.isEmpty();
  }

  /** The subjects of a region that stand above LOW. */
  List<AlertLevelChange> members(String region) {
    var found = new ArrayList<AlertLevelChange>();
    each(
        region,
        (member, state) -> {
          if (state.length > 0) {
            found.add(codec.decode(state));
          }
        });
    return found;
  }

  private Counts counts(String region) {
    return regions.computeIfAbsent(
        region,
        r -> {
          var present = new Counts();
          each(
              r,
              (member, state) ->
                  present.enter(
                      member,
                      state.length == 0 ? Overall.Peak.LOW : Overall.Peak.of(codec.decode(state))));
          return present;
        });
  }

  private void each(String region, BiConsumer<String, byte[]> reader) {
    var prefix = region + "|";
    try (var scan = store.prefixScan(prefix, new StringSerializer())) {
      scan.forEachRemaining(
          entry -> {
            var key = new String(entry.key.get(), UTF_8);
            reader.accept(key.substring(prefix.length()), entry.value);
          });
    }
  }

  private static Bytes key(Move move) {
    return Bytes.wrap((move.region() + "|" + move.member()).getBytes(UTF_8));
  }
}
