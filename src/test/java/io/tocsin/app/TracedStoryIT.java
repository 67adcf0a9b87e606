package io.tocsin.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
import io.tocsin.broker.EmbeddedBroker;
import io.tocsin.client.TopicReader;
import io.tocsin.trace.Collector;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A report that is posted as part of a trace, followed to the alert and to who is told of it. */
@Timeout(240)
class TracedStoryIT {
  private static final Duration PATIENCE = Duration.ofSeconds(90);
  private static final String TRACE = "0af7651916cd43dd8448eb211c80319c";
  private static final String CALLER = "b7ad6b7169203331";
  private static final String PARENT = "00-%s-%s-01".formatted(TRACE, CALLER);

  @TempDir static Path folder;
  private static EmbeddedBroker broker;
  private final List<String> told = Collections.synchronizedList(new ArrayList<>());
  private HttpServer receiver;

  @BeforeAll
  static void startKafka() {
    broker = EmbeddedBroker.start(folder.resolve("kafka"), 0);
  }

  @AfterAll
  static void stopKafka() {
    broker.close();
  }

  @BeforeEach
  void startReceiver() throws Exception {
    receiver = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    receiver.createContext(
        "/",
        exchange -> {
          told.add(String.valueOf(exchange.getRequestHeaders().getFirst("traceparent")));
          exchange.sendResponseHeaders(204, -1);
          exchange.close();
        });
    receiver.start();
  }

  @AfterEach
  void stopReceiver() {
    receiver.stop(0);
  }

  @Test
  void shouldCarryTheTraceAsItCame_whenNothingIsConfigured() throws Exception {
    var alerts = play("carried");

    assertThat(alerts).isNotEmpty().allMatch(PARENT::equals);
    assertThat(told).isNotEmpty().allMatch(PARENT::equals);
  }

  @Test
  void shouldTellOneConnectedTrace_fromThePostToTheWebhook() throws Exception {
    try (var collector = Collector.open()) {
      var alerts = play("told", "otel.exporter.otlp.endpoint", collector.address());

      var publish = child(collector, CALLER, "publish");
      var read = child(collector, publish, "read");
      var assess = child(collector, read, "assess");
      var deliver = child(collector, assess, "deliver");
      assertThat(collector.spans()).allMatch(span -> span.trace().equals(TRACE));
      assertThat(alerts).isNotEmpty().allMatch(parent -> parent.startsWith("00-" + TRACE));
      assertThat(alerts).contains("00-%s-%s-01".formatted(TRACE, assess));
      assertThat(told).contains("00-%s-%s-01".formatted(TRACE, deliver));
    }
  }

  private static String child(Collector collector, String parent, String name) {
    return collector.spans().stream()
        .filter(span -> span.parent().equals(parent) && span.name().equals(name))
        .map(Collector.Seen::id)
        .findFirst()
        .orElseThrow(
            () ->
                new AssertionError(
                    "no %s below %s: %s".formatted(name, parent, collector.spans())));
  }

  /** Posts a report, and waits until it is told; what is still to be told of it is told then. */
  private List<String> play(String prefix, String... settings) throws Exception {
    var run = new LiveRun(broker.bootstrapServers(), folder, prefix, all(prefix, settings));
    try (var closers = new Closers(name -> {})) {
      new Installation(run.options, closers, InstantSource.system(), run.heard)
          .checked(false)
          .cluster(run.options.kafka().bootstrapServers())
          .topics()
          .http(true)
          .webhooks()
          .processor()
          .ready(folder);
      post(run.heard.address("HTTP") + "/api/v1/news");
      await().atMost(PATIENCE).until(() -> !told.isEmpty());
    }
    return parents(run.options);
  }

  private String[] all(String prefix, String... settings) throws Exception {
    var file = folder.resolve(prefix + "-webhooks.yaml");
    Files.writeString(
        file,
        """
        webhooks:
          - id: desk
            url: http://127.0.0.1:%d/
            secrets: [whsec_MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=]
            private: true
            collect: 0s
        """
            .formatted(receiver.getAddress().getPort()));
    var all = new ArrayList<>(List.of("http.port", "0", "webhooks.file", file.toString()));
    all.addAll(List.of(settings));
    return all.toArray(String[]::new);
  }

  private static void post(String address) throws Exception {
    var now = InstantSource.system().instant().truncatedTo(ChronoUnit.SECONDS);
    var report =
        """
        {"id": "n-%s", "source": "reuters", "publishedAt": "%s", "headline": "Bombs go off in Paris",
         "category": "ATTACK", "entities": ["isil"], "regions": ["FR-75C"]}
        """
            .formatted(now, now);
    var request =
        HttpRequest.newBuilder(URI.create(address))
            .header("Content-Type", "application/json")
            .header("traceparent", PARENT)
            .POST(HttpRequest.BodyPublishers.ofString(report))
            .build();
    var answer = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
  }

  private static List<String> parents(Options options) {
    var parents = new ArrayList<String>();
    new TopicReader(Wiring.client(options, options.kafka().bootstrapServers()))
        .forEach(
            Wiring.topics(options).alerts(),
            record ->
                parents.add(
                    new String(
                        record.headers().lastHeader("traceparent").value(),
                        StandardCharsets.UTF_8)));
    return parents;
  }
}
