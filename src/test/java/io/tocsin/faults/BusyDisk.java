package io.tocsin.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * A disk that others write little to at a time, and wait for it each time, as fast as it goes. A
 * device that is slow by itself would need root and the kernel's device mapper.
 */
final class BusyDisk implements AutoCloseable {
  private static final int WRITERS = 12;
  private static final int CHUNK = 64 * 1024;

  /** Written over again and again, so that the disk does not fill. */
  private static final int CHUNKS = 64;

  private final List<Thread> writers = new ArrayList<>();
  private final Queue<Long> millis = new ConcurrentLinkedQueue<>();
  private volatile boolean closing;

  private BusyDisk() {}

  /** Begins to write in a folder of the disk. */
  static BusyDisk of(Path folder) throws IOException {
    var disk = new BusyDisk();
    for (int i = 0; i < WRITERS; i++) {
      var file = Files.createDirectories(folder).resolve("busy-" + i);
      var writer = new Thread(() -> disk.write(file), "busy-disk-" + i);
      writer.setDaemon(true);
      writer.start();
      disk.writers.add(writer);
    }
    return disk;
  }

  private void write(Path file) {
    var bytes = ByteBuffer.allocateDirect(CHUNK);
    try (var out = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      for (long chunk = 0; !closing; chunk++) {
        long begun = System.nanoTime();
        out.write(bytes.rewind(), chunk % CHUNKS * CHUNK);
        out.force(true);
        millis.add((System.nanoTime() - begun) / 1_000_000);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** How long it took in the median until it had 64 KiB for good, in milliseconds. */
  long medianMillis() {
    var sorted = millis.stream().sorted().toList();
    return sorted.get(sorted.size() / 2);
  }

  /** How much was written, in megabytes. */
  long megabytes() {
    return (long) millis.size() * CHUNK / 1_000_000;
  }

  @Override
  public void close() {
    closing = true;
    try {
      for (var writer : writers) {
        writer.join();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
