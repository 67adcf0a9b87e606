package io.tocsin.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tocsin.broker.EmbeddedBroker;
import io.tocsin.client.NewsDraft;
import io.tocsin.model.Category;
import io.tocsin.model.Incoming;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.quota.ClientQuotaAlteration;
import org.apache.kafka.common.quota.ClientQuotaEntity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A processor whose disk is lost: it is ready when its state is back from Kafka, and says meanwhile
 * how far it is. Kafka hands the state out so slowly that it would take minutes, on any machine,
 * and at full speed once that has been seen.
 */
class RestoringIT {
  private static final Duration PATIENCE = Duration.ofMinutes(4);
  private static final int REPORTS = 1_000;
  private static final double BYTES_A_SECOND = 5_000;
  private static final Instant START = Instant.parse("2026-03-01T00:00:00Z");
  private static final Pattern PROGRESS =
      Pattern.compile("reads its state back: ([\\d,]+) of ([\\d,]+) records \\((\\d+) %\\)");

  @TempDir Path folder;
  private final HttpClient client = HttpClient.newHttpClient();
  private final List<Integer> codes = Collections.synchronizedList(new ArrayList<>());

  @Test
  void shouldBeReadyOnlyWhenItsStateIsBack_andSayMeanwhileHowFarItIs() throws Exception {
    int port = freePort();
    try (var broker = EmbeddedBroker.start(folder.resolve("broker"), 0);
        var admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()))) {
      var live =
          new LiveRun(
              broker.bootstrapServers(),
              folder,
              "restoring",
              "topics.partitions",
              "1",
              "http.port",
              Integer.toString(port),
              // what is more at a time than the quota allows in ten seconds is never handed out
              "streams.producer.batch.size",
              "16384");
      live.replay(reports());
      var before = LiveRun.standings(live.levels().values());
      Files.move(StreamsSettings.stateFolder(live.options), folder.resolve("lost"));
      throttle(admin, BYTES_A_SECOND);

      try (var closers = new Closers(name -> {})) {
        var installation =
            new Installation(live.options, closers, InstantSource.system(), live.heard)
                .cluster(broker.bootstrapServers())
                .topics()
                .http(true);
        var started = CompletableFuture.runAsync(() -> process(installation));
        var first = awaitProgress(port, 0);
        awaitProgress(port, first.done());
        throttle(admin, null);
        await().atMost(PATIENCE).until(() -> ready(port).path("status").asText().equals("UP"));
        started.join();

        assertThat(codes).isSortedAccordingTo(Collections.reverseOrder()).containsOnly(503, 200);
        assertThat(ready(port).at("/checks/0/reason").isMissingNode()).isTrue();
        assertThat(live.isThrough()).isTrue();
        assertThat(LiveRun.standings(live.levels().values())).isEqualTo(before);
      }
    }
  }

  /**
   * @param done how many records are back
   * @param of how many there are
   */
  private record Progress(long done, long of) {}

  /** Waits until more is back than before, and not all. */
  private Progress awaitProgress(int port, long before) {
    return await()
        .atMost(PATIENCE)
        .until(() -> progress(port), found -> found.done() > before && found.done() < found.of());
  }

  private Progress progress(int port) throws IOException, InterruptedException {
    var check = ready(port).at("/checks/0");
    var said = PROGRESS.matcher(check.path("reason").asText());
    if (!said.find()) {
      return new Progress(0, 0);
    }
    assertThat(check.path("name").asText()).isEqualTo("processor");
    assertThat(check.path("status").asText()).isEqualTo("DOWN");
    var progress = new Progress(number(said.group(1)), number(said.group(2)));
    assertThat(number(said.group(3))).isEqualTo(100 * progress.done() / progress.of());
    return progress;
  }

  private static long number(String text) {
    return Long.parseLong(text.replace(",", ""));
  }

  private JsonNode ready(int port) throws IOException, InterruptedException {
    var address = URI.create("http://127.0.0.1:" + port + "/health/ready");
    var answer = client.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString());
    codes.add(answer.statusCode());
    var body = new ObjectMapper().readTree(answer.body());
    assertThat(body.path("status").asText()).isEqualTo(answer.statusCode() == 200 ? "UP" : "DOWN");
    return body;
  }

  private static void process(Installation installation) {
    try {
      installation.processor();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  /**
   * How fast each client may read.
   *
   * @param rate in bytes a second; {@code null} for as fast as it can
   */
  private static void throttle(Admin admin, Double rate) throws Exception {
    var everyClient =
        new ClientQuotaEntity(Collections.singletonMap(ClientQuotaEntity.CLIENT_ID, null));
    var change =
        new ClientQuotaAlteration(
            everyClient, List.of(new ClientQuotaAlteration.Op("consumer_byte_rate", rate)));
    admin.alterClientQuotas(List.of(change)).all().get();
  }

  private static List<Incoming> reports() {
    return IntStream.range(0, REPORTS).<Incoming>mapToObj(RestoringIT::report).toList();
  }

  private static Incoming report(int number) {
    var at = START.plus(Duration.ofMinutes(number));
    return NewsDraft.of("n" + number, "reuters", at, "Report " + number + " of a long history")
        .entities("isil")
        .regions("GB-BIR")
        .category(Category.PROPAGANDA)
        .event();
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }
}
