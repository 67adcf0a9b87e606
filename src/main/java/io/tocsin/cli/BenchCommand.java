package io.tocsin.cli;

import io.tocsin.bench.BenchPlan;
import io.tocsin.bench.contender.Storage;
import io.tocsin.bench.workload.Workload;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Speed, on the machine at hand. */
@Command(
    name = "bench",
    description = {
      "Measures the processor on this machine: rate, processor time, memory, latency, beside plain",
      "clients that only move the records (the floor) and a plain Kafka Streams job (naive).",
      "It starts a Kafka of its own in a temporary folder and publishes records made by rule."
    },
    footer = {
      "  tocsin bench --quick",
      "  tocsin bench --only floor,tocsin-eos --records 2000000 --depth 3",
      "  tocsin bench --json --set commit.interval=1s"
    })
final class BenchCommand implements Callable<Integer> {
  private static final String WORKLOAD = "Workload: ";

  @Option(
      names = "--records",
      paramLabel = "COUNT",
      description = WORKLOAD + "how many news; one statement comes with each hundred.")
  private Long records;

  @Option(
      names = "--entities",
      paramLabel = "COUNT",
      defaultValue = "2000",
      description = WORKLOAD + "how many entities are named.")
  private int entities;

  @Option(
      names = "--regions",
      paramLabel = "COUNT",
      defaultValue = "4000",
      description = WORKLOAD + "how many places are named.")
  private int regions;

  @Option(
      names = "--skew",
      paramLabel = "EXPONENT",
      defaultValue = "1",
      description = WORKLOAD + "Zipf's exponent; 0 names all alike.")
  private double skew;

  @Option(
      names = "--claims",
      paramLabel = "MEAN",
      defaultValue = "3",
      description = WORKLOAD + "pairs of entity and region in a news.")
  private double claims;

  @Option(
      names = "--depth",
      paramLabel = "1|3",
      defaultValue = "1",
      description = WORKLOAD + "regions without parents, or three deep with entities' parents.")
  private int depth;

  @Option(
      names = "--late",
      paramLabel = "PERCENT",
      defaultValue = "0",
      description = WORKLOAD + "news that come up to six hours late.")
  private double late;

  @Option(
      names = "--seed",
      paramLabel = "NUMBER",
      defaultValue = "42",
      description = WORKLOAD + "the same seed makes the same records.")
  private long seed;

  @Option(
      names = "--partitions",
      paramLabel = "COUNT",
      defaultValue = "8",
      description = "Partitions of every topic.")
  private int partitions;

  @Option(
      names = "--threads",
      paramLabel = "COUNT",
      split = ",",
      defaultValue = "2",
      description = "Threads of each contender; several numbers try each.")
  private List<Integer> threads;

  @Option(
      names = "--stores",
      paramLabel = "durable|memory",
      split = ",",
      description = "Where state is kept; both unless --quick, which takes durable.")
  private List<Storage> stores;

  @Option(
      names = "--only",
      paramLabel = "NAME",
      split = ",",
      description = "Contenders by name, such as floor,naive-eos,tocsin-alos,tocsin-eos-memory.")
  private List<String> only;

  @Option(
      names = "--rounds",
      paramLabel = "COUNT",
      description = "How often each runs, in turn; the median counts.")
  private Integer rounds;

  @Option(
      names = "--seconds",
      paramLabel = "COUNT",
      description = "Longest time for one run; one that takes longer is cut and counts as it is.")
  private Long seconds;

  @Option(
      names = "--memory",
      paramLabel = "SIZE",
      defaultValue = "1g",
      description = "Heap of each contender.")
  private String memory;

  @Option(
      names = "--jvm",
      paramLabel = "FLAG",
      description = "One more flag for each contender's JVM; may be repeated.")
  private List<String> jvm = List.of();

  @Option(
      names = "--warm-up",
      paramLabel = "COUNT",
      description =
          "Latency: seconds that a contender is kept half busy before it is measured; a JVM takes a"
              + " minute or more to get going.")
  private Integer warmUp;

  @Option(names = "--no-latency", description = "Leaves latency out.")
  private boolean withoutLatency;

  @Option(names = "--quick", description = "Fewer and shorter runs: done within three minutes.")
  private boolean quick;

  @Spec private CommandSpec spec;

  private final Root root;

  BenchCommand(Root root) {
    this.root = root;
  }

  @Override
  public Integer call() {
    var screen = root.screen();
    var report = root.desk().bench(plan(), screen);
    if (root.json()) {
      screen.print(BenchJson.of(report));
    } else {
      screen.print(new BenchText(report, root.at().outTerminal()).lines());
    }
    return Cli.FINE;
  }

  private BenchPlan plan() {
    var scale = quick ? Scale.QUICK : Scale.FULL;
    try {
      return new BenchPlan(
          new Workload(
              records == null ? scale.records : records,
              entities,
              regions,
              skew,
              claims,
              depth,
              late,
              seed),
          partitions,
          threads,
          stores == null ? scale.storages : stores,
          only == null ? (stores == null ? scale.only : List.of()) : only,
          rounds == null ? scale.rounds : rounds,
          seconds == null ? scale.longest : Duration.ofSeconds(seconds),
          memory,
          jvm,
          root.sets(),
          warmUp == null ? scale.warmUp : Duration.ofSeconds(warmUp),
          withoutLatency ? Duration.ZERO : scale.measured,
          scale.within);
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), e.getMessage(), e);
    }
  }

  /** What holds where no option says otherwise. */
  private enum Scale {
    FULL(
        1_000_000,
        List.of(Storage.DURABLE, Storage.MEMORY),
        List.of(),
        3,
        Duration.ofSeconds(60),
        Duration.ofSeconds(60),
        Duration.ofSeconds(20),
        Duration.ofHours(24)),
    QUICK(
        300_000,
        List.of(Storage.DURABLE),
        List.of("floor", "naive-eos", "tocsin-alos", "tocsin-eos"),
        1,
        Duration.ofSeconds(10),
        Duration.ofSeconds(1),
        Duration.ofSeconds(4),
        Duration.ofSeconds(165));

    private final long records;
    private final List<Storage> storages;
    private final List<String> only;
    private final int rounds;
    private final Duration longest;
    private final Duration warmUp;
    private final Duration measured;
    private final Duration within;

    Scale(
        long records,
        List<Storage> storages,
        List<String> only,
        int rounds,
        Duration longest,
        Duration warmUp,
        Duration measured,
        Duration within) {
      this.records = records;
      this.storages = storages;
      this.only = only;
      this.rounds = rounds;
      this.longest = longest;
      this.warmUp = warmUp;
      this.measured = measured;
      this.within = within;
    }
  }
}
