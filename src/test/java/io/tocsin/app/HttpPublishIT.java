package io.tocsin.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tocsin.broker.EmbeddedBroker;
import io.tocsin.client.TopicReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What is posted, through a real Kafka and a real processor. */
@Timeout(240)
class HttpPublishIT {
  private static final Duration PATIENCE = Duration.ofSeconds(90);

  @TempDir static Path folder;
  private static EmbeddedBroker broker;
  private final HttpClient client = HttpClient.newHttpClient();

  @BeforeAll
  static void start() {
    broker = EmbeddedBroker.start(folder.resolve("kafka"), 0);
  }

  @AfterAll
  static void stop() {
    broker.close();
  }

  @Test
  void shouldHaveItWhereTheAnswerSays_andAccountForAllOfIt_whenItIsPosted() throws Exception {
    var run = new LiveRun(broker.bootstrapServers(), folder, "posted", "http.port", "0");
    try (var closers = new Closers(name -> {})) {
      var installation =
          new Installation(run.options, closers, InstantSource.system(), run.heard)
              .cluster(run.options.kafka().bootstrapServers())
              .topics()
              .http(true)
              .processor()
              .ready(folder);
      var address = run.heard.address("HTTP");

      var first = post(address + "/api/v1/news", "application/json", array(0, 300));
      var again = post(address + "/api/v1/news", "application/json", array(0, 300));
      var lines = post(address + "/api/v1/news", "application/x-ndjson", lines(300, 500) + "bad\n");

      assertThat(first.get("accepted").intValue()).isEqualTo(300);
      assertThat(again.get("accepted").intValue()).isEqualTo(300);
      assertThat(lines.get("accepted").intValue()).isEqualTo(200);
      assertThat(positions(run.options)).containsAll(said(first)).hasSize(800);
      await()
          .atMost(PATIENCE)
          .untilAsserted(() -> assertThat(installation.books().balance().read()).isEqualTo(800));
      await()
          .atMost(PATIENCE)
          .untilAsserted(() -> assertThat(installation.books().balance().isEven()).isTrue());
      assertThat(installation.books().balance().toString())
          .contains("assessed 500", "duplicate 300");
      assertThat(get(address + "/metrics"))
          .contains(
              "tocsin_records_total{outcome=\"assessed\"} 500.0",
              "tocsin_http_records_total{kind=\"news\",outcome=\"published\"} 800.0",
              "tocsin_http_records_total{kind=\"news\",outcome=\"refused\"} 1.0");
      await()
          .atMost(PATIENCE)
          .untilAsserted(
              () -> assertThat(get(address + "/health/ready")).contains("\"status\":\"UP\",\"ch"));
    }
  }

  private JsonNode post(String address, String type, String body) throws Exception {
    var request =
        HttpRequest.newBuilder(URI.create(address))
            .header("Content-Type", type)
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build();
    var response = client.send(request, HttpResponse.BodyHandlers.ofString());
    assertThat(response.statusCode()).as(response.body()).isEqualTo(202);
    return new ObjectMapper().readTree(response.body());
  }

  private String get(String address) throws IOException {
    try {
      return client
          .send(
              HttpRequest.newBuilder(URI.create(address)).build(),
              HttpResponse.BodyHandlers.ofString())
          .body();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Where every record of the topic of news lies, with its key. */
  private static List<String> positions(Options options) {
    var found = new ArrayList<String>();
    new TopicReader(Wiring.client(options, options.kafka().bootstrapServers()))
        .forEach(
            Wiring.topics(options).news(),
            record ->
                found.add(
                    "%s %d %d"
                        .formatted(new String(record.key()), record.partition(), record.offset())));
    return found;
  }

  private static List<String> said(JsonNode answer) {
    var said = new ArrayList<String>();
    answer
        .get("records")
        .forEach(
            one ->
                said.add(
                    "%s %d %d"
                        .formatted(
                            one.get("id").textValue(),
                            one.get("partition").intValue(),
                            one.get("offset").intValue())));
    return said;
  }

  private static String array(int from, int to) {
    return IntStream.range(from, to)
        .mapToObj(HttpPublishIT::news)
        .collect(Collectors.joining(",", "[", "]"));
  }

  private static String lines(int from, int to) {
    return IntStream.range(from, to)
        .mapToObj(HttpPublishIT::news)
        .collect(Collectors.joining("\n", "", "\n"));
  }

  private static String news(int number) {
    return "{\"id\":\"n%d\",\"source\":\"reuters\",\"publishedAt\":%d,\"headline\":\"Two held\",\"entities\":[\"isil\"],\"regions\":[\"FR\"],\"category\":\"ARREST\"}"
        .formatted(number, 1_446_336_000_000L + number * 1_000L);
  }
}
