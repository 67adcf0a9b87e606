package io.tocsin.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * The id by which Kafka Streams knows a process: it lies with its state, and the names of its
 * transactions have it. It is part of the client id as well, so that others in the group see whose
 * transactions are whose; hence it is made here, before Kafka Streams would make it.
 */
final class ProcessId {
  /** Where Kafka Streams keeps it ({@code StateDirectory}); a test holds the two together. */
  private static final String FILE = "kafka-streams-process-metadata";

  private static final Pattern KEPT =
      Pattern.compile("\\{\\s*\"processId\"\\s*:\\s*\"([0-9a-f-]{36})\"\\s*}");

  private ProcessId() {}

  /**
   * The id of the process whose state lies in a folder, made where there is none yet.
   *
   * @param application the id of the application
   * @throws Failure where the folder cannot be written
   */
  static String of(Path state, String application) {
    var file = state.resolve(application).resolve(FILE);
    try {
      if (Files.exists(file)) {
        var kept = KEPT.matcher(Files.readString(file).strip());
        if (kept.matches()) {
          return kept.group(1);
        }
      }
      var made = UUID.randomUUID().toString();
      Files.createDirectories(file.getParent());
      Files.writeString(file, "{\"processId\":\"" + made + "\"}");
      return made;
    } catch (IOException e) {
      throw FullDisk.unwritable(file, e);
    }
  }

  /** What a member's client id says of it; empty where it says nothing. */
  static Optional<String> in(String application, String clientId) {
    var pattern =
        Pattern.compile(
            Pattern.quote(application)
                + "-(?:wall|stream)-([0-9a-f-]{36})-StreamThread-\\d+-consumer");
    var named = pattern.matcher(clientId);
    return named.matches() ? Optional.of(named.group(1)) : Optional.empty();
  }
}
