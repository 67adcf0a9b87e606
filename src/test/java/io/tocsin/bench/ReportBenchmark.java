package io.tocsin.bench;

import io.tocsin.extract.Context;
import io.tocsin.extract.Extractor;
import io.tocsin.extract.Fingerprint;
import io.tocsin.extract.Reading;
import io.tocsin.extract.Text;
import io.tocsin.extract.places.Toponyms;
import io.tocsin.reference.Reference;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * How many reports a second one thread reads, with the whole shipped reference set. Operations a
 * second times {@code characters} are characters a second.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(
    value = 1,
    jvmArgs = {"-Xms1g", "-Xmx1g"})
@Warmup(iterations = 3, time = 3)
@Measurement(iterations = 5, time = 3)
public class ReportBenchmark {
  private static final String HEADLINE = "Two men held in Birmingham over plot to bomb station";
  private static final String[] SENTENCES = {
    "Counter-terrorism officers arrested two men in Birmingham on Friday, West Midlands Police said.",
    "The men, aged 24 and 31, are believed to have travelled to Turkey in the spring of this year.",
    "Two Western officials told the Wall Street Journal that one of them had been in contact with a"
        + " member of Islamic State in Raqqa.",
    "Neighbours said that they had heard shouting shortly before midnight and had seen several vans.",
    "No explosives were found in the flat, and the station stayed open throughout the evening.",
    "The interior minister told reporters in London that the threat level would not be changed.",
    "Trains between Leeds, Manchester and Glasgow ran late, and schools will open as usual on Monday.",
    "Last year a similar search in Hamburg ended without charges, a spokesman for the court recalled.",
    "The mayor asked people to remain calm and to report whatever they thought was out of the usual.",
    "A football match between two local clubs will go ahead with more officers around the ground.",
  };

  @Param({"1500", "15000", "150000"})
  private int characters;

  private Extractor extractor;
  private Context context;
  private String body;

  /** Makes a report of the wanted length. */
  @Setup
  public void prepare() {
    var reference = Reference.load(null);
    extractor = new Extractor(reference, new Toponyms(reference));
    context = new Context("bbc", "GB", Instant.parse("2015-12-05T18:00:00Z"), null);
    var text = new StringBuilder();
    for (int i = 0; HEADLINE.length() + text.length() < characters; i++) {
      text.append(SENTENCES[i % SENTENCES.length]).append(i % 3 == 2 ? "\n\n" : " ");
    }
    text.setLength(characters - HEADLINE.length());
    body = text.toString();
  }

  /** The whole reading. */
  @Benchmark
  public Reading read() {
    return extractor.read(HEADLINE, body, context);
  }

  /** Words and sentences alone. */
  @Benchmark
  public Text fold() {
    return Text.of(HEADLINE, body);
  }

  /** The fingerprint alone. */
  @Benchmark
  public long fingerprint() {
    return Fingerprint.of(HEADLINE, body);
  }
}
