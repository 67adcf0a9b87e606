package io.tocsin.faults;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tocsin.Main;
import io.tocsin.testing.ChildJvm;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** {@code tocsin process} in a child JVM, as a user starts it, with a data folder of its own. */
final class Processor implements AutoCloseable {
  private static final Duration ANSWER = Duration.ofSeconds(20);

  private final Path data;
  private final Map<String, String> sets = new TreeMap<>();
  private final List<Consumer<ChildJvm.Plan>> changes = new ArrayList<>();
  private final HttpClient client = HttpClient.newHttpClient();
  private String bootstrap;
  private int port;
  private ChildJvm child;
  private boolean shouldRun;
  private boolean wasEnded;

  /**
   * @param data its folder
   * @param sets keys of the configuration
   */
  Processor(Path data, String bootstrap, Map<String, String> sets) {
    this.data = data;
    this.bootstrap = bootstrap;
    this.sets.putAll(sets);
  }

  /** Another way to the brokers; before the start. */
  Processor through(String servers) {
    bootstrap = servers;
    return this;
  }

  /** A key of the configuration; before the start. */
  Processor set(String key, String value) {
    sets.put(key, value);
    return this;
  }

  /** Something else about its JVM; before the start. */
  Processor with(Consumer<ChildJvm.Plan> change) {
    changes.add(change);
    return this;
  }

  /** Starts it, and returns when it is ready. */
  Processor start() throws IOException {
    launch();
    child.awaitErrorLine("ready"::equals);
    return this;
  }

  /** Starts it, and returns at once. */
  Processor launch() throws IOException {
    port = Brokers.freePort();
    var plan =
        ChildJvm.of(Main.class)
            .flags("-Xmx384m")
            .args("process", "--bootstrap-servers", bootstrap, "--data", data)
            .args("--set", "http.port=" + port);
    sets.forEach((key, value) -> plan.args("--set", key + "=" + value));
    changes.forEach(change -> change.accept(plan));
    child = plan.start();
    shouldRun = true;
    return this;
  }

  /** SIGKILL. */
  void kill() {
    shouldRun = false;
    wasEnded = true;
    child.kill();
  }

  /** SIGTERM; returns its exit code. */
  int terminate() {
    shouldRun = false;
    wasEnded = true;
    return child.terminate();
  }

  /** Waits until it ends by itself; returns its exit code. */
  int awaitExit() {
    shouldRun = false;
    wasEnded = true;
    return child.awaitExit();
  }

  /** Whether its counts began anew, or are gone. */
  boolean wasEnded() {
    return wasEnded;
  }

  /** Whether it has ended though nobody asked it to. */
  boolean hasFailed() {
    return shouldRun && !child.isAlive();
  }

  boolean isAlive() {
    return child != null && child.isAlive();
  }

  /** What it runs in. */
  ChildJvm child() {
    return child;
  }

  /** What it has said on its standard error. */
  List<String> said() {
    return child.err();
  }

  /** The lines of its log file, those of earlier starts included. */
  Stream<String> logged() throws IOException {
    return Files.readAllLines(data.resolve("logs/tocsin.log")).stream();
  }

  /** The last lines of what it has said. */
  @Override
  public String toString() {
    var said = child == null ? List.<String>of() : said();
    return data.getFileName() + " said " + said.subList(Math.max(0, said.size() - 3), said.size());
  }

  /** Its data folder. */
  Path data() {
    return data;
  }

  /** Where its stores are. */
  Path state() {
    return data.resolve("state");
  }

  /** Whether {@code /health/ready} says so. */
  boolean isReady() {
    return get("/health/ready")
        .map(HttpResponse::statusCode)
        .filter(code -> code == 200)
        .isPresent();
  }

  /** What became of records since its start, by outcome; empty where it does not answer. */
  Map<String, Long> books() {
    var counts = new TreeMap<String, Long>();
    get("/api/v1/books")
        .map(answer -> tree(answer.body()).path("counts"))
        .ifPresent(
            found ->
                found.properties().forEach(e -> counts.put(e.getKey(), e.getValue().asLong())));
    return counts;
  }

  /** Every meter in Prometheus' text format; empty where it does not answer. */
  String meters() {
    return get("/metrics").map(HttpResponse::body).orElse("");
  }

  private Optional<HttpResponse<String>> get(String path) {
    var request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
            .timeout(ANSWER)
            .build();
    try {
      return Optional.of(client.send(request, HttpResponse.BodyHandlers.ofString()));
    } catch (IOException e) {
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted", e);
    }
  }

  private static JsonNode tree(String body) {
    try {
      return new ObjectMapper().readTree(body);
    } catch (IOException e) {
      throw new UncheckedIOException(body, e);
    }
  }

  @Override
  public void close() {
    if (child != null) {
      child.resume();
      child.close();
    }
  }
}
