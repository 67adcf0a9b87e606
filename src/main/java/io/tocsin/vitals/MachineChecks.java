package io.tocsin.vitals;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Checks of the machine we run on; each looks once, takes milliseconds and leaves nothing behind.
 */
public final class MachineChecks {
  /** The release the classes are compiled for. */
  static final int OLDEST_JAVA = 17;

  private static final long MIB = 1024 * 1024;
  private static final long ROOM_NEEDED = 64 * MIB;
  private static final long ROOM_WANTED = 1024 * MIB;

  private MachineChecks() {}

  /** The Java this process runs on. */
  public static Finding java() {
    return java(Runtime.version().feature(), System.getProperty("java.home"));
  }

  static Finding java(int release, String home) {
    var detail = "Java " + release + " in " + home;
    return release >= OLDEST_JAVA
        ? Finding.ok("Java", detail)
        : Finding.fail(
            "Java",
            detail,
            "install Java %d or later and point JAVA_HOME at it".formatted(OLDEST_JAVA));
  }

  /**
   * Whether a port of the loopback address is free to listen on.
   *
   * @param what what the port is for: {@code Kafka port}
   */
  public static Finding port(String what, int port) {
    try (var socket = new ServerSocket()) {
      socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
      return Finding.ok(what, port + " is free");
    } catch (IOException e) {
      return Finding.fail(
          what,
          "%d cannot be listened on (%s)".formatted(port, e.getMessage()),
          "stop the process that holds it, or choose another port");
    }
  }

  /** Whether a folder can be created, written to and has room on its disk. */
  public static Finding folder(String what, Path folder) {
    try {
      var path = nearestExisting(folder.toAbsolutePath());
      var probe = Files.createTempFile(path, "doctor", ".tmp");
      Files.delete(probe);
      return room(what, folder, Files.getFileStore(path).getUsableSpace());
    } catch (IOException e) {
      return Finding.fail(
          what,
          "%s is not writable (%s: %s)"
              .formatted(folder, e.getClass().getSimpleName(), e.getMessage()),
          "give this user the right to write there, or choose another folder");
    }
  }

  static Finding room(String what, Path folder, long freeBytes) {
    var detail = "%s is writable, %d MiB free".formatted(folder, freeBytes / MIB);
    if (freeBytes < ROOM_NEEDED) {
      return Finding.fail(
          what, detail, "make room: at least %d MiB are needed".formatted(ROOM_NEEDED / MIB));
    }
    return freeBytes < ROOM_WANTED
        ? Finding.warn(what, detail, "make room: under 1 GiB fills up within weeks")
        : Finding.ok(what, detail);
  }

  /** A folder that does not exist yet is as good as the nearest one above it that does. */
  private static Path nearestExisting(Path folder) throws IOException {
    for (var path = folder; path != null; path = path.getParent()) {
      if (Files.exists(path)) {
        return path;
      }
    }
    throw new IOException("no folder above it exists");
  }
}
