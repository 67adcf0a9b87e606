package io.tocsin.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tocsin.client.KafkaUnavailable;
import io.tocsin.client.NewsDraft;
import io.tocsin.client.PublisherSettings;
import io.tocsin.client.TocsinPublisher;
import io.tocsin.client.TopicReader;
import io.tocsin.model.AlertLevelChange;
import io.tocsin.model.Category;
import io.tocsin.model.NewsEvent;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The compose file as it is shipped, on this machine's Docker: what it says, it does. */
@Timeout(900)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ComposeIT {
  private static final Duration PATIENCE = Duration.ofMinutes(5);
  private static final String PREFIX = "demo";
  private static final Instant LATER = Instant.parse("2016-01-02T12:00:00Z");

  /** Of which the demo tells nothing, so that one report moves the level. */
  private static final List<String> COUNTRIES =
      List.of("AR", "BR", "IN", "JP", "KE", "MX", "NG", "ZA");

  @TempDir static Path folder;
  private static Composition composition;
  private static LiveRun outside;
  private final HttpClient client = HttpClient.newHttpClient();

  @BeforeAll
  static void up() {
    composition = Composition.up();
    var registry =
        "http://127.0.0.1:%d/apis/ccompat/v7".formatted(composition.port("REGISTRY_PORT"));
    outside = new LiveRun(composition.bootstrapServers(), folder, PREFIX, "registry.url", registry);
  }

  @AfterAll
  static void down() {
    if (composition != null) {
      var parts = composition.parts();
      composition.close();
      assertThat(composition.left(parts)).isEmpty();
      assertThat(composition.parts()).isEmpty();
    }
  }

  @Test
  @Order(1)
  void shouldSayThatItIsReady_andAskForATokenForMore() throws Exception {
    var address = "http://127.0.0.1:" + composition.port("TOCSIN_PORT");

    assertThat(get(address + "/health/ready").statusCode()).isEqualTo(200);
    assertThat(get(address + "/api/v1/levels").statusCode()).isEqualTo(401);
    assertThat(composition.health("tocsin-2")).isEqualTo("healthy");
  }

  @Test
  @Order(2)
  void shouldTellOfTheDemoWhatTheCoreTells_inTheRegistrysFormat() throws Exception {
    var alone = LiveRun.path(Playing.scenario("demo.ndjson").toTheEnd().changes);

    composition.compose(PATIENCE, "run", "--rm", "--no-deps", "demo");

    await()
        .atMost(PATIENCE)
        .ignoreExceptionsInstanceOf(KafkaUnavailable.class)
        .until(() -> LiveRun.path(outside.alerts()).size() >= alone.size());
    assertThat(LiveRun.path(outside.alerts())).isEqualTo(alone);
    new TopicReader(Wiring.client(outside.options, composition.bootstrapServers()))
        .forEach(
            Wiring.topics(outside.options).alerts(),
            alert -> assertThat(schema(alert.value())).isPositive());
  }

  /** The schema's id in the registry, in Confluent wire format: behind a zero. */
  private static int schema(byte[] value) {
    assertThat(value[0]).isZero();
    return ByteBuffer.wrap(value, 1, Integer.BYTES).getInt();
  }

  @Test
  @Order(3)
  void shouldShowBothProcessorsToPrometheus() {
    assumeTrue(composition.has("prometheus"), "there is no image of Prometheus here");
    var query = URLEncoder.encode("sum(up{job=\"tocsin\"})", StandardCharsets.UTF_8);
    var address =
        "http://127.0.0.1:%d/api/v1/query?query=%s"
            .formatted(composition.port("PROMETHEUS_PORT"), query);

    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () ->
                assertThat(json(get(address)).at("/data/result/0/value/1").asText())
                    .isEqualTo("2"));
  }

  /**
   * Reports from all over the world lie in all partitions, those of the one that is gone as well.
   */
  @Test
  @Order(4)
  void shouldGoOn_whenOneProcessorIsKilled() {
    composition.kill("tocsin-1");

    try (var publisher = publisher()) {
      COUNTRIES.forEach(country -> publisher.publish(attack(country)).join());
    }

    await()
        .atMost(PATIENCE)
        .ignoreExceptionsInstanceOf(KafkaUnavailable.class)
        .untilAsserted(
            () ->
                assertThat(outside.alerts())
                    .filteredOn(change -> !change.effectiveAt().isBefore(LATER))
                    .extracting(AlertLevelChange::region)
                    .containsAll(COUNTRIES));
    assertThat(composition.health("tocsin-2")).isEqualTo("healthy");
  }

  private TocsinPublisher publisher() {
    return TocsinPublisher.open(
        Wiring.connection(outside.options, composition.bootstrapServers()),
        PublisherSettings.from("/test"));
  }

  private static NewsEvent attack(String country) {
    return NewsDraft.of("later-" + country, "reuters", LATER, "A bomb goes off")
        .entities("isil")
        .regions(country)
        .category(Category.ATTACK)
        .event();
  }

  private HttpResponse<String> get(String address) throws IOException {
    try {
      return client.send(
          HttpRequest.newBuilder(URI.create(address)).build(),
          HttpResponse.BodyHandlers.ofString());
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static JsonNode json(HttpResponse<String> response) throws IOException {
    return new ObjectMapper().readTree(response.body());
  }
}
