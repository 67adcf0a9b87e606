package io.tocsin.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Pattern;
import org.rocksdb.RocksDBException;
import org.rocksdb.Status;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A store of the processor whose files cannot be opened any more. What was in it is in Kafka, so
 * its files are worth nothing; left where they are they would end every start.
 *
 * @param folder of the store: {@code STATE/APPLICATION/TASK/rocksdb/STORE}
 */
record DamagedStore(Path folder) {
  private static final Logger LOG = LoggerFactory.getLogger(DamagedStore.class);

  /** Kafka Streams tells the folder in no other way. */
  private static final Pattern OPENING =
      Pattern.compile("Error opening store \\S+ at location (.+)");

  /** RocksDB tells the table in no other way. */
  private static final Pattern TABLE = Pattern.compile(" in (.+)[/\\\\][0-9]+\\.sst");

  /** The damaged store that a failure speaks of. */
  static Optional<DamagedStore> in(Throwable trouble) {
    for (var at = trouble; at != null; at = at.getCause()) {
      var table = TABLE.matcher(String.valueOf(at.getMessage()));
      if (isDamage(at) && table.find()) {
        return Optional.of(new DamagedStore(Path.of(table.group(1))));
      }
      var opening = OPENING.matcher(String.valueOf(at.getMessage()));
      if (opening.find() && isDamage(at.getCause())) {
        return Optional.of(new DamagedStore(Path.of(opening.group(1).strip())));
      }
    }
    return Optional.empty();
  }

  /**
   * Deletes the damaged store that a failure speaks of, if it speaks of one.
   *
   * @return whether it did, so that what failed may be tried again
   */
  static boolean discarded(Throwable trouble) {
    var damaged = in(trouble);
    return damaged.isPresent() && damaged.get().discarded(Troubles.root(trouble).getMessage());
  }

  /**
   * @param why it is held for damaged
   */
  boolean discarded(String why) {
    try {
      discard();
    } catch (IOException e) {
      LOG.warn("the store in {} is damaged, and cannot be deleted ({})", folder, e.toString());
      return false;
    }
    LOG.warn("the store in {} is damaged ({}): deleted, and read back from Kafka", folder, why);
    return true;
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
