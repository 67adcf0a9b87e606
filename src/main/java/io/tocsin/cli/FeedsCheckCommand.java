package io.tocsin.cli;

import io.tocsin.app.FeedDesk;
import io.tocsin.cli.text.Cells;
import io.tocsin.cli.text.Table;
import io.tocsin.cli.text.Times;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Whether a file of feeds is sound. */
@Command(
    name = "check",
    description = "Reads a file of feeds as a start would; says what is in it, or what is wrong.",
    footer = {"  tocsin feeds check feeds.yaml", "  tocsin feeds check - < feeds.yaml"})
final class FeedsCheckCommand implements Callable<Integer> {
  private static final String STANDARD_INPUT = "-";

  @Parameters(
      index = "0",
      arity = "0..1",
      paramLabel = "FILE",
      description = "The file, - for standard input; else the one that is configured.")
  private String file;

  private final Root root;

  FeedsCheckCommand(Root root) {
    this.root = root;
  }

  @Override
  public Integer call() {
    boolean isPath = file != null && !file.equals(STANDARD_INPUT);
    var path = isPath ? root.at().directory().resolve(file).toString() : file;
    var entries = root.desk().feeds(root.options()).check(path);
    var screen = root.screen();
    if (root.json()) {
      entries.forEach(entry -> screen.print(Json.line(json(entry))));
    } else if (entries.isEmpty()) {
      screen.say("the file names no feed");
    } else {
      screen.print(table(entries).lines(root.at().outTerminal()));
    }
    return Cli.FINE;
  }

  private static Table table(List<FeedDesk.Entry> entries) {
    var table =
        new Table(
            Table.left("ID"),
            Table.left("EVERY"),
            Table.left("FORMAT"),
            Table.left("SOURCE"),
            Table.left("AUTHORITY"),
            Table.yielding("WHERE"));
    entries.forEach(
        e ->
            table.row(
                e.id(),
                Times.lasting(e.interval()),
                e.format().isEmpty() ? "detected" : e.format(),
                text(e.source()),
                text(e.authority()),
                Cells.clean(e.where())));
    return table;
  }

  private static String text(String optional) {
    return optional == null ? "" : optional;
  }

  private static Map<String, Object> json(FeedDesk.Entry entry) {
    var object = new LinkedHashMap<String, Object>();
    object.put("id", entry.id());
    object.put("where", entry.where());
    object.put("format", entry.format().isEmpty() ? null : entry.format());
    object.put("source", entry.source());
    object.put("authority", entry.authority());
    object.put("intervalSeconds", entry.interval().toSeconds());
    object.values().removeIf(value -> value == null);
    return object;
  }
}
