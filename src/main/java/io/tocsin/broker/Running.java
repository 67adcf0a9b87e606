package io.tocsin.broker;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.Properties;

/**
 * A broker as it wrote itself down in its data folder.
 *
 * @param pid the process it runs in
 * @param host its address
 * @param port where its clients connect
 */
public record Running(long pid, String host, int port) {
  private static final String FILE = "broker.running";
  private static final int CONNECT_MILLIS = 1000;

  /** As Kafka's {@code bootstrap.servers} wants it. */
  public String bootstrapServers() {
    return host + ":" + port;
  }

  /**
   * The broker that runs in a data folder now, so that a second process can join it instead of
   * failing. What a killed one left behind does not count: its process is gone, or nothing listens.
   */
  public static Optional<Running> in(Path dataFolder) {
    return read(dataFolder).filter(Running::isAlive);
  }

  private boolean isAlive() {
    if (ProcessHandle.of(pid).isEmpty()) {
      return false;
    }
    try (var socket = new Socket()) {
      socket.connect(new InetSocketAddress(host, port), CONNECT_MILLIS);
      return true;
    } catch (IOException nobodyListens) {
      return false;
    }
  }

  /** What is written there, alive or not; empty where nothing is, or nothing that makes sense. */
  static Optional<Running> read(Path dataFolder) {
    var lines = new Properties();
    try {
      lines.load(new StringReader(Files.readString(dataFolder.resolve(FILE))));
      return Optional.of(
          new Running(
              Long.parseLong(lines.getProperty("pid")),
              lines.getProperty("host"),
              Integer.parseInt(lines.getProperty("port"))));
    } catch (IOException | UncheckedIOException | IllegalArgumentException unreadable) {
      return Optional.empty();
    }
  }

  void write(Path dataFolder) throws IOException {
    var draft = dataFolder.resolve(FILE + ".new");
    Files.writeString(draft, "pid=%d%nhost=%s%nport=%d%n".formatted(pid, host, port));
    Files.move(draft, dataFolder.resolve(FILE), StandardCopyOption.REPLACE_EXISTING);
  }

  static void forget(Path dataFolder) throws IOException {
    Files.deleteIfExists(dataFolder.resolve(FILE));
  }

  @Override
  public String toString() {
    return "process " + pid + " at " + bootstrapServers();
  }
}
