package io.tocsin.bench;

import io.tocsin.assess.Evidence;
import io.tocsin.extract.Fingerprint;
import io.tocsin.model.NewsEvent;
import io.tocsin.reference.Reference;
import io.tocsin.topology.Intake;
import io.tocsin.topology.NewsIntake;
import io.tocsin.wire.Codec;
import io.tocsin.wire.Codecs;
import io.tocsin.wire.Format;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** From the bytes of a published record to evidence, and the parts of that way. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 5, time = 1)
public class ReadingBenchmark {
  private static final int EVENTS = 1 << 12;

  private final Codec<NewsEvent> codec = Codecs.of(Format.AVRO).news();
  private List<NewsEvent> events;
  private byte[][] published;
  private Intake intake;
  private NewsIntake newsIntake;
  private int next;

  @Setup
  public void publish() {
    var reference = Reference.load(null);
    intake = new Intake(reference);
    newsIntake = new NewsIntake(reference, Codecs.of(Format.AVRO));
    events = new NewsWorkload(reference).events(EVENTS);
    published = events.stream().map(codec::encode).toArray(byte[][]::new);
  }

  @Benchmark
  public Evidence evidenceByRecord() {
    return intake.read(codec.decode(published[turn()]));
  }

  @Benchmark
  public Evidence evidence() {
    return newsIntake.read(published[turn()]);
  }

  @Benchmark
  public NewsEvent record() {
    return codec.decode(published[turn()]);
  }

  @Benchmark
  public byte[] encoded() {
    return codec.encode(events.get(turn()));
  }

  @Benchmark
  public long fingerprint() {
    var event = events.get(turn());
    return Fingerprint.of(event.headline(), event.body());
  }

  private int turn() {
    next = next + 1 & EVENTS - 1;
    return next;
  }
}
