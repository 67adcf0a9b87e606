package io.tocsin.cli;

import io.tocsin.app.Results;
import io.tocsin.cli.text.Cells;
import io.tocsin.cli.text.Table;
import io.tocsin.cli.text.Times;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Which dead letters there are. */
@Command(
    name = "list",
    description = "Lists dead letters, newest first.",
    footer = {
      "  tocsin dead-letters list",
      "  tocsin dead-letters list --reason NOT_ENTITLED --topic statements --since 7d",
      "  tocsin dead-letters list --json --limit 1000"
    })
final class DeadLettersListCommand implements Callable<Integer> {
  private static final int MOST = 10_000;

  @Mixin private LetterSelection selection;

  @Option(
      names = "--limit",
      paramLabel = "N",
      defaultValue = "20",
      description = "This many at most, 1 to " + MOST + "; else ${DEFAULT-VALUE}.")
  private int limit;

  @Spec private CommandSpec spec;

  private final Root root;

  DeadLettersListCommand(Root root) {
    this.root = root;
  }

  @Override
  public Integer call() {
    if (limit < 1 || limit > MOST) {
      throw new CommandLine.ParameterException(
          spec.commandLine(), "--limit must be 1 to %d, not %d".formatted(MOST, limit));
    }
    var letters = root.desk().letters(root.options(), selection.filter(), limit);
    var screen = root.screen();
    if (root.json()) {
      letters.newest().forEach(letter -> screen.print(Json.line(fields(letter))));
      return Cli.FINE;
    }
    screen.print(table(letters).lines(root.at().outTerminal()));
    screen.say(summary(letters));
    return Cli.FINE;
  }

  /** A heading as an object. */
  static Map<String, Object> fields(Results.LetterHeading letter) {
    var fields = new LinkedHashMap<String, Object>();
    fields.put("id", letter.id());
    fields.put("at", letter.at().toString());
    fields.put("reason", letter.reason());
    fields.put("why", letter.why());
    fields.put("from", letter.from());
    if (letter.retriedFrom() != null) {
      fields.put("retriedFrom", letter.retriedFrom());
    }
    fields.put("retried", letter.retried());
    fields.put("bytes", letter.bytes());
    return fields;
  }

  private static Table table(Results.Letters letters) {
    var table =
        new Table(
            Table.left("ID"),
            Table.left("PUBLISHED"),
            Table.left("REASON"),
            Table.left("TRIED"),
            Table.left("FROM"),
            Table.yielding("WHY"));
    for (var letter : letters.newest()) {
      table.row(
          letter.id(),
          Times.minute(letter.at()),
          letter.reason(),
          tried(letter),
          letter.from(),
          Cells.clean(letter.why()));
    }
    return letters.newest().isEmpty() ? new Table() : table;
  }

  private static String tried(Results.LetterHeading letter) {
    if (letter.retriedFrom() != null) {
      return "failed again";
    }
    return letter.retried() ? "yes" : "";
  }

  private static String summary(Results.Letters letters) {
    if (letters.matching() == 0) {
      return "no dead letter matches";
    }
    return "%d of %d shown, %d not tried again; %s"
        .formatted(
            letters.newest().size(),
            letters.matching(),
            letters.open(),
            letters.byReason().entrySet().stream()
                .map(e -> e.getKey() + " " + e.getValue())
                .reduce((a, b) -> a + ", " + b)
                .orElse(""));
  }
}
