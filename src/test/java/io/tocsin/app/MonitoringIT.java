package io.tocsin.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tocsin.testing.Dashboards;
import io.tocsin.testing.Program;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real Prometheus beside the demo; skipped where it is not installed. */
class MonitoringIT {
  private static final Duration PATIENCE = Duration.ofSeconds(120);
  private static final ObjectMapper JSON = new ObjectMapper();

  /**
   * What shows only when something has happened, or is configured: something refused, a feed, a
   * webhook, an alert, a collection of garbage.
   */
  private static final Pattern ON_EVENTS =
      Pattern.compile(
          "tocsin_dead_letters|tocsin_feed|tocsin_webhook|ALERTS|jvm_gc_(pause|concurrent)");

  private static final Pattern SERIES =
      Pattern.compile("\\b(tocsin|kafka|jvm|disk|process)_[a-z_]+");

  @TempDir static Path folder;
  private static DemoUp demo;
  private static Process prometheus;
  private static String address;
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  @BeforeAll
  static void start() throws Exception {
    var program = Program.orSkip("prometheus");
    demo = new DemoUp(folder.resolve("data"), 0, 8).played();
    var config = folder.resolve("prometheus.yml");
    Files.writeString(
        config,
        """
        global: {scrape_interval: 1s}
        scrape_configs:
          - {job_name: tocsin, static_configs: [{targets: ['%s']}]}
        """
            .formatted(URI.create(demo.address()).getAuthority()));
    int port = freePort();
    address = "http://127.0.0.1:" + port;
    prometheus =
        program.start(
            ProcessBuilder.Redirect.to(folder.resolve("prometheus.log").toFile()),
            "--config.file=" + config,
            "--storage.tsdb.path=" + folder.resolve("series"),
            "--web.listen-address=127.0.0.1:" + port);
    await()
        .atMost(PATIENCE)
        .ignoreExceptions()
        .until(() -> isThere("min_over_time(up[3s]) == 1 and count_over_time(up[1m]) > 4"));
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  @AfterAll
  static void stop() {
    if (prometheus != null) {
      prometheus.destroy();
    }
    if (demo != null) {
      demo.close();
    }
  }

  private static boolean isThere(String expression) throws IOException, InterruptedException {
    return !ask("/api/v1/query?query=" + URLEncoder.encode(expression, StandardCharsets.UTF_8))
        .at("/data/result")
        .isEmpty();
  }

  private static JsonNode ask(String path) throws IOException, InterruptedException {
    var request = HttpRequest.newBuilder(URI.create(address + path)).build();
    return JSON.readTree(HTTP.send(request, BodyHandlers.ofString()).body());
  }

  @Test
  void shouldHaveEverySeries_thatADashboardShows() {
    var asked =
        Dashboards.all().stream()
            .filter(one -> !ON_EVENTS.matcher(one.expression()).find())
            .toList();

    assertThat(asked)
        .hasSizeGreaterThan(50)
        .allSatisfy(one -> assertThat(isThere(one.expression())).isTrue());
  }

  @Test
  void shouldHaveEverySeries_thatAnAlertAsksFor() throws Exception {
    var rules = Files.readString(Path.of("deploy/prometheus/tocsin-alerts.yml"));
    var series =
        SERIES
            .matcher(rules)
            .results()
            .map(MatchResult::group)
            .filter(name -> !ON_EVENTS.matcher(name).find())
            .collect(Collectors.toCollection(TreeSet::new));

    assertThat(series)
        .hasSizeGreaterThan(10)
        .contains("kafka_consumer_fetch_manager_records_lag", "disk_free_bytes")
        .allSatisfy(name -> assertThat(isThere(name)).isTrue());
  }

  @Test
  void shouldKeepPrometheusRules_inEveryName() throws Exception {
    var promtool = Program.orSkip("promtool");

    var ran = promtool.run(scrape("text/plain"), "check", "metrics");

    assertThat(ran.output()).isEmpty();
    assertThat(ran.code()).isZero();
  }

  /** Some 1,600 lines with eight partitions: each is one store, partition or step. */
  @Test
  void shouldStayWithinBounds_asOpenMetricsToo() throws Exception {
    var lines = List.of(scrape("application/openmetrics-text; version=1.0.0").split("\n"));

    assertThat(lines).hasSizeBetween(500, 3_000).last().isEqualTo("# EOF");
  }

  private static String scrape(String accept) throws IOException, InterruptedException {
    var request =
        HttpRequest.newBuilder(URI.create(demo.address() + "/metrics"))
            .header("Accept", accept)
            .build();
    return HTTP.send(request, BodyHandlers.ofString()).body();
  }
}
