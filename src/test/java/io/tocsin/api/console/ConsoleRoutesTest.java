package io.tocsin.api.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.api.ServerUnderTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConsoleRoutesTest {
  private final ServerUnderTest server = ServerUnderTest.with(new ConsoleRoutes());

  @AfterEach
  void close() {
    server.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/subject/isil/GB-BIR", "/story/isil/GB/x", "/pipeline", "/try"})
  void shouldServeThePage_atEveryAddressThatItKnows(String path) {
    var answer = server.get(path);

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/html");
    assertThat(answer.body()).contains("<title>Tocsin</title>");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/console/main.js",
        "/console/pages/now.js",
        "/console/style.css",
        "/console/countries.json",
        "/lib/d3.js",
        "/lib/lit-html/lit-html.js",
        "/lib/lit-html/directives/repeat.js"
      })
  void shouldServeWhatThePageAsksFor(String path) {
    assertThat(server.get(path).statusCode()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/console/",
        "/console/nothing.js",
        "/console/..%2Flogback.xml",
        "/console/pages/..%2f..%2flogback.xml",
        "/lib/lit-html/..%2f..%2fd3%2f7.9.0%2fdist%2fd3.js",
        "/lib/lit-html/package.xml",
        "/lib/vue/vue.js"
      })
  void shouldServeNothingElseOfTheJar(String path) {
    assertThat(server.get(path).statusCode()).isIn(400, 404);
  }

  @Test
  void shouldNotSendAgain_whatABrowserHas() {
    var etag = server.get("/console/main.js").headers().firstValue("ETag").orElseThrow();

    var again = server.get("/console/main.js", "If-None-Match", etag);

    assertThat(again.statusCode()).isEqualTo(304);
    assertThat(again.body()).isEmpty();
  }

  @Test
  void shouldLetNoPageLoadAnythingFromElsewhere() {
    var policy = server.get("/").headers().firstValue("Content-Security-Policy").orElseThrow();

    assertThat(policy).contains("default-src 'self'").doesNotContain("http");
    assertThat(server.get("/").body()).doesNotContain("https://").doesNotContain("//cdn");
  }
}
