package io.tocsin.topology;

import io.tocsin.assess.Assessor;
import io.tocsin.assess.Outcome;
import io.tocsin.assess.Policy;
import io.tocsin.assess.Verdict;
import io.tocsin.model.Subject;
import io.tocsin.wire.DeadLetter;
import io.tocsin.wire.PolicyDocument;
import io.tocsin.wire.packed.Brief;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;

/** Carries the {@link Assessor} of one partition. */
final class AssessStep implements Processor<byte[], Brief, Subject, Result<Outcome>> {
  private static final Duration LOOK = Duration.ofSeconds(1);
  private static final Bytes CLOCK = Bytes.wrap(new byte[] {'c'});
  private static final Bytes POLICY = Bytes.wrap(new byte[] {'p'});

  private final Settings settings;
  private final Districts districts;
  private ProcessorContext<Subject, Result<Outcome>> context;
  private KeyValueStore<Bytes, byte[]> office;
  private Assessor assessor;
  private int partition;
  private long keptClock;

  AssessStep(Settings settings) {
    this.settings = settings;
    this.districts = new Districts(settings.reference());
  }

  @Override
  public void init(ProcessorContext<Subject, Result<Outcome>> context) {
    this.context = context;
    partition = context.taskId().partition();
    office = context.getStateStore(Stores.OFFICE);
    byte[] clock = office.get(CLOCK);
    byte[] policy = office.get(POLICY);
    keptClock = clock == null ? Long.MIN_VALUE : ByteBuffer.wrap(clock).getLong();
    assessor =
        new Assessor(
            settings.reference(),
            new StoreArchive(context, settings.reference().regions()::country),
            districts.territory(partition, settings.partitions()),
            policy == null ? settings.initialPolicy() : PolicyDocument.read(policy),
            keptClock);
    if (settings.clock() == Settings.ClockKind.WALL) {
      context.schedule(LOOK, PunctuationType.WALL_CLOCK_TIME, this::lookAtTheClock);
    }
  }

  @Override
  public void process(Record<byte[], Brief> record) {
    var brief = record.value();
    long now = Math.max(brief.clock(), assessor.clock());
    if (brief.policy() != null) {
      tell(adopt(brief.policy(), now), record.timestamp(), record.headers());
    } else if (isLate(brief)) {
      refuse(record);
    } else {
      var verdict = assessor.apply(brief.evidence(), now);
      count(brief, verdict);
      tell(verdict.outcomes(), record.timestamp(), record.headers());
    }
    keepClock();
  }

  private void lookAtTheClock(long now) {
    tell(assessor.advance(now), now, new RecordHeaders());
    keepClock();
  }

  private List<Outcome> adopt(Policy policy, long now) {
    office.put(POLICY, PolicyDocument.json(policy));
    return assessor.adopt(policy, now);
  }

  private boolean isLate(Brief brief) {
    return brief.original() != null
        && Intake.isLate(brief.evidence(), brief.clock(), assessor.policy());
  }

  private void refuse(Record<byte[], Brief> record) {
    if (!isFirst(record.value())) {
      return;
    }
    var original = record.value().original();
    var late = Duration.ofMillis(record.value().clock() - record.value().evidence().arrival());
    var letter =
        DeadLetter.of(
            Refused.LATE,
            "arrived %s behind the clock; the policy allows %s (maxLateness)"
                .formatted(late, assessor.policy().maxLateness()),
            original.topic(),
            original.partition(),
            original.offset());
    settings.tally().count(Tally.Entry.DEAD_LETTERED, letter.reason());
    context.forward(
        new Record<>(
            null,
            Result.refused(original.key(), original.value(), letter),
            record.timestamp(),
            record.headers()));
  }

  /** Whether of all partitions that see a brief it is this one that speaks for them. */
  private boolean isFirst(Brief brief) {
    return districts.of(brief, settings.partitions()).stream().findFirst().orElse(0) == partition;
  }

  private void count(Brief brief, Verdict verdict) {
    if (isFirst(brief)) {
      settings.tally().count(Tally.Entry.valueOf(verdict.disposition().name()));
    }
  }

  private void tell(List<Outcome> outcomes, long timestamp, Headers headers) {
    for (var outcome : outcomes) {
      context.forward(new Record<>(outcome.subject(), Result.of(outcome), timestamp, headers));
    }
  }

  private void keepClock() {
    if (assessor.clock() != keptClock) {
      keptClock = assessor.clock();
      office.put(CLOCK, ByteBuffer.allocate(Long.BYTES).putLong(keptClock).array());
    }
  }
}
