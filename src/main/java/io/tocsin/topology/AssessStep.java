package io.tocsin.topology;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.tocsin.assess.Assessor;
import io.tocsin.assess.Outcome;
import io.tocsin.assess.Policy;
import io.tocsin.assess.Verdict;
import io.tocsin.wire.DeadLetter;
import io.tocsin.wire.Names;
import io.tocsin.wire.PolicyDocument;
import io.tocsin.wire.packed.Brief;
import io.tocsin.wire.packed.Bundle;
import io.tocsin.wire.packed.Move;
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
final class AssessStep implements Processor<byte[], byte[], byte[], byte[]> {
  static final Teller.Sinks TOLD = Teller.Sinks.of("subjects");
  static final String REGIONS = "regions";
  static final String DEAD_LETTERS = "assess-to-dead-letters";

  private static final Duration LOOK = Duration.ofSeconds(1);
  private static final Bytes CLOCK = Bytes.wrap(new byte[] {'c'});
  private static final Bytes POLICY = Bytes.wrap(new byte[] {'p'});

  /** As many ids of sources, entities, regions and stories are remembered. */
  private static final int NAMES = 1 << 16;

  /** A slip about a subject takes a third of the memory that an exhibit takes. */
  private static final int SLIPS_FOR_AN_EXHIBIT = 3;

  private final Settings settings;
  private final Effort effort;
  private final Districts districts;
  private final Names<String> names;
  private ProcessorContext<byte[], byte[]> context;
  private Teller teller;
  private KeyValueStore<Bytes, byte[]> office;
  private StoreArchive archive;
  private Assessor assessor;
  private Pace pace;
  private BeforeCommit hook;
  private int partition;
  private long keptClock;

  AssessStep(Settings settings, Effort effort) {
    this.settings = settings;
    this.effort = effort;
    this.names = new Names<>(NAMES, settings.reference()::canonical);
    this.districts = new Districts(settings.reference(), settings.partitions());
  }

  @Override
  public void init(ProcessorContext<byte[], byte[]> context) {
    this.context = context;
    teller = new Teller(settings, TOLD, context);
    partition = context.taskId().partition();
    office = context.getStateStore(Stores.OFFICE);
    byte[] clock = office.get(CLOCK);
    byte[] policy = office.get(POLICY);
    keptClock = clock == null ? Long.MIN_VALUE : ByteBuffer.wrap(clock).getLong();
    layOut(policy == null ? settings.initialPolicy() : PolicyDocument.read(policy));
    pace = Pace.of(context, effort, settings.clock(), () -> pace.handedOn());
    hook = context.getStateStore(Stores.ASSESS_COMMIT);
    hook.run(context, this::beforeCommit);
    if (settings.clock() == Settings.ClockKind.WALL) {
      context.schedule(LOOK, PunctuationType.WALL_CLOCK_TIME, this::lookAtTheClock);
    }
  }

  /** All that is kept is read once, which takes a while where it is much. */
  private void layOut(Policy policy) {
    var layout = settings.layout();
    layout.at(partition, 0);
    try {
      archive =
          new StoreArchive(
              context,
              settings.reference().regions()::country,
              names,
              SLIPS_FOR_AN_EXHIBIT * settings.room(),
              part -> layout.at(partition, part));
      assessor =
          new Assessor(
              settings.reference(),
              archive,
              districts.territory(partition),
              policy,
              keptClock,
              settings.room());
    } finally {
      layout.over(partition);
    }
  }

  @Override
  public void process(Record<byte[], byte[]> record) {
    pace.begin();
    var bundle = Bundle.open(record.value(), names);
    archive.open(record.value());
    while (bundle.hasNext()) {
      var brief = bundle.next();
      archive.at(bundle.index());
      take(brief);
    }
    archive.close();
    pace.worked();
  }

  @Override
  public void close() {
    hook.rest();
    settings.tally().holds(partition, null);
  }

  private void beforeCommit() {
    keepClock();
    pace.handedOn();
    settings.tally().holds(partition, holdings());
  }

  private Holdings holdings() {
    boolean ours = settings.clock() == Settings.ClockKind.WALL;
    return new Holdings(
        archive.directory().size(),
        assessor.open(),
        assessor.exhibits(),
        settings.room(),
        archive.agenda().size(),
        ours ? archive.agenda().next() : Long.MAX_VALUE);
  }

  private void take(Brief brief) {
    try (var trace = Trace.assessing(settings.tracing(), brief.trace())) {
      take(brief, trace);
    }
  }

  private void take(Brief brief, Trace trace) {
    long now = Math.max(brief.clock(), assessor.clock());
    if (brief.policy() != null) {
      tell(adopt(brief.policy(), now), brief.timestamp(), trace.headers());
    } else if (Intake.isLate(brief.evidence(), brief.clock(), assessor.policy())) {
      trace.fail(Refused.LATE.name());
      refuse(brief);
    } else {
      var verdict = assessor.apply(brief.evidence(), now);
      count(brief, verdict);
      trace.say("tocsin.disposition", verdict.disposition().name());
      trace.say("tocsin.outcomes", verdict.outcomes().size());
      tell(verdict.outcomes(), brief.timestamp(), trace.headers());
    }
  }

  private void lookAtTheClock(long now) {
    tell(assessor.advance(now), now, new RecordHeaders());
    settings.tally().holds(partition, holdings());
  }

  private List<Outcome> adopt(Policy policy, long now) {
    office.put(POLICY, PolicyDocument.json(policy));
    return assessor.adopt(policy, now);
  }

  /** Of all partitions that see a brief, the first has the record as it came, and refuses it. */
  private void refuse(Brief brief) {
    var original = brief.original();
    if (original == null) {
      return;
    }
    var late = Duration.ofMillis(brief.clock() - brief.evidence().arrival());
    var letter =
        DeadLetter.of(
            Refused.LATE,
            "arrived %s behind the clock; the policy allows %s (maxLateness)"
                .formatted(late, assessor.policy().maxLateness()),
            original.topic(),
            original.partition(),
            original.offset());
    settings.tally().count(Tally.Entry.DEAD_LETTERED, letter.reason(), 1);
    var headers = new RecordHeaders(brief.trace());
    letter.addTo(headers);
    context.forward(
        new Record<>(original.key(), original.value(), context.currentSystemTimeMs(), headers),
        DEAD_LETTERS);
  }

  /** Of all partitions that see a brief, the first speaks for them. */
  private void count(Brief brief, Verdict verdict) {
    int[] all = districts.of(brief);
    if (all.length == 0 || all[0] == partition) {
      settings.tally().count(Tally.Entry.valueOf(verdict.disposition().name()));
    }
  }

  private void tell(List<Outcome> outcomes, long timestamp, Headers headers) {
    for (var outcome : outcomes) {
      byte[] state = teller.tell(outcome, timestamp, headers);
      var told = new Told(outcome, partition, archive.presence().turns(outcome));
      for (var move : told.moves(state)) {
        context.forward(
            new Record<>(
                move.region().getBytes(UTF_8), Move.PACKING.pack(move), timestamp, headers),
            AlertTopology.into(REGIONS));
      }
    }
  }

  private void keepClock() {
    if (assessor.clock() != keptClock) {
      keptClock = assessor.clock();
      office.put(CLOCK, ByteBuffer.allocate(Long.BYTES).putLong(keptClock).array());
    }
  }
}
