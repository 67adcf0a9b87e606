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
final class OverallStep implements Processor<String, Move, Subject, Outcome> {
  private final Codec<AlertLevelChange> codec;
  private final Effort effort;
  private final Map<String, Overall.Peak> told = new HashMap<>();
  private ProcessorContext<Subject, Outcome> context;
  private Roster roster;
  private KeyValueStore<Bytes, byte[]> overalls;
  private Pace pace;

  OverallStep(Codec<AlertLevelChange> codec, Effort effort) {
    this.effort = effort;
    this.codec = codec;
  }

  @Override
  public void init(ProcessorContext<Subject, Outcome> context) {
    this.context = context;
    told.clear();
    roster = new Roster(context.getStateStore(Stores.MEMBERS), codec);
    overalls = context.getStateStore(Stores.OVERALLS);
    pace = Pace.of(context, effort, () -> {});
    BeforeCommit hook = context.getStateStore(Stores.OVERALL_COMMIT);
    hook.run(context, pace::handedOn);
  }

  @Override
  public void process(Record<String, Move> record) {
    pace.begin();
    var move = record.value();
    if (move.state() == null) {
      forget(record, move);
    } else {
      roster.enter(move);
      if (!roster.peak(record.key()).equals(told(record.key()))) {
        tell(record, codec.decode(move.state()));
      }
    }
    pace.worked();
  }

  private void forget(Record<String, Move> record, Move move) {
    var last = roster.leave(move);
    if (last != null) {
      tell(record, last);
    }
    if (roster.isEmpty(move.region())) {
      var region = Subject.overall(move.region());
      forward(record, new Outcome(region, Outcome.Kind.FORGOTTEN, Outcome.Former.LOW, null));
    }
  }

  private void tell(Record<String, Move> record, AlertLevelChange moved) {
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

  private void forward(Record<String, Move> record, Outcome outcome) {
    context.forward(record.withKey(outcome.subject()).withValue(outcome));
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
