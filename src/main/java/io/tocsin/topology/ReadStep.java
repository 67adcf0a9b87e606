package io.tocsin.topology;

import io.tocsin.assess.Evidence;
import io.tocsin.assess.Policy;
import io.tocsin.assess.Report;
import io.tocsin.model.InvalidRecord;
import io.tocsin.wire.CloudEvents;
import io.tocsin.wire.DeadLetter;
import io.tocsin.wire.Unreadable;
import io.tocsin.wire.packed.Brief;
import io.tocsin.wire.packed.Raw;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * Reads what publishers sent: in the order of a replay, decoded, admitted, stamped with the
 * partition's clock. What cannot be read is refused with every reason.
 */
final class ReadStep implements Processor<byte[], byte[], byte[], byte[]> {
  static final String EVIDENCE = "evidence";
  static final String DEAD_LETTERS = "read-to-dead-letters";

  /** How long a replay's gap is waited for before what there is goes on without it. */
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  /** How far ahead of the wall clock a record may be dated: clocks differ, but not by hours. */
  private static final Duration AHEAD = Duration.ofHours(1);

  /** How late a report may come before the record itself is taken along, to be refused perhaps. */
  private static final Duration HARDLY_LATE = Policy.LATENESS_AT_LEAST;

  private static final Bytes CLOCK = Bytes.wrap(new byte[] {'c'});

  private final Settings settings;
  private final Convoy convoy;
  private final Effort effort;
  private final Intake intake;
  private final Decoding decoding;
  private ProcessorContext<byte[], byte[]> context;
  private KeyValueStore<Bytes, byte[]> clocks;
  private Sequencer sequencer;
  private long clock;
  private long keptClock;
  private boolean moved;
  private Mailroom mailroom;
  private Pace pace;
  private BeforeCommit hook;

  ReadStep(Settings settings, Convoy convoy, Effort effort, NewsReader reader) {
    this.settings = settings;
    this.convoy = convoy;
    this.effort = effort;
    this.intake = new Intake(settings.reference(), reader);
    this.decoding = new Decoding(settings);
  }

  @Override
  public void init(ProcessorContext<byte[], byte[]> context) {
    this.context = context;
    clocks = context.getStateStore(Stores.READ_CLOCK);
    byte[] kept = clocks.get(CLOCK);
    clock = kept == null ? Long.MIN_VALUE : ByteBuffer.wrap(kept).getLong();
    keptClock = clock;
    mailroom = new Mailroom(settings, this::send);
    pace = Pace.of(context, effort, settings.clock(), this::handOn);
    hook = context.getStateStore(Stores.READ_COMMIT);
    hook.run(context, this::handOn);
    sequencer = new Sequencer(context.getStateStore(Stores.SEQUENCE));
    context.schedule(PATIENCE, PunctuationType.WALL_CLOCK_TIME, now -> releaseIfStuck());
  }

  @Override
  public void close() {
    hook.rest();
  }

  @Override
  public void process(Record<byte[], byte[]> record) {
    pace.begin();
    moved = true;
    var raw = raw(record);
    var place = Sequencer.place(raw.headers());
    if (place == null) {
      read(raw);
    } else if (sequencer.isEarly(place)) {
      sequencer.hold(place, Raw.PACKING.pack(raw));
    } else {
      read(raw);
      sequencer.following(place).forEach(waiting -> read(Raw.PACKING.unpack(waiting)));
    }
    pace.worked();
    if (settings.clock() == Settings.ClockKind.STREAM) {
      convoy.read(clock, context.currentSystemTimeMs());
    }
  }

  private void handOn() {
    mailroom.sendAll();
    if (clock != keptClock) {
      keptClock = clock;
      clocks.put(CLOCK, ByteBuffer.allocate(Long.BYTES).putLong(clock).array());
    }
    pace.handedOn();
  }

  private void send(int partition, byte[] bundle) {
    long now = context.currentSystemTimeMs();
    byte[] key = ByteBuffer.allocate(Integer.BYTES).putInt(partition).array();
    context.forward(new Record<>(key, bundle, now), AlertTopology.into(EVIDENCE));
  }

  private void releaseIfStuck() {
    if (!moved && sequencer.isWaiting()) {
      sequencer.release().forEach(waiting -> read(Raw.PACKING.unpack(waiting)));
    }
    moved = false;
  }

