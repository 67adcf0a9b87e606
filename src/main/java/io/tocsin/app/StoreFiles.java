package io.tocsin.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.rocksdb.Options;
import org.rocksdb.RocksDB;
import org.rocksdb.RocksDBException;
import org.rocksdb.SstFileReader;
import org.rocksdb.Status;

/**
 * The tables of all stores, held against the checksums that RocksDB wrote into them. Opening a
 * store reads little of them, and going through one whose block is damaged just ends there: Kafka
 * Streams does not ask an iterator why it has no more.
 */
final class StoreFiles {
  private static final String TABLE = ".sst";

  /** {@code TASK/rocksdb/STORE/NUMBER.sst} below the folder of the application. */
  private static final int DEPTH = 4;

  private StoreFiles() {}

  /**
   * The stores of which a table is damaged.
   *
   * @param application its folder, which need not be there
   */
  static List<DamagedStore> damaged(Path application) {
    if (!Files.isDirectory(application)) {
      return List.of();
    }
    RocksDB.loadLibrary();
    try (var files = Files.walk(application, DEPTH)) {
      return files
          .filter(file -> file.getFileName().toString().endsWith(TABLE))
          .filter(StoreFiles::isDamaged)
          .map(file -> new DamagedStore(file.getParent()))
          .distinct()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean isDamaged(Path table) {
    try (var options = new Options();
        var reader = new SstFileReader(options)) {
      reader.open(table.toString());
      reader.verifyChecksum();
      return false;
    } catch (RocksDBException e) {
      // whatever else fails, fails again where it can be explained
      return e.getStatus() != null && e.getStatus().getCode() == Status.Code.Corruption;
    }
  }
}
