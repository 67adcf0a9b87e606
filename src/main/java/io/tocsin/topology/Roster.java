package io.tocsin.topology;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.tocsin.model.AlertLevelChange;
import io.tocsin.model.Subject;
import io.tocsin.wire.Codec;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * The latest states of the tracked subjects of each region. The store has them in full; what ranks
 * them is kept in memory too, since a region is looked at whenever one of its subjects moves.
 */
final class Roster {
  private final KeyValueStore<Bytes, byte[]> store;
  private final Codec<AlertLevelChange> codec;
  private final Map<String, TreeMap<String, AlertLevelChange>> outlines = new HashMap<>();

  Roster(KeyValueStore<Bytes, byte[]> store, Codec<AlertLevelChange> codec) {
    this.store = store;
    this.codec = codec;
  }

  void enter(AlertLevelChange state) {
    outlines(state.region()).put(state.entity(), outline(state));
    store.put(key(state.subject()), codec.encode(state));
  }

  /** The last state of a subject that is no longer tracked, or {@code null} if it never was. */
  AlertLevelChange leave(Subject subject) {
    outlines(subject.region()).remove(subject.entity());
    byte[] last = store.delete(key(subject));
    return last == null ? null : codec.decode(last);
  }

  /** The members of a region, without what their states rest on. */
  Collection<AlertLevelChange> outlined(String region) {
    return outlines(region).values();
  }

  /** The members of a region in full. */
  List<AlertLevelChange> members(String region) {
    var found = new ArrayList<AlertLevelChange>();
    try (var scan = store.prefixScan(region + "|", new StringSerializer())) {
      scan.forEachRemaining(entry -> found.add(codec.decode(entry.value)));
    }
    return found;
  }

  private TreeMap<String, AlertLevelChange> outlines(String region) {
    return outlines.computeIfAbsent(
        region,
        r -> {
          var present = new TreeMap<String, AlertLevelChange>();
          members(r).forEach(state -> present.put(state.entity(), outline(state)));
          return present;
        });
  }

  private static AlertLevelChange outline(AlertLevelChange state) {
    return new AlertLevelChange(
        state.id(),
        state.entity(),
        state.region(),
        state.sequence(),
        state.previousLevel(),
        state.level(),
        state.declared(),
        state.reported(),
        state.score(),
        state.probability(),
        state.cause(),
        state.trigger(),
        state.effectiveAt(),
        state.emittedAt(),
        List.of(),
        state.rest(),
        List.of(),
        state.held(),
        state.nextFallAt(),
        state.policyVersion(),
        state.previousId());
  }

  private static Bytes key(Subject subject) {
    return Bytes.wrap((subject.region() + "|" + subject.entity()).getBytes(UTF_8));
  }
}
