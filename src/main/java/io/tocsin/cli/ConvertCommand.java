package io.tocsin.cli;

import io.tocsin.app.Key;
import io.tocsin.app.Requests;
import io.tocsin.app.Results;
import io.tocsin.cli.text.Cells;
import java.util.ArrayList;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.UsageMessageSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** A document in a format of others, as records. */
@Command(
    name = "convert",
    description = {
      "Reads a feed, an alert or a news item and prints its records as NDJSON, which",
      "publish and replay take. What gives no record is told with the reason; exit code 1",
      "where there is any."
    },
    footer = {
      "  tocsin convert feed.xml --source bbc-news",
      "  tocsin convert alert.cap --authority jtac > statements.ndjson",
      "  curl -s https://example.org/feed | tocsin convert - --source example"
    })
final class ConvertCommand implements Callable<Integer> {
  private static final String SECTION = "formats";

  @Parameters(
      index = "0",
      paramLabel = "FILE",
      description = "The document, plain or .gz; - for standard input.")
  private String file;

  @Mixin private Reading reading;

  @Option(
      names = "--reference",
      paramLabel = "DIR",
      description = "CSV files that replace the built-in ones by name.")
  private String reference;

  @Spec private CommandSpec spec;

  private final Root root;

  ConvertCommand(Root root) {
    this.root = root;
  }

  /** The command with a list of the formats in its help. */
  static CommandLine line(Root root) {
    var line = new CommandLine(new ConvertCommand(root));
    var order = new ArrayList<>(line.getHelpSectionKeys());
    order.add(order.indexOf(UsageMessageSpec.SECTION_KEY_EXIT_CODE_LIST_HEADING), SECTION);
    line.setHelpSectionKeys(order);
    line.getHelpSectionMap().put(SECTION, help -> formats(root, help));
    return line;
  }

  @Override
  public Integer call() {
    checkFormat();
    var options = root.options(Root.flags(Key.REFERENCE, reference));
    var path = file.equals("-") ? file : root.at().directory().resolve(file).toString();
    var screen = root.screen();
    var request = new Requests.Convert(path, reading.format, reading.source, reading.authority);
    var converted = root.desk().convert(options, request, screen);
    screen.print(converted.lines());
    return converted.refused() == 0 ? Cli.FINE : Cli.FAILED;
  }

  private void checkFormat() {
    var format = reading.format;
    if (format == null) {
      return;
    }
    var names = root.desk().formats().stream().map(Results.Format::name).toList();
    if (names.stream().noneMatch(format::equalsIgnoreCase)) {
      throw new ParameterException(
          spec.commandLine(),
          "there is no format %s; there are %s".formatted(format, String.join(", ", names)));
    }
  }

  private static String formats(Root root, Help help) {
    var text = new StringBuilder(help.createHeading("%nFormats:%n"));
    var formats = root.desk().formats();
    int widest = formats.stream().mapToInt(format -> format.name().length()).max().orElse(0);
    formats.forEach(
        format ->
            text.append("  ")
                .append(Cells.left(format.name(), widest))
                .append("  ")
                .append(format.about())
                .append(System.lineSeparator()));
    return text.toString();
  }
}
