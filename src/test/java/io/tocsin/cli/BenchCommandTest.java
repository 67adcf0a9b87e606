package io.tocsin.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tocsin.bench.BenchPlan;
import io.tocsin.bench.contender.Contender;
import io.tocsin.bench.contender.Storage;
import io.tocsin.bench.sweep.Sweep;
import io.tocsin.bench.sweep.SweepPlan;
import io.tocsin.bench.workload.Workload;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BenchCommandTest {
  @TempDir Path directory;

  private final Desktop desk = new Desktop();

  @Test
  void shouldMeasureEverybody_whenNothingElseIsSaid() {
    run("bench");

    assertThat(plan().workload()).isEqualTo(Workload.USUAL);
    assertThat(plan().contenders())
        .extracting(Contender::name)
        .containsExactly(
            "floor",
            "naive-eos",
            "naive-alos",
            "naive-eos-memory",
            "naive-alos-memory",
            "tocsin-eos",
            "tocsin-alos",
            "tocsin-eos-memory",
            "tocsin-alos-memory");
    assertThat(plan().flags()).contains("-Xmx1g");
  }

  @Test
  void shouldTakeLess_whenQuick() {
    run("bench --quick");

    assertThat(plan().workload().news()).isLessThan(Workload.USUAL.news());
    assertThat(plan().rounds()).isEqualTo(1);
    assertThat(plan().contenders())
        .extracting(Contender::name)
        .containsExactly("floor", "naive-eos", "tocsin-eos", "tocsin-alos");
  }

  @Test
  void shouldPassEveryOption() {
    run(
        "bench --records 5000 --entities 20 --regions 30 --skew 0.5 --claims 2 --depth 3 --late 10"
            + " --seed 9 --partitions 4 --threads 1,2 --stores memory --only floor,tocsin-eos-memory"
            + " --rounds 2 --seconds 30 --memory 512m --jvm -XX:+UseSerialGC --set commit.interval=1s"
            + " --warm-up 70 --no-latency");

    assertThat(desk.asked)
        .isEqualTo(
            new BenchPlan(
                new Workload(5_000, 20, 30, 0.5, 2, 3, 10, 9),
                4,
                List.of(1, 2),
                List.of(Storage.MEMORY),
                List.of("floor", "tocsin-eos-memory"),
                2,
                Duration.ofSeconds(30),
                "512m",
                List.of("-XX:+UseSerialGC"),
                Map.of("commit.interval", "1s"),
                Duration.ofSeconds(70),
                Duration.ZERO,
                Duration.ofHours(24)));
    assertThat(plan().contenders())
        .extracting(Contender::name)
        .containsExactly("floor-1t", "tocsin-eos-memory-1t", "floor-2t", "tocsin-eos-memory-2t");
  }

  @ParameterizedTest
  @CsvSource({
    "bench --depth 2, depth must be 1 or 3",
    "bench --late 101, late must be 0 to 100",
    "bench --only nobody, only must leave a contender",
    "bench --memory lots, memory must be",
    "bench --rounds 0, rounds must be",
    "bench --stores disk, DURABLE",
    "bench --threads 0, threads must be",
  })
  void shouldExitWithTwoAndSayWhy_whenUsageIsBad(String arguments, String said) {
    var run = run(arguments);

    assertThat(run.code()).isEqualTo(Cli.BAD_USAGE);
    assertThat(run.err()).startsWith("tocsin: ").contains(said);
  }

  @Test
  void shouldPrintOneObject_whenJsonIsAsked() throws IOException {
    var json = new ObjectMapper().readTree(run("bench --json").out());

    assertThat(json.get("runs")).hasSize(2);
    var tocsin = json.get("runs").get(1);
    assertThat(tocsin.get("name").asText()).isEqualTo("tocsin-eos");
    assertThat(number(tocsin, "recordsPerSecond")).isEqualTo(81_000);
    assertThat(number(tocsin, "cpuSecondsPerMillion")).isEqualTo(18);
    assertThat(number(tocsin, "peakMemoryMb")).isEqualTo(512);
    assertThat(number(tocsin, "rateToFloor")).isEqualTo(0.9);
    assertThat(number(tocsin, "cpuToFloor")).isEqualTo(2);
    var latency = json.get("latency").get(0);
    assertThat(latency.get("name").asText()).isEqualTo("tocsin-eos");
    assertThat(latency.get("load").asInt()).isEqualTo(10);
    assertThat(number(latency, "p50")).isEqualTo(8);
    assertThat(number(latency, "p99")).isEqualTo(30);
    assertThat(number(latency, "p999")).isEqualTo(40);
  }

  @Test
  void shouldDrawTablesAndBars() {
    var out = run("bench").out();

    assertThat(out)
        .contains("of floor", "0.90", "2.00", "tocsin-eos *", "10 %", "cut after")
        .containsPattern("floor +#{50} 90,000 records/s")
        .containsPattern("tocsin-eos +#{45} 81,000 records/s");
  }

  @Test
  void shouldSweepAsFarAsAsked() throws IOException {
    var out =
        run("bench sweep statement --top 5000 --records 10 --memory 2g --into d --json").out();

    assertThat(desk.asked)
        .isEqualTo(
            new SweepPlan(
                Sweep.STATEMENT,
                5_000,
                10,
                Duration.ofSeconds(60),
                "2g",
                Map.of(),
                directory.resolve("d")));
    var json = new ObjectMapper().readTree(out);
    assertThat(json.get("sweep").asText()).isEqualTo("statement");
    assertThat(json.get("coreAlone").asBoolean()).isTrue();
    assertThat(number(json.get("points").get(0), "cpuMicros")).isEqualTo(2.5);
    assertThat(run("bench sweep rows").out()).contains("one more report", "1,000", "2.50");
    assertThat(run("bench sweep rows --top 1").err()).contains("top must be at least 10");
  }

  private static double number(JsonNode object, String name) {
    return object.get(name).asDouble();
  }

  private BenchPlan plan() {
    return (BenchPlan) desk.asked;
  }

  private Desktop.Run run(String arguments) {
    return desk.run(directory, arguments);
  }
}
