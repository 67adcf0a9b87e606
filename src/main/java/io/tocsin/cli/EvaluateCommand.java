package io.tocsin.cli;

import io.tocsin.app.Failure;
import io.tocsin.app.Key;
import io.tocsin.app.Requests;
import io.tocsin.app.Results;
import io.tocsin.cli.text.Table;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** How well texts are read. */
@Command(
    name = "evaluate",
    description = {
      "Measures how well texts are read, on corpora that others labelled, beside a baseline.",
      "Half of each corpus is there to tune on, by the document's id; figures are of the other."
    },
    footer = {
      "  tocsin evaluate geoparsing corpora/geoparsing",
      "  tocsin evaluate geoparsing corpora/geoparsing --reference my-data --half all",
      "  tocsin evaluate duplicates corpora --output duplicates.ndjson"
    })
final class EvaluateCommand implements Callable<Integer> {
  /** A measure above this is no share, whatever its name: a count or a distance. */
  private static final Set<String> WHOLE =
      Set.of("labelled", "resolved", "copies", "otherPairs", "falsePairs", "sentences");

  private static final int MOST_COLUMNS = 12;

  @Parameters(
      index = "0",
      paramLabel = "WHAT",
      description = "What is measured: ${COMPLETION-CANDIDATES}.")
  private Requests.Task task;

  @Parameters(index = "1", paramLabel = "DIR", description = "Folder of the corpora.")
  private Path folder;

  @Option(
      names = "--half",
      paramLabel = "HALF",
      defaultValue = "REPORT",
      description = "${COMPLETION-CANDIDATES}; ${DEFAULT-VALUE} unless given.")
  private Requests.Half half;

  @Option(
      names = "--reference",
      paramLabel = "DIR",
      description = "CSV files that replace the built-in ones by name: more places, for one.")
  private String reference;

  @Option(
      names = "--output",
      paramLabel = "FILE",
      description = "Writes the figures too: one JSON object a line.")
  private Path output;

  private final Root root;

  EvaluateCommand(Root root) {
    this.root = root;
  }

  @Override
  public Integer call() {
    var directory = root.at().directory();
    var request = new Requests.Evaluation(task, directory.resolve(folder), half);
    var screen = root.screen();
    var options = root.options(Root.flags(Key.REFERENCE, reference));
    var evaluated = root.desk().evaluate(options, request, screen);
    var lines = evaluated.figures().stream().map(f -> json(evaluated, f)).toList();
    if (output != null) {
      write(directory.resolve(output), lines);
    }
    if (root.json()) {
      screen.print(lines);
    } else {
      screen.print(table(evaluated));
      screen.say("with a gazetteer of " + evaluated.regions() + " regions");
    }
    return Cli.FINE;
  }

  private List<String> table(Results.Evaluated evaluated) {
    var lines = new ArrayList<String>();
    var heads =
        evaluated.figures().stream().flatMap(f -> f.measures().keySet().stream()).distinct();
    var measures = heads.limit(MOST_COLUMNS).toList();
    var columns = new ArrayList<Table.Column>();
    columns.add(Table.yielding("CORPUS"));
    columns.add(Table.left("HALF"));
    columns.add(Table.left("METHOD"));
    columns.add(Table.right("documents"));
    measures.forEach(measure -> columns.add(Table.right(measure)));
    var table = new Table(columns.toArray(Table.Column[]::new));
    for (var figures : evaluated.figures()) {
      var cells = new ArrayList<String>();
      cells.add(figures.corpus());
      cells.add(figures.half());
      cells.add(figures.method());
      cells.add(Integer.toString(figures.documents()));
      measures.forEach(measure -> cells.add(cell(measure, figures.measures().get(measure))));
      table.row(cells.toArray(String[]::new));
    }
    lines.addAll(table.lines(root.at().outTerminal()));
    return lines;
  }

  private static String cell(String measure, Double value) {
    if (value == null) {
      return "";
    }
    boolean whole = WHOLE.contains(measure) || measure.endsWith("Km");
    return String.format(Locale.ROOT, whole ? "%.0f" : "%.3f", value);
  }

  private static String json(Results.Evaluated evaluated, Results.Measured figures) {
    return Json.line(
        "corpus",
        figures.corpus(),
        "method",
        figures.method(),
        "half",
        figures.half(),
        "documents",
        figures.documents(),
        "regions",
        evaluated.regions(),
        "measures",
        figures.measures());
  }

  private static void write(Path file, List<String> lines) {
    try {
      Files.write(file, lines);
    } catch (IOException e) {
      throw new Failure(
          "cannot write " + file + ": " + e, "Give a file that this user may write.", e);
    }
  }
}
