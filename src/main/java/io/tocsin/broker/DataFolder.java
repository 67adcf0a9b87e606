package io.tocsin.broker;

import io.tocsin.broker.BrokerUnavailable.Reason;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A data folder claimed by this process alone, for as long as this object is open.
 *
 * <p>Kafka has a lock of its own but takes it after it has begun to write its metadata log, which
 * two processes would then both do. Ours is taken first.
 */
final class DataFolder implements AutoCloseable {
  /*
   * On POSIX a file lock belongs to the process, and closing any channel on the file gives it up:
   * a second claim within this JVM must be refused without opening the lock file at all.
   */
  private static final Set<Path> CLAIMED_HERE = ConcurrentHashMap.newKeySet();

  private static final String LOCK = "broker.lock";
  private static final long ROOM_TO_START = 64L * 1024 * 1024;

  private final Path path;
  private final FileChannel channel;
  private final FileLock lock;

  private DataFolder(Path path, FileChannel channel, FileLock lock) {
    this.path = path;
    this.channel = channel;
    this.lock = lock;
  }

  /**
   * Creates the folder where it is missing, and claims it.
   *
   * @throws BrokerUnavailable where it is in use, not writable or full
   */
  static DataFolder claim(Path folder) {
    Path path;
    try {
      path = Files.createDirectories(folder).toRealPath();
      Files.createDirectories(logs(path));
    } catch (IOException e) {
      throw notWritable(folder, e);
    }
    if (!CLAIMED_HERE.add(path)) {
      throw inUse(path);
    }
    try {
      return lock(path);
    } catch (RuntimeException e) {
      CLAIMED_HERE.remove(path);
      throw e;
    }
  }

  private static DataFolder lock(Path path) {
    FileChannel channel = null;
    try {
      channel =
          FileChannel.open(path.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      var lock = channel.tryLock();
      if (lock == null) {
        channel.close();
        throw inUse(path);
      }
      return new DataFolder(path, channel, lock).withRoom();
    } catch (IOException e) {
      throw notWritable(path, e);
    }
  }

  private DataFolder withRoom() throws IOException {
    var free = Files.getFileStore(path).getUsableSpace();
    if (free < ROOM_TO_START) {
      var full = Faults.diskFull(path, free, null);
      release();
      throw full;
    }
    return this;
  }

  Path path() {
    return path;
  }

  /** Where the node keeps its logs: it takes every folder in there for a topic's. */
  Path logs() {
    return logs(path);
  }

  static Path logs(Path path) {
    return path.resolve("kafka");
  }

  /** Writes down who runs here and where, for those who come second. */
  void announce(Running running) {
    try {
      running.write(path);
    } catch (IOException e) {
      throw Faults.explain(path, e);
    }
  }

  @Override
  public void close() throws IOException {
    try {
      Running.forget(path);
    } finally {
      release();
      CLAIMED_HERE.remove(path);
    }
  }

  private void release() throws IOException {
    lock.release();
    channel.close();
  }

  private static BrokerUnavailable inUse(Path path) {
    var holder = Running.read(path).map(Running::toString).orElse("another process");
    return new BrokerUnavailable(
        Reason.FOLDER_IN_USE,
        "data folder %s is in use by %s: use that one, stop it, or choose another folder"
            .formatted(path, holder));
  }

  private static BrokerUnavailable notWritable(Path path, IOException cause) {
    return new BrokerUnavailable(
        Reason.FOLDER_NOT_WRITABLE,
        "data folder %s cannot be used (%s): give this user the right to write there, or choose another folder"
            .formatted(path, Faults.text(cause)),
        cause);
  }
}
