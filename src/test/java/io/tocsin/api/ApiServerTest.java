package io.tocsin.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.tocsin.api.access.Scope;
import io.tocsin.api.access.Tokens;
import io.tocsin.vitals.Readiness;
import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ApiServerTest {
  private final AtomicReference<Optional<String>> hindrance =
      new AtomicReference<>(Optional.of("restores its state"));
  private final Readiness readiness = new Readiness();
  private final PrometheusMeterRegistry meters =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
  private final ServerUnderTest server =
      ServerUnderTest.with(
          new HealthRoutes(readiness),
          new MetricsRoutes(meters),
          routes ->
              routes.get(
                  "/broken",
                  context -> {
                    throw new IllegalStateException("nobody foresaw this");
                  },
                  Scope.READ));

  @AfterEach
  void close() {
    server.close();
  }

  @Test
  void shouldBeReady_onceEveryPartIs() {
    readiness.needs("processor", hindrance::get);
    readiness.needs("board", Optional::empty);

    var before = server.get("/health/ready");
    hindrance.set(Optional.empty());
    var after = server.get("/health/ready");

    assertThat(before.statusCode()).isEqualTo(503);
    assertThat(before.body())
        .contains("\"name\":\"processor\",\"status\":\"DOWN\",\"reason\":\"restores its state\"")
        .contains("\"name\":\"board\",\"status\":\"UP\"");
    assertThat(after.statusCode()).isEqualTo(200);
    assertThat(after.body()).startsWith("{\"status\":\"UP\"");
  }

  @Test
  void shouldBeAlive_whateverIsNotReady() {
    readiness.needs("processor", hindrance::get);

    assertThat(server.get("/health/live").statusCode()).isEqualTo(200);
    assertThat(
            server
                .send(server.to("/health/live").method("HEAD", HttpRequest.BodyPublishers.noBody()))
                .statusCode())
        .isEqualTo(200);
  }

  @Test
  void shouldGiveMetersInTheFormatAskedFor() {
    meters.counter("tocsin.records", "outcome", "read").increment(3);

    var plain = server.get("/metrics");
    var open = server.get("/metrics", "Accept", "application/openmetrics-text; version=1.0.0");

    assertThat(plain.headers().firstValue("content-type"))
        .hasValueSatisfying(type -> assertThat(type).startsWith("text/plain; version=0.0.4"));
    assertThat(plain.body()).contains("tocsin_records_total{outcome=\"read\"} 3.0");
    assertThat(open.headers().firstValue("content-type"))
        .hasValueSatisfying(
            type -> assertThat(type).startsWith("application/openmetrics-text; version=1.0.0"));
    assertThat(open.body()).endsWith("# EOF\n");
  }

  @Test
  void shouldSayWhatThereIs_whenThePathOrTheMethodIsWrong() {
    var path = server.get("/api/v1/nothing");
    var method = server.send(server.to("/metrics").DELETE());
    var options =
        server.send(server.to("/metrics").method("OPTIONS", HttpRequest.BodyPublishers.noBody()));

    assertThat(path.statusCode()).isEqualTo(404);
    assertThat(path.headers().firstValue("content-type"))
        .hasValueSatisfying(type -> assertThat(type).startsWith("application/problem+json"));
    assertThat(path.body()).contains("\"type\":\"urn:tocsin:problem:not-found\"", "openapi.json");
    assertThat(method.statusCode()).isEqualTo(405);
    assertThat(method.headers().firstValue("allow")).hasValue("GET");
    assertThat(options.statusCode()).isEqualTo(204);
    assertThat(options.headers().firstValue("allow")).hasValue("GET");
    assertThat(options.headers().map()).doesNotContainKey("access-control-allow-origin");
  }

  @Test
  void shouldHideTheCauseAndNameAnId_whenNobodyForesawAFailure() {
    var answer = server.get("/broken");

    assertThat(answer.statusCode()).isEqualTo(500);
    assertThat(answer.body()).contains("in the log of this server").doesNotContain("foresaw");
  }

  @Test
  void shouldTellBrowsersToBeCareful_onEveryAnswer() {
    for (var path : List.of("/health/live", "/nothing")) {
      var headers = server.get(path).headers();
      assertThat(headers.firstValue("x-content-type-options")).hasValue("nosniff");
      assertThat(headers.firstValue("content-security-policy"))
          .hasValueSatisfying(policy -> assertThat(policy).contains("frame-ancestors 'none'"));
    }
  }

  @Test
  void shouldRefuseANameThatIsNotOfThisMachine_whenItPointsHere() throws IOException {
    assertThat(raw("GET /health/live HTTP/1.1\r\nHost: evil.example:80\r\n\r\n"))
        .startsWith("HTTP/1.1 403")
        .contains("wrong-host");
    assertThat(raw("GET /health/live HTTP/1.1\r\nHost: localhost:9\r\n\r\n"))
        .startsWith("HTTP/1.1 200");
    assertThat(raw("GET /health/live HTTP/1.1\r\nHost: [::1]\r\n\r\n")).startsWith("HTTP/1.1 200");
  }

  @Test
  void shouldRefuseAPageOfAnotherSite_andTakeItsOwn() {
    assertThat(server.get("/health/live", "Origin", "https://evil.example").statusCode())
        .isEqualTo(403);
    assertThat(server.get("/health/live", "Origin", "null").statusCode()).isEqualTo(403);
    assertThat(
            server.get("/health/live", "Origin", "http://127.0.0.1:" + server.port()).statusCode())
        .isEqualTo(200);
  }

  @Test
  void shouldNotStart_whereOthersCouldReachItWithoutATokenOrWhereThePortIsTaken() {
    assertThatThrownBy(() -> ApiServer.start("0.0.0.0", 0, Tokens.NONE, List.of()))
        .isInstanceOfSatisfying(
            ApiUnavailable.class,
            e -> assertThat(e.reason()).isEqualTo(ApiUnavailable.Reason.OPEN_TO_ALL));
    assertThatThrownBy(() -> ApiServer.start("127.0.0.1", server.port(), Tokens.NONE, List.of()))
        .isInstanceOfSatisfying(
            ApiUnavailable.class,
            e -> assertThat(e.reason()).isEqualTo(ApiUnavailable.Reason.PORT_TAKEN));
  }

  private String raw(String request) throws IOException {
    try (var socket = new Socket("127.0.0.1", server.port())) {
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      socket.shutdownOutput();
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
