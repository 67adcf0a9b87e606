package io.tocsin.bench.workload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.tocsin.model.NewsEvent;
import io.tocsin.reference.Admission;
import io.tocsin.reference.Reference;
import io.tocsin.wire.Codecs;
import io.tocsin.wire.Format;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GeneratorTest {
  /** The hash of one record's bytes. */
  private static final int GOLDEN = 935_112_148;

  private static final Workload SMALL = new Workload(10_000, 200, 300, 1, 3, 1, 0, 7);

  @Test
  void shouldMakeTheSameRecords_whateverWasMadeBefore() {
    var forward = new Generator(SMALL);
    var backward = new Generator(SMALL);

    var last = backward.news(999);

    assertThat(LongStream.range(0, 1_000).mapToObj(forward::news).toList().get(999))
        .isEqualTo(last);
    assertThat(forward.statement(5)).isEqualTo(backward.statement(5));
    assertThat(forward.probe(5, 0)).isEqualTo(backward.probe(5, 0));
  }

  @Test
  void shouldMakeOtherRecords_whenTheSeedIsAnother() {
    var other = new Workload(10_000, 200, 300, 1, 3, 1, 0, 8);

    assertThat(new Generator(SMALL).news(1)).isNotEqualTo(new Generator(other).news(1));
  }

  @Test
  void shouldDateAllByTheClockItIsGiven_andMakeThemTheSameOtherwise() {
    var now = Instant.parse("2026-03-04T05:06:07Z");
    var live = new Generator(SMALL, number -> now.toEpochMilli());
    var history = new Generator(SMALL);

    assertThat(live.news(123).publishedAt()).isEqualTo(now);
    assertThat(live.probe(3, 123).publishedAt()).isEqualTo(now);
    assertThat(live.statement(1).issuedAt()).isEqualTo(now);
    assertThat(live.news(123).body()).isEqualTo(history.news(123).body());
    assertThat(live.news(123).publishedAt()).isNotEqualTo(history.news(123).publishedAt());
  }

  @Test
  void shouldMakeTheseVeryBytes_onEveryMachine() {
    var bytes = Codecs.of(Format.AVRO).news().encode(new Generator(SMALL).news(123));

    assertThat(Arrays.hashCode(bytes)).isEqualTo(GOLDEN);
  }

  @Test
  void shouldWeighAbout450Bytes_whenEncoded() {
    var codec = Codecs.of(Format.AVRO).news();
    var generator = new Generator(Workload.USUAL);

    var mean =
        LongStream.range(0, 2_000)
            .mapToObj(generator::news)
            .mapToInt(event -> codec.encode(event).length)
            .average();

    assertThat(mean.orElseThrow()).isCloseTo(450, within(45.0));
  }

  @ParameterizedTest
  @CsvSource({"1, 1", "3, 3", "6, 6"})
  void shouldClaimAsMuchAsAsked_onAverage(double asked, double expected) {
    var generator = new Generator(new Workload(10_000, 2_000, 4_000, 0.5, asked, 1, 0, 7));

    var mean =
        LongStream.range(0, 10_000)
            .mapToObj(generator::news)
            .mapToInt(event -> event.entities().size() * event.regions().size())
            .average();

    assertThat(mean.orElseThrow()).isCloseTo(expected, within(expected * 0.05));
  }

  @Test
  void shouldNameEntitiesByZipfsLaw() {
    var named = new HashMap<String, Integer>();
    var generator = new Generator(new Workload(60_000, 100, 1, 1, 1, 1, 0, 7));
    LongStream.range(0, 60_000)
        .mapToObj(generator::news)
        .forEach(event -> named.merge(event.entities().get(0), 1, Integer::sum));

    var first = named.get(World.entity(0)).doubleValue();

    assertThat(first / named.get(World.entity(1))).isCloseTo(2, within(0.1));
    assertThat(first / named.get(World.entity(9))).isCloseTo(10, within(1.0));
    assertThat(named).hasSize(100);
  }

  @Test
  void shouldComeLate_asOftenAsAsked() {
    var generator = new Generator(SMALL.withLate(20));

    long late =
        LongStream.range(1, 10_000)
            .filter(n -> onTime(n).isAfter(generator.news(n).publishedAt()))
            .count();

    assertThat(late / 10_000.0).isCloseTo(0.2, within(0.02));
  }

  private static Instant onTime(long number) {
    return new Generator(SMALL).news(number).publishedAt();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3})
  void shouldBeAdmitted_byItsOwnReferenceData(int depth, @TempDir Path folder) throws IOException {
    var workload = new Workload(5_000, 200, 400, 1, 3, depth, 10, 7);
    new ReferenceFolder(workload).write(folder);
    var reference = Reference.load(folder);
    var admission = new Admission(reference);
    var generator = new Generator(workload);

    assertThat(LongStream.range(0, 5_000).mapToObj(generator::news).map(admission::problems))
        .allMatch(List::isEmpty);
    assertThat(LongStream.range(0, 50).mapToObj(generator::statement).map(admission::problems))
        .allMatch(List::isEmpty);
    assertThat(
            IntStream.range(0, 500).mapToObj(n -> generator.probe(n, 0)).map(admission::problems))
        .allMatch(List::isEmpty);
  }

  @Test
  void shouldNameAllLevelsOfRegionsAndChildrenOfEntities_whenThreeDeep(@TempDir Path folder)
      throws IOException {
    var workload = new Workload(1_000, 200, 400, 1, 3, 3, 0, 7);
    new ReferenceFolder(workload).write(folder);
    var reference = Reference.load(folder);
    var generator = new Generator(workload);
    var depths = new HashSet<Integer>();
    int rows = 0;
    int claims = 0;
    for (long n = 0; n < 1_000; n++) {
      var news = generator.news(n);
      for (var region : news.regions()) {
        depths.add(reference.regions().lineage(region).size());
      }
      rows += rows(reference, news);
      claims += news.entities().size() * news.regions().size();
    }

    assertThat(depths).containsExactlyInAnyOrder(1, 2, 3);
    assertThat((double) rows / claims).isCloseTo(3, within(0.3));
  }

  private static int rows(Reference reference, NewsEvent news) {
    int entities =
        news.entities().stream().mapToInt(e -> reference.entities().lineage(e).size()).sum();
    int regions =
        news.regions().stream().mapToInt(r -> reference.regions().lineage(r).size()).sum();
    return entities * regions;
  }

  @Test
  void shouldProbeASubjectThatNobodyKnows_eachTime() {
    var generator = new Generator(SMALL);

    var subjects =
        IntStream.range(0, 5_000)
            .mapToObj(n -> generator.probe(n, 0))
            .map(probe -> probe.entities() + "|" + probe.regions())
            .distinct()
            .count();

    assertThat(subjects).isEqualTo(5_000);
  }

  @Test
  void shouldNameEveryNumberThatIsOutOfRange() {
    assertThatThrownBy(() -> new Workload(0, 0, 0, -1, 0, 2, 101, 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContainingAll(
            "records", "entities", "regions", "skew", "claims", "depth", "late");
  }
}
