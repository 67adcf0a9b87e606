package io.tocsin.cli;

import io.tocsin.app.Desk;
import io.tocsin.app.Given;
import io.tocsin.app.Key;
import io.tocsin.app.Options;
import io.tocsin.app.OptionsReader;
import io.tocsin.cli.text.ChangeLine;
import io.tocsin.cli.text.Words;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The program itself, and what every command takes. */
@Command(
    name = "tocsin",
    description = {
      "Joins news and official statements by entity and region, and says when a threat",
      "level moves, and why."
    },
    footer = {
      "  tocsin up --demo",
      "  tocsin levels --min-level SUBSTANTIAL",
      "  tocsin explain isil FR"
    },
    scope = ScopeType.INHERIT,
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    usageHelpAutoWidth = true,
    sortOptions = false,
    synopsisSubcommandLabel = "COMMAND",
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {"0:fine", "1:failed", "2:bad usage or configuration"},
    commandListHeading = "%nCommands:%n",
    optionListHeading = "%nOptions:%n",
    parameterListHeading = "%nParameters:%n",
    footerHeading = "%nExamples:%n")
final class Root implements Runnable {
  @Option(
      names = "--config",
      scope = ScopeType.INHERIT,
      paramLabel = "FILE",
      description = "Configuration; else ./tocsin.yaml, else tocsin.yaml in the data folder.")
  private Path config;

  @Option(
      names = "--set",
      scope = ScopeType.INHERIT,
      paramLabel = "KEY=VALUE",
      description = "Sets one configuration key; may be repeated.")
  private Map<String, String> sets = new LinkedHashMap<>();

  @Option(
      names = "--data",
      scope = ScopeType.INHERIT,
      paramLabel = "DIR",
      description = "Data folder; else the key data, else ~/.tocsin.")
  private String data;

  @Option(
      names = "--bootstrap-servers",
      scope = ScopeType.INHERIT,
      paramLabel = "HOST:PORT",
      description = "Kafka cluster; else the embedded one of the data folder.")
  private String bootstrapServers;

  @Option(
      names = "--json",
      scope = ScopeType.INHERIT,
      description = "Writes one JSON object a line.")
  private boolean json;

  @Option(
      names = "--verbose",
      scope = ScopeType.INHERIT,
      description = "Shows where an error came from.")
  private boolean verbose;

  @Spec private CommandSpec spec;

  private final Surroundings at;
  private final Supplier<Desk> desk;

  Root(Surroundings at, Supplier<Desk> desk) {
    this.at = at;
    this.desk = desk;
  }

  @Override
  public void run() {
    throw new CommandLine.ParameterException(spec.commandLine(), "a command is missing");
  }

  Surroundings at() {
    return at;
  }

  Desk desk() {
    return desk.get();
  }

  boolean json() {
    return json;
  }

  boolean verbose() {
    return verbose;
  }

  /** What {@code --set} says, unread: for processes that read it themselves. */
  Map<String, String> sets() {
    return sets;
  }

  Options options() {
    return options(Map.of());
  }

  /**
   * The options of this run.
   *
   * @param flags what the command's own options say; entries without a value count as not given
   */
  Options options(Map<Key, String> flags) {
    var all = new EnumMap<Key, String>(Key.class);
    put(all, Key.DATA, data);
    put(all, Key.KAFKA_BOOTSTRAP_SERVERS, bootstrapServers);
    all.putAll(flags);
    return OptionsReader.read(
        new Given(all, sets, at.environment(), config, at.directory(), at.home(), at.cores()));
  }

  /** The flags of a command, by key; without those that were not given. */
  static Map<Key, String> flags(Key key, Object value) {
    var flags = new EnumMap<Key, String>(Key.class);
    put(flags, key, value);
    return flags;
  }

  static void put(Map<Key, String> flags, Key key, Object value) {
    if (value != null) {
      flags.put(key, value.toString());
    }
  }

  Words words(Options options) {
    return new Words(desk().names(options));
  }

  /** A screen on which changes are JSON, or lines for people. */
  Screen screen(Options options) {
    if (json) {
      return new Screen(at, true, desk()::json);
    }
    var line = new ChangeLine(words(options), at.outTerminal());
    return new Screen(at, false, line::of);
  }

  /** A screen for answers without changes. */
  Screen screen() {
    return new Screen(at, json, change -> desk().json(change));
  }
}
