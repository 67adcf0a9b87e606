package io.tocsin.cli;

import io.tocsin.bench.BenchReport;
import io.tocsin.bench.measure.Figures;
import io.tocsin.cli.text.Cells;
import io.tocsin.cli.text.Style;
import io.tocsin.cli.text.Table;
import io.tocsin.cli.text.Terminal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** A report of a bench for people: tables, and rates drawn as bars. */
final class BenchText {
  private static final int LONGEST_BAR = 50;
  private static final double KIB = 1024;

  private final BenchReport report;
  private final Terminal terminal;

  BenchText(BenchReport report, Terminal terminal) {
    this.report = report;
    this.terminal = terminal;
  }

  List<String> lines() {
    var lines = new ArrayList<>(runs());
    lines.add("");
    lines.addAll(bars());
    if (!report.latency().isEmpty()) {
      lines.add("");
      lines.addAll(latency());
    }
    lines.add("");
    lines.addAll(notes());
    return lines;
  }

  private List<String> runs() {
    var table =
        new Table(
            Table.left("contender"),
            Table.right("records/s"),
            Table.right("of floor"),
            Table.right("CPU s/M"),
            Table.right("of floor"),
            Table.right("broker"),
            Table.right("memory MiB"),
            Table.right("log KiB/rec"),
            Table.right("disk KiB/rec"),
            Table.right("spread"));
    for (int i = 0; i < report.runs().size(); i++) {
      var run = report.runs().get(i);
      table.row(
          run.name() + (run.complete() ? "" : " *"),
          "%,.0f".formatted(run.rate()),
          ratio(run, Figures::rate),
          "%.1f".formatted(run.cpuPerMillion()),
          ratio(run, Figures::cpuPerMillion),
          "%.1f".formatted(run.brokerCpuPerMillion()),
          "%,.0f".formatted(run.peakMemoryMb()),
          "%.2f".formatted(run.logBytesPerRecord() / KIB),
          "%.2f".formatted(run.diskBytesPerRecord() / KIB),
          "%.2f".formatted(report.spreads().get(i)));
    }
    return table.lines(terminal);
  }

  private String ratio(Figures run, ToDoubleFunction<Figures> figure) {
    return report
        .floorOf(run)
        .filter(floor -> figure.applyAsDouble(floor) > 0)
        .map(floor -> "%.2f".formatted(figure.applyAsDouble(run) / figure.applyAsDouble(floor)))
        .orElse("-");
  }

  private List<String> bars() {
    double most = report.runs().stream().mapToDouble(Figures::rate).max().orElse(1);
    int widest = report.runs().stream().mapToInt(run -> run.name().length()).max().orElse(0);
    var lines = new ArrayList<String>();
    for (var run : report.runs()) {
      int length = (int) Math.round(LONGEST_BAR * run.rate() / most);
      var bar = Style.GOOD.paint("#".repeat(length), terminal);
      lines.add(
          "%s  %s %,.0f records/s".formatted(Cells.left(run.name(), widest), bar, run.rate()));
    }
    return lines;
  }

  private List<String> latency() {
    var table =
        new Table(
            Table.left("latency, ms"),
            Table.right("load"),
            Table.right("records/s"),
            Table.right("p50"),
            Table.right("p99"),
            Table.right("p99.9"),
            Table.right("ping p50"),
            Table.right("p99"),
            Table.right("p99.9"),
            Table.right("samples"),
            Table.right("missing"));
    for (var at : report.latency()) {
      table.row(
          at.name(),
          at.load() + " %",
          "%,.0f".formatted(at.sent()),
          millis(at.change().p50()),
          millis(at.change().p99()),
          millis(at.change().p999()),
          millis(at.ping().p50()),
          millis(at.ping().p99()),
          millis(at.ping().p999()),
          Long.toString(at.change().samples()),
          Long.toString(at.change().missing()));
    }
    return table.lines(terminal);
  }

  private static String millis(double millis) {
    return "%,.1f".formatted(millis);
  }

  private List<String> notes() {
    var notes = new ArrayList<String>();
    notes.add(
        "Rate and CPU are of the second half of each run; spread is the fastest round over the slowest.");
    if (report.runs().stream().anyMatch(run -> !run.complete())) {
      notes.add(
          "* cut after the longest time allowed: what was through all stages by then counts, and what is behind does not");
    }
    report.runs().stream()
        .filter(run -> run.deadLetters() > 0)
        .forEach(
            run ->
                notes.add(
                    "%s refused %,d records, which it should not"
                        .formatted(run.name(), run.deadLetters())));
    if (!report.latency().isEmpty()) {
      notes.add("Latency counts from when a record was to be sent, to its change read committed.");
    }
    return notes;
  }
}
