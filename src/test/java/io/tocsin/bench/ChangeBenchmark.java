package io.tocsin.bench;

import io.tocsin.model.AlertLevelChange;
import io.tocsin.model.Category;
import io.tocsin.model.Cause;
import io.tocsin.model.Credibility;
import io.tocsin.model.Held;
import io.tocsin.model.Level;
import io.tocsin.model.Reliability;
import io.tocsin.wire.Codec;
import io.tocsin.wire.Codecs;
import io.tocsin.wire.Format;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** What telling a change costs: five rows of evidence, one declaration. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 5, time = 1)
public class ChangeBenchmark {
  private static final Instant TIME = Instant.parse("2026-03-01T12:00:00.250Z");

  private final Codec<AlertLevelChange> codec = Codecs.of(Format.AVRO).changes();
  private final AlertLevelChange change = change();
  private final byte[] told = codec.encode(change);

  @Benchmark
  public byte[] encoded() {
    return codec.encode(change);
  }

  @Benchmark
  public AlertLevelChange decoded() {
    return codec.decode(told);
  }

  static AlertLevelChange change() {
    return new AlertLevelChange(
        "0b5cbf0e-7f36-3d5b-8a9a-2b1f3c0d4e5f",
        "isil",
        "GB-BIR",
        17,
        Level.MODERATE,
        Level.SUBSTANTIAL,
        Level.SUBSTANTIAL,
        Level.MODERATE,
        12.25,
        0.94375,
        Cause.NEWS,
        "2026-03-01/news/4711",
        TIME,
        TIME,
        IntStream.range(0, 5).mapToObj(ChangeBenchmark::evidence).toList(),
        new AlertLevelChange.Rest(12, 0.25),
        List.of(
            new AlertLevelChange.Declaration(
                "s-1", "gb-jtac", Level.SUBSTANTIAL, "SUBSTANTIAL", TIME, null)),
        Held.NONE,
        TIME.plusSeconds(86_400),
        "default-1",
        "8f14e45f-ceea-367a-9a36-dedd4bea2543");
  }

  private static AlertLevelChange.Evidence evidence(int i) {
    return new AlertLevelChange.Evidence(
        "2026-03-01/news/" + i,
        "reuters",
        "bbc",
        "isil",
        "GB-BIR",
        Category.PLOT,
        Reliability.B,
        Credibility.PROBABLY_TRUE,
        "2026-03-01/news/1",
        TIME,
        "Police said the men were held near the station after a raid, number " + i,
        "https://news.example.org/2026/03/01/story-" + i,
        7.5 - i,
        0.15);
  }
}
