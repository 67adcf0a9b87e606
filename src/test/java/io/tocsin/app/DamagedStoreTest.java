package io.tocsin.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.apache.kafka.streams.errors.ProcessorStateException;
import org.apache.kafka.streams.errors.StreamsException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rocksdb.FlushOptions;
import org.rocksdb.RocksDB;
import org.rocksdb.RocksDBException;

class DamagedStoreTest {
  @TempDir Path state;

  @Test
  void shouldFindTheStore_whenRocksDbCallsItsFilesCorrupt() throws Exception {
    var folder = store("reports");
    Files.writeString(folder.resolve("CURRENT"), "MANIFEST-000009\n");

    var failure = failureOfOpening(folder);

    assertThat(DamagedStore.in(failure)).contains(new DamagedStore(folder));
  }

  @Test
  void shouldFindTheStore_whenAByteOfItsManifestHasFlipped() throws Exception {
    var folder = store("reports");
    RocksDB.open(folder.toString()).close();
    try (var files = Files.list(folder)) {
      for (var file :
          files.filter(f -> f.getFileName().toString().startsWith("MANIFEST")).toList()) {
        var bytes = Files.readAllBytes(file);
        bytes[bytes.length / 2] ^= 1;
        Files.write(file, bytes);
      }
    }

    var failure = failureOfOpening(folder);

    assertThat(DamagedStore.in(failure)).contains(new DamagedStore(folder));
  }

  @Test
  void shouldFindTheStore_whenReadingMeetsADamagedBlock() throws Exception {
    var folder = store("standings");
    try (var store = RocksDB.open(folder.toString());
        var flush = new FlushOptions()) {
      store.put("key".getBytes(UTF_8), "value".getBytes(UTF_8));
      store.flush(flush);
    }
    flipFirstBytes(folder);

    assertThat(StoreFiles.damaged(state.resolve("app"))).containsExactly(new DamagedStore(folder));
    assertThat(DamagedStore.in(failureOfReading(folder))).contains(new DamagedStore(folder));
  }

  @Test
  void shouldFindNoStoreAmongThose_thatAreWell_orWhereThereAreNone() throws Exception {
    var folder = store("standings");
    try (var store = RocksDB.open(folder.toString());
        var flush = new FlushOptions()) {
      store.put("key".getBytes(UTF_8), "value".getBytes(UTF_8));
      store.flush(flush);
    }

    assertThat(StoreFiles.damaged(state.resolve("app"))).isEmpty();
    assertThat(StoreFiles.damaged(state.resolve("other"))).isEmpty();
  }

  @Test
  void shouldFindNothing_whenTheDiskIsFull() {
    var full = opening(state, new RocksDBException("IO error: No space left on device: x"));

    assertThat(DamagedStore.in(full)).isEmpty();
  }

  @Test
  void shouldFindNothing_whenSomethingElseFailed() {
    assertThat(DamagedStore.in(new StreamsException("else"))).isEmpty();
  }

  @Test
  void shouldLeaveNothingOfTheStore_whenItIsDiscarded() throws IOException {
    var folder = store("reports");
    var other = Files.writeString(store("office").resolve("CURRENT"), "x");
    Files.writeString(folder.resolve("000010.sst"), "x");
    var checkpoint = Files.writeString(state.resolve("app/1_0/.checkpoint"), "0\n0\n");

    new DamagedStore(folder).discard();

    assertThat(folder).doesNotExist();
    assertThat(checkpoint).doesNotExist();
    assertThat(other).exists();
  }

  private Path store(String name) throws IOException {
    return Files.createDirectories(state.resolve("app/1_0/rocksdb").resolve(name));
  }

  private static void flipFirstBytes(Path folder) throws IOException {
    try (var files = Files.list(folder)) {
      for (var file : files.filter(f -> f.toString().endsWith(".sst")).toList()) {
        var bytes = Files.readAllBytes(file);
        bytes[2] ^= 1;
        Files.write(file, bytes);
      }
    }
  }

  /** As Kafka Streams says it, without the folder. */
  private static Throwable failureOfReading(Path folder) {
    try (var store = RocksDB.open(folder.toString())) {
      throw new AssertionError("it reads " + Arrays.toString(store.get("key".getBytes(UTF_8))));
    } catch (RocksDBException e) {
      return new StreamsException(
          new ProcessorStateException("Error while getting value for key from store x", e));
    }
  }

  private static Throwable failureOfOpening(Path folder) {
    try (var opened = RocksDB.open(folder.toString())) {
      throw new AssertionError("it opens: " + opened);
    } catch (RocksDBException e) {
      return opening(folder, e);
    }
  }

  /** As Kafka Streams says it. */
  private static Throwable opening(Path folder, RocksDBException cause) {
    return new StreamsException(
        new ProcessorStateException("Error opening store reports at location " + folder, cause));
  }
}
