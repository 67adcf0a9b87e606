package io.tocsin.cli;

import io.tocsin.app.Key;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The processor alone. */
@Command(
    name = "process",
    description = "Runs the processor alone, against a Kafka cluster.",
    footer = {
      "  tocsin process --bootstrap-servers kafka-1:9092,kafka-2:9092",
      "  tocsin process --config prod.yaml --set threads=4",
      "  tocsin process --bootstrap-servers localhost:9092 --set kafka.security.protocol=SSL"
    })
final class ProcessCommand implements Callable<Integer> {
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

  ProcessCommand(Root root) {
    this.root = root;
  }

  @Override
  public Integer call() {
    var options = root.options(flags());
    root.desk().process(options, root.screen(options));
    return Cli.FINE;
  }

  private Map<Key, String> flags() {
    var flags = new EnumMap<Key, String>(Key.class);
    Root.put(flags, Key.POLICY_FILE, policy);
    Root.put(flags, Key.REFERENCE, reference);
    Root.put(flags, Key.CLOCK, clock);
    return flags;
  }
}
