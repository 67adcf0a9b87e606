package io.tocsin.cli;

import io.tocsin.bench.sweep.Curve;
import io.tocsin.bench.sweep.Sweep;
import io.tocsin.bench.sweep.SweepPlan;
import io.tocsin.cli.text.Table;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** How cost grows with size. */
@Command(
    name = "sweep",
    description = {
      "Measures how cost grows with one number: subjects, rows, late, statement (the core alone,",
      "in a process without Kafka), partitions, threads (the whole, with a Kafka of its own)."
    },
    footer = {
      "  tocsin bench sweep subjects --top 10000000 --memory 12g",
      "  tocsin bench sweep late --json",
      "  tocsin bench sweep partitions --into docs/images"
    })
final class SweepCommand implements Callable<Integer> {
  @Parameters(
      index = "0",
      paramLabel = "WHAT",
      description = "subjects, rows, late, statement, partitions or threads.")
  private Sweep sweep;

  @Option(names = "--top", paramLabel = "NUMBER", description = "The greatest value to try.")
  private Long top;

  @Option(
      names = "--records",
      paramLabel = "COUNT",
      defaultValue = "200000",
      description = "Records that are timed at each value.")
  private long records;

  @Option(
      names = "--seconds",
      paramLabel = "COUNT",
      defaultValue = "60",
      description = "Longest time for one run through Kafka; one that takes longer is cut.")
  private long seconds;

  @Option(
      names = "--memory",
      paramLabel = "SIZE",
      defaultValue = "4g",
      description = "Heap of each process.")
  private String memory;

  @Option(
      names = "--into",
      paramLabel = "DIR",
      description = "Draws the curve as performance-WHAT.svg in this folder.")
  private Path into;

  @Spec private CommandSpec spec;

  private final Root root;

  SweepCommand(Root root) {
    this.root = root;
  }

  @Override
  public Integer call() {
    var screen = root.screen();
    var curve = root.desk().sweep(plan(), screen);
    screen.print(root.json() ? List.of(BenchJson.of(curve)) : lines(curve));
    return Cli.FINE;
  }

  private SweepPlan plan() {
    try {
      return new SweepPlan(
          sweep,
          top == null ? sweep.usualTop() : top,
          records,
          Duration.ofSeconds(seconds),
          memory,
          root.sets(),
          into == null ? null : root.at().directory().resolve(into));
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), e.getMessage(), e);
    }
  }

  private List<String> lines(Curve curve) {
    var table =
        new Table(
            Table.right(curve.sweep().label()),
            Table.left("cost of"),
            Table.right("CPU µs each"),
            Table.right("records/s"),
            Table.right("memory MiB"));
    for (var point : curve.points()) {
      table.row(
          "%,d".formatted(point.at()),
          point.series(),
          "%,.2f".formatted(point.micros()),
          "%,.0f".formatted(point.recordsPerSecond()),
          "%,.0f".formatted(point.memoryMb()));
    }
    return table.lines(root.at().outTerminal());
  }
}