  private Raw raw(Record<byte[], byte[]> record) {
    var at = context.recordMetadata().orElseThrow();
    return new Raw(
        record.key(),
        record.value(),
        record.headers(),
        at.topic(),
        at.partition(),
        at.offset(),
        record.timestamp());
  }

  private void read(Raw raw) {
    try (var trace = Trace.reading(settings.tracing(), raw.headers())) {
      trace.say("messaging.destination.name", raw.topic());
      trace.say("messaging.kafka.offset", raw.offset());
      read(raw, trace);
    }
  }

  private void read(Raw raw, Trace trace) {
    try {
      if (decoding.isPolicy(raw.topic())) {
        follow(raw, trace);
      } else {
        admit(raw, decoding.evidence(raw, intake), trace);
      }
    } catch (Unreadable e) {
      trace.fail(e.getMessage());
      refuse(raw, DeadLetter.of(e, raw.topic(), raw.partition(), raw.offset()));
    } catch (NotEntitled e) {
      trace.fail(e.getMessage());
      refuse(raw, letter(raw, Refused.NOT_ENTITLED, e.getMessage()));
    } catch (InvalidRecord e) {
      trace.fail(e.getMessage());
      refuse(raw, letter(raw, Refused.NOT_ADMITTED, e.getMessage()));
    }
    settings.tally().count(Tally.Entry.READ);
  }

  private void admit(Raw raw, Evidence evidence, Trace trace) {
    if (isAhead(evidence)) {
      trace.fail(Refused.FUTURE.name());
      refuse(raw, future(raw, evidence));
      return;
    }
    boolean late = clock > evidence.arrival() + HARDLY_LATE.toMillis();
    tick(evidence.arrival());
    took(raw, evidence);
    if (evidence instanceof Report report && report.claims().isEmpty() && !report.corrects()) {
      settings.tally().count(Tally.Entry.UNLOCATED);
      return;
    }
    var original =
        late
            ? new Brief.Original(raw.key(), raw.value(), raw.topic(), raw.partition(), raw.offset())
            : null;
    mailroom.take(brief(raw, trace, evidence, null, original));
  }

  /** How old history is when it is written to a topic says nothing. */
  private void took(Raw raw, Evidence evidence) {
    if (settings.clock() == Settings.ClockKind.WALL) {
      long millis = raw.timestamp() - evidence.arrival();
      settings.tally().took(Tally.Leg.EVENT_TO_TOPIC, millis, CloudEvents.parent(raw.headers()));
    }
  }

  private boolean isAhead(Evidence evidence) {
    return settings.clock() == Settings.ClockKind.WALL
        && evidence.arrival() > context.currentSystemTimeMs() + AHEAD.toMillis();
  }

  private DeadLetter future(Raw raw, Evidence evidence) {
    var why =
        "dated %s, more than %s ahead of the clock of this processor; a processor of history takes it (clock: stream)"
            .formatted(Instant.ofEpochMilli(evidence.arrival()), AHEAD);
    return letter(raw, Refused.FUTURE, why);
  }

  private void follow(Raw raw, Trace trace) {
    var policy = decoding.policy(raw.value());
    settings.tally().count(Tally.Entry.POLICY);
    if (policy != null && policy.name().equals(settings.policyName())) {
      tick(Long.MIN_VALUE);
      mailroom.take(brief(raw, trace, null, policy, null));
    }
  }

  /** Moves the clock to an arrival, or to the present where the wall clock counts. */
  private void tick(long arrival) {
    long now =
        settings.clock() == Settings.ClockKind.WALL
            ? Math.max(arrival, context.currentSystemTimeMs())
            : arrival;
    if (now > clock) {
      clock = now;
    }
  }

  private Brief brief(
      Raw raw, Trace trace, Evidence evidence, Policy policy, Brief.Original original) {
    return new Brief(clock, raw.timestamp(), trace.headers(), evidence, policy, original);
  }

  private static DeadLetter letter(Raw raw, Refused reason, String why) {
    return DeadLetter.of(reason, why, raw.topic(), raw.partition(), raw.offset());
  }

  private void refuse(Raw raw, DeadLetter letter) {
    settings.tally().count(Tally.Entry.DEAD_LETTERED, letter.reason(), 1);
    var headers = new RecordHeaders(raw.headers());
    letter.addTo(headers);
    context.forward(
        new Record<>(raw.key(), raw.value(), context.currentSystemTimeMs(), headers), DEAD_LETTERS);
  }
}
