package io.tocsin.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;

/** What happens to the folder in which a processor has its stores. */
class StateFault {
  @Fault("state folder wiped")
  void shouldTellEverythingOnce_whenTheStateFolderIsGone(Brokers brokers, Row row)
      throws Exception {
    try (var scene = Scene.on(brokers, "wiped")) {
      var one = scene.processor("one").start();
      scene.load().begin();
      scene.awaitTold(10);
      one.kill();
      wipe(one.state());
      var recovery = scene.recovery();
      one.start();
      row.done("the only processor killed, its state folder deleted, started again");
      row.recovered(recovery.await());
      scene.judge(row);
    }
  }

  @Fault("RocksDB corrupt")
  void shouldTellEverythingOnce_whenFilesOfStoresAreDamaged(Brokers brokers, Row row)
      throws Exception {
    try (var scene = Scene.on(brokers, "corrupt")) {
      var one = scene.processor("one").start();
      scene.load().begin();
      scene.awaitTold(10);
      one.terminate();
      int flipped = flip(files(one.state(), "reports", ".sst"));
      int cut = truncate(files(one.state(), "standings", "MANIFEST-"));
      assertThat(flipped + cut).isPositive();
      var recovery = scene.recovery();
      one.start();
      row.done(
          "the only processor stopped, bytes of %d SST files flipped, %d MANIFESTs cut in half,"
              + " started again",
          flipped, cut);
      row.recovered(recovery.await());
      row.note(
          "damaged stores it named: %d",
          one.logged().filter(line -> line.contains("is damaged")).count());
      scene.judge(row);
    }
  }

  @Fault("state folder's disk full")
  void shouldEndWithWhatToDo_andTellEverythingOnce_whenTheDiskOfTheStateIsFull(
      Brokers brokers, Row row) throws Exception {
    try (var scene = Scene.on(brokers, "full");
        var disk = SmallDisk.at(scene.folder().resolve("one/state"))) {
      var one = scene.processor("one").start();
      scene.load().begin();
      scene.awaitTold(10);
      disk.fill();
      int told = scene.told();
      scene.awaitTold(told + 10);
      one.terminate();
      // closing its stores may have made some room
      disk.fill();
      one.launch();

      int code = one.awaitExit();

      assertThat(code).isEqualTo(1);
      assertThat(one.said()).anyMatch(line -> line.contains("is full"));
      disk.free();
      var recovery = scene.recovery();
      one.start();
      row.done(
          "a file system of its own filled under the only processor, which goes on; stopped and"
              + " started: ends with 1; room made, started");
      row.recovered(recovery.await());
      scene.judge(row);
    }
  }

  /** Deletes a folder with all that is in it. */
  static void wipe(Path folder) throws IOException {
    try (var files = Files.walk(folder)) {
      for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }

  private static List<Path> files(Path state, String store, String part) throws IOException {
    try (var files = Files.walk(state)) {
      return files
          .filter(file -> file.getFileName().toString().contains(part))
          .filter(file -> file.getParent().getFileName().toString().equals(store))
          .toList();
    }
  }

  private static int flip(List<Path> files) throws IOException {
    for (var path : files) {
      try (var file = new RandomAccessFile(path.toFile(), "rw")) {
        for (long at = 0; at < file.length(); at += 64) {
          file.seek(at);
          int was = file.read();
          file.seek(at);
          file.write(was ^ 0xff);
        }
      }
    }
    return files.size();
  }

  private static int truncate(List<Path> files) throws IOException {
    for (var path : files) {
      try (var file = new RandomAccessFile(path.toFile(), "rw")) {
        file.setLength(file.length() / 2);
      }
    }
    return files.size();
  }
}
