package io.tocsin.cli;

import io.tocsin.app.Results;
import io.tocsin.cli.text.Cells;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** One dead letter. */
@Command(
    name = "show",
    description = {
      "Shows one dead letter: why it is one, its headers, its value as JSON or text where it is",
      "readable, else in Base64. A file of the value, corrected, is what retry --with takes."
    },
    footer = {
      "  tocsin dead-letters show tocsin.dead-letters-3-17",
      "  tocsin dead-letters show tocsin.news-0-120"
    })
final class DeadLettersShowCommand implements Callable<Integer> {
  @Parameters(
      index = "0",
      paramLabel = "ID",
      description = "TOPIC-PARTITION-OFFSET of the letter, or of where its record came from.")
  private String id;

  private final Root root;

  DeadLettersShowCommand(Root root) {
    this.root = root;
  }

  @Override
  public Integer call() {
    var letter = root.desk().letter(root.options(), id);
    var screen = root.screen();
    if (root.json()) {
      screen.print(json(letter));
    } else {
      screen.print(lines(letter));
    }
    return Cli.FINE;
  }

  private static String json(Results.Letter letter) {
    var fields = DeadLettersListCommand.fields(letter.heading());
    var headers = new LinkedHashMap<String, String>();
    letter.headers().forEach(header -> headers.put(header.name(), header.value()));
    fields.put("key", letter.key());
    fields.put("headers", headers);
    fields.put("form", letter.form());
    fields.put("value", letter.value());
    return Json.line(fields);
  }

  private static List<String> lines(Results.Letter letter) {
    var heading = letter.heading();
    var lines = new ArrayList<String>();
    lines.add(heading.id());
    lines.add("reason     " + heading.reason());
    lines.add("why        " + Cells.clean(heading.why()));
    lines.add("from       " + heading.from());
    lines.add("published  " + heading.at());
    if (heading.retriedFrom() != null) {
      lines.add("before     " + heading.retriedFrom() + ", published again, failed again");
    }
    if (heading.retried()) {
      lines.add("since      published again");
    }
    lines.add("key        " + Cells.clean(letter.key()));
    lines.add("headers");
    letter
        .headers()
        .forEach(h -> lines.add("  " + Cells.clean(h.name()) + ": " + Cells.clean(h.value())));
    lines.add("value, %s, %d bytes".formatted(letter.form(), heading.bytes()));
    letter.value().lines().forEach(line -> lines.add(indented(line)));
    return lines;
  }

  /** Made safe, its indentation kept. */
  private static String indented(String line) {
    int begin = line.length() - line.stripLeading().length();
    return " ".repeat(begin) + Cells.clean(line.substring(begin));
  }
}
