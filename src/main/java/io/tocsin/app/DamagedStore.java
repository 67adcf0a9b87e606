package io.tocsin.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Pattern;
import org.rocksdb.RocksDBException;
import org.rocksdb.Status;

/**
 * A store of the processor whose files cannot be opened any more. What was in it is in Kafka, so
 * its files are worth nothing; left where they are they would end every start.
 *
 * @param folder of the store: {@code STATE/APPLICATION/TASK/rocksdb/STORE}
 */
record DamagedStore(Path folder) {
  /** Kafka Streams tells the folder in no other way. */
  private static final Pattern OPENING =
      Pattern.compile("Error opening store \\S+ at location (.+)");

  /** The damaged store that a failure speaks of. */
  static Optional<DamagedStore> in(Throwable trouble) {
    for (var at = trouble; at != null; at = at.getCause()) {
      var opening = OPENING.matcher(String.valueOf(at.getMessage()));
      if (opening.find() && isDamage(at.getCause())) {
        return Optional.of(new DamagedStore(Path.of(opening.group(1).strip())));
      }
    }
    return Optional.empty();
  }

  /** Its message alone does not say that files are corrupt; its status does. */
  private static boolean isDamage(Throwable cause) {
    if (!(cause instanceof RocksDBException failure)) {
      return false;
    }
    var status = failure.getStatus();
    return status != null && status.getCode() == Status.Code.Corruption
        || String.valueOf(failure.getMessage()).contains("No such file");
  }

  /**
   * Deletes its files, and what says how far the stores of its task have come, so that Kafka
   * Streams reads them back from the changelogs.
   */
  void discard() throws IOException {
    if (Files.isDirectory(folder)) {
      try (var files = Files.walk(folder)) {
        for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.deleteIfExists(file);
        }
      }
    }
    Files.deleteIfExists(folder.getParent().resolveSibling(".checkpoint"));
  }
}
