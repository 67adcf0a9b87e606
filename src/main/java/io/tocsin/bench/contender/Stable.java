package io.tocsin.bench.contender;

import io.tocsin.topology.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Starts contenders, all with the same JVM and flags.
 *
 * @param jvm flags of each
 * @param sets configuration that Tocsin is given beside the bench's own
 * @param clock by which Tocsin goes
 */
public record Stable(
    List<String> jvm,
    Map<String, String> sets,
    int partitions,
    Path reference,
    Settings.ClockKind clock) {
  private static final String PRODUCT = "io.tocsin.Main";
  private static final List<String> BROKER_JVM =
      List.of("-Xms512m", "-Xmx512m", "-XX:+UseParallelGC");

  public Stable {
    jvm = List.copyOf(jvm);
    sets = Map.copyOf(sets);
  }

  /** The same for news that happen while they are published. */
  public Stable live() {
    return new Stable(jvm, sets, partitions, reference, Settings.ClockKind.WALL);
  }

  /**
   * Starts the broker in a folder of its own; what it says when it is ready ends in its address.
   */
  public static Child broker(Path folder) throws IOException {
    return Child.start(
        "the broker",
        BROKER_JVM,
        folder,
        Contestant.class.getName(),
        List.of("broker", folder.toString()));
  }

  /**
   * Starts a contender; it begins to work at once.
   *
   * @param prefix of the topics that it reads
   * @param folder for its state
   */
  public Child start(Contender contender, String bootstrap, String prefix, Path folder)
      throws IOException {
    Files.createDirectories(folder);
    if (contender.kind() == Contender.Kind.TOCSIN) {
      return Child.start(
          contender.name(),
          flags(folder),
          folder,
          PRODUCT,
          tocsin(contender, bootstrap, prefix, folder));
    }
    var rig =
        new Rig(
            bootstrap,
            prefix,
            contender.application(prefix),
            partitions,
            contender.threads(),
            contender.guarantee(),
            contender.storage(),
            folder.toString());
    var arguments = new ArrayList<String>();
    arguments.add(contender.kind() == Contender.Kind.FLOOR ? "floor" : "naive");
    arguments.addAll(List.of(rig.arguments()));
    return Child.start(
        contender.name(), flags(folder), folder, Contestant.class.getName(), arguments);
  }

  /** Where the collector's log of a contender in this folder is. */
  public static Path collections(Path folder) {
    return folder.resolve("gc.log");
  }

  private List<String> flags(Path folder) {
    var flags = new ArrayList<>(jvm);
    flags.add("-Xlog:gc:file=" + collections(folder));
    return flags;
  }

  private List<String> tocsin(Contender contender, String bootstrap, String prefix, Path folder) {
    var arguments =
        new ArrayList<>(
            List.of(
                "process",
                "--bootstrap-servers",
                bootstrap,
                "--data",
                folder.toString(),
                "--reference",
                reference.toString(),
                "--clock",
                clock.name().toLowerCase(Locale.ROOT)));
    set(arguments, "topics.prefix", prefix);
    set(arguments, "topics.partitions", Integer.toString(partitions));
    set(arguments, "threads", Integer.toString(contender.threads()));
    set(
        arguments,
        "guarantee",
        contender.guarantee() == Guarantee.EXACTLY_ONCE ? "exactly-once" : "at-least-once");
    if (contender.storage() == Storage.MEMORY) {
      set(arguments, "state.stores", "memory");
    }
    sets.forEach((key, value) -> set(arguments, key, value));
    return arguments;
  }

  private static void set(List<String> arguments, String key, String value) {
    arguments.add("--set");
    arguments.add(key + "=" + value);
  }
}
