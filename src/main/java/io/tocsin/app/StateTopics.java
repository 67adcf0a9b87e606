package io.tocsin.app;

import static java.util.stream.Collectors.toMap;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.Properties;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.kafka.common.Uuid;

/**
 * The changelogs that the state of this folder belongs to, by the ids that Kafka gave them: one
 * that was deleted is made anew by Kafka Streams, empty, and state would be lost without a word.
 * Lies with the state, so that whoever deletes that begins anew.
 */
final class StateTopics {
  private static final String FILE = "changelogs.properties";
  private static final String CHANGELOG = "-changelog";

  private final Path file;
  private final String application;

  /**
   * @param state the folder of the state of all applications
   */
  StateTopics(Path state, String application) {
    this.file = state.resolve(application).resolve(FILE);
    this.application = application;
  }

  /** Whether a topic is a changelog of the application. */
  boolean isOne(String topic) {
    return topic.startsWith(application + "-") && topic.endsWith(CHANGELOG);
  }

  /** Those that were there when the state was last worked on; empty where nothing is known. */
  SortedMap<String, Uuid> known() {
    if (!Files.exists(file)) {
      return new TreeMap<>();
    }
    var kept = new Properties();
    try (var in = Files.newBufferedReader(file)) {
      kept.load(in);
      return kept.stringPropertyNames().stream()
          .collect(
              toMap(n -> n, n -> Uuid.fromString(kept.getProperty(n)), (a, b) -> a, TreeMap::new));
    } catch (IOException | IllegalArgumentException e) {
      throw new Failure(
          "%s cannot be read: %s".formatted(file, e),
          "Delete it, if nobody has deleted topics of the processor: it is made anew.",
          e);
    }
  }

  /**
   * Keeps them.
   *
   * @param ids of changelogs by name
   * @throws Failure where the folder cannot be written
   */
  void keep(Map<String, Uuid> ids) {
    var kept = new Properties();
    ids.forEach((name, id) -> kept.setProperty(name, id.toString()));
    try {
      Files.createDirectories(file.getParent());
      var next = file.resolveSibling(FILE + ".next");
      try (var out = Files.newBufferedWriter(next)) {
        kept.store(out, "the changelogs that this state belongs to");
      }
      Files.move(next, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw FullDisk.unwritable(file, e);
    }
  }

  /** What of these is no longer there under its name. */
  static SortedMap<String, Uuid> gone(Map<String, Uuid> known, Map<String, Uuid> present) {
    var gone = new TreeMap<>(known);
    gone.entrySet().removeIf(one -> one.getValue().equals(present.get(one.getKey())));
    return gone;
  }
}
