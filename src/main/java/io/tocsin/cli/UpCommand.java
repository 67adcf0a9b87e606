package io.tocsin.cli;

import io.tocsin.app.Key;
import io.tocsin.app.Requests;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Everything in one process. */
@Command(
    name = "up",
    description = "Runs all of Tocsin in one process: embedded Kafka and the processor.",
    footer = {
      "  tocsin up",
      "  tocsin up --demo",
      "  tocsin up --data /var/lib/tocsin --port 19092"
    })
final class UpCommand implements Callable<Integer> {
  @Option(names = "--demo", description = "Also plays the demo scenario, apart from live levels.")
  private boolean demo;

  @Option(
      names = "--speed",
      paramLabel = "FACTOR",
      defaultValue = "1",
      converter = Speeds.class,
      description = "How fast the demo plays: 1, the default, takes a minute; max does not wait.")
  private double speed;

  @Option(
      names = "--port",
      paramLabel = "PORT",
      description = "Port of the embedded Kafka, 0 for any; 9092 unless configured.")
  private String port;

  @Option(
      names = "--policy",
      paramLabel = "FILE",
      description = "Policy document; else the built-in policy.")
  private String policy;

  @Option(
      names = "--reference",
      paramLabel = "DIR",
      description = "CSV files that replace the built-in ones by name.")
  private String reference;

  @Option(
      names = "--clock",
      paramLabel = "wall|stream",
      description = "Whether levels fall with real time, or only as records and ticks come.")
  private String clock;

  private final Root root;

  UpCommand(Root root) {
    this.root = root;
  }

  @Override
  public Integer call() {
    var options = root.options(flags());
    root.desk().up(options, new Requests.Up(demo, speed), root.screen(options));
    return Cli.FINE;
  }

  private Map<Key, String> flags() {
    var flags = new EnumMap<Key, String>(Key.class);
    Root.put(flags, Key.PORT, port);
    Root.put(flags, Key.POLICY_FILE, policy);
    Root.put(flags, Key.REFERENCE, reference);
    Root.put(flags, Key.CLOCK, clock);
    return flags;
  }
}
