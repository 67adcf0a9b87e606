package io.tocsin.app;

import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/** The whole of {@code up --demo} in this process, played through, until it is closed. */
final class DemoUp implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofMinutes(4);

  private final Heard heard = new Heard();
  private final List<Throwable> failures = new CopyOnWriteArrayList<>();
  private final Closers closers = new Closers(name -> {});
  private final Thread thread;
  private final Shutdown shutdown;

  DemoUp(Path data, int httpPort, int partitions) {
    var options =
        OptionsReader.read(
            new Given(
                Map.of(Key.DATA, data.toString(), Key.PORT, "0"),
                Map.of(
                    "http.port",
                    Integer.toString(httpPort),
                    "topics.partitions",
                    Integer.toString(partitions)),
                Map.of(),
                null,
                data,
                data,
                2));
    thread = new Thread(() -> run(options), "demo");
    shutdown = new Shutdown(thread, () -> {});
    thread.start();
  }

  private void run(Options options) {
    try (closers) {
      new Tocsin(closers, shutdown, InstantSource.system())
          .up(options, new Requests.Up(true, Double.POSITIVE_INFINITY), heard);
    } catch (RuntimeException e) {
      failures.add(e);
    }
  }

  /** Waits until everything that is played has been told. */
  DemoUp played() {
    await()
        .atMost(PATIENCE)
        .until(
            () ->
                !failures.isEmpty() || heard.said.stream().anyMatch(s -> s.startsWith("played ")));
    if (!failures.isEmpty()) {
      throw new AssertionError("the demo ended", failures.get(0));
    }
    return this;
  }

  /** Where HTTP is: {@code http://127.0.0.1:8080}. */
  String address() {
    return heard.address("HTTP");
  }

  String bootstrap() {
    return heard.address("Kafka");
  }

  @Override
  public void close() {
    shutdown.request();
    try {
      thread.join(PATIENCE.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
