package io.tocsin.topology;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.tocsin.assess.Outcome;
import io.tocsin.assess.Overall;
import io.tocsin.model.AlertLevelChange;
import io.tocsin.model.Subject;
import io.tocsin.wire.Codec;
import io.tocsin.wire.packed.Move;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;

/** Carries {@link Overall} for the regions of one partition. */
final class OverallStep implements Processor<byte[], byte[], byte[], byte[]> {
  static final Teller.Sinks TOLD = Teller.Sinks.of("regions");

  private final Settings settings;
  private final Codec<AlertLevelChange> codec;
  private final Effort effort;
  private final Map<String, Overall.Peak> told = new HashMap<>();
  private Teller teller;
  private Roster roster;
  private KeyValueStore<Bytes, byte[]> overalls;
  private Pace pace;
  private BeforeCommit hook;

  OverallStep(Settings settings, Effort effort) {
    this.settings = settings;
    this.effort = effort;
    this.codec = settings.codecs().changes();
  }

  @Override
  public void init(ProcessorContext<byte[], byte[]> context) {
    teller = new Teller(settings, TOLD, context);
    told.clear();
    roster = new Roster(context.getStateStore(Stores.MEMBERS), codec);
    overalls = context.getStateStore(Stores.OVERALLS);
    pace = Pace.of(context, effort, settings.clock(), () -> pace.handedOn());
    hook = context.getStateStore(Stores.OVERALL_COMMIT);
    hook.run(context, pace::handedOn);
  }

  @Override
  public void close() {
    hook.rest();
  }

  @Override
  public void process(Record<byte[], byte[]> record) {
    pace.begin();
    var move = Move.PACKING.unpack(record.value());
    if (move.state() == null) {
      forget(record, move);
    } else {
      roster.enter(move);
      if (!roster.peak(move.region()).equals(told(move.region()))) {
        tell(record, codec.decode(move.state()));
      }
    }
    pace.worked();
  }

  private void forget(Record<byte[], byte[]> record, Move move) {
    var last = roster.leave(move);
    if (last != null) {
      tell(record, last);
    }
    if (roster.isEmpty(move.region())) {
      var region = Subject.overall(move.region());
      forward(record, new Outcome(region, Outcome.Kind.FORGOTTEN, Outcome.Former.LOW, null));
    }
  }

  private void tell(Record<byte[], byte[]> record, AlertLevelChange moved) {
    var region = moved.region();
    byte[] kept = overalls.get(bytes(region));
    var before = kept == null ? null : codec.decode(kept);
    var after = Overall.after(before, moved, roster.members(region));
    if (after != null) {
      overalls.put(bytes(region), codec.encode(after));
      told.put(region, Overall.Peak.of(after));
      boolean alert = after.sequence() > (before == null ? 0 : before.sequence());
      forward(record, new Outcome(after.subject(), kind(alert), former(before), after));
    }
  }

  /** What was last told of a region, or {@code null}. */
  private Overall.Peak told(String region) {
    return told.computeIfAbsent(
        region,
        r -> {
          byte[] kept = overalls.get(bytes(r));
          return kept == null ? null : Overall.Peak.of(codec.decode(kept));
        });
  }

  private void forward(Record<byte[], byte[]> record, Outcome outcome) {
    teller.tell(outcome, record.timestamp(), record.headers());
  }

  private static Outcome.Former former(AlertLevelChange before) {
    if (before == null) {
      return Outcome.Former.UNKNOWN;
    }
    return Overall.Peak.of(before).equals(Overall.Peak.LOW)
        ? Outcome.Former.LOW
        : Outcome.Former.ABOVE;
  }

  private static Outcome.Kind kind(boolean alert) {
    return alert ? Outcome.Kind.CHANGED : Outcome.Kind.RENEWED;
  }

  private static Bytes bytes(String text) {
    return Bytes.wrap(text.getBytes(UTF_8));
  }
}
