package io.tocsin.vitals;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.tocsin.vitals.Finding.Status;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RegistryCheckTest {
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private HttpServer server;

  @BeforeEach
  void serve() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    answer("/good/subjects", 200, "[\"tocsin.news-value\"]");
    answer("/page/subjects", 200, "<html>welcome</html>");
    answer("/locked/subjects", 401, "{}");
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  @ParameterizedTest
  @CsvSource({
    "/good, OK, answers",
    "/good/, OK, answers",
    "/page, FAIL, not with a list of subjects",
    "/locked, FAIL, HTTP 401",
    "/nowhere, FAIL, HTTP 404"
  })
  void shouldTellARegistryFromOtherThings(String path, Status status, String words) {
    var finding = RegistryCheck.registry(base() + path, PATIENCE);

    assertThat(finding.status()).isEqualTo(status);
    assertThat(finding.detail()).contains(words);
  }

  @Test
  void shouldSayWhatToDo_whenNothingListens() {
    var base = base();
    server.stop(0);

    var finding = RegistryCheck.registry(base, PATIENCE);

    assertThat(finding.status()).isEqualTo(Status.FAIL);
    assertThat(finding.advice()).contains("start the registry");
  }

  @ParameterizedTest
  @CsvSource({"not a url", "registry", "ftp://registry:8081"})
  void shouldRefuseWhatIsNoUrl(String url) {
    assertThat(RegistryCheck.registry(url, PATIENCE))
        .satisfies(finding -> assertThat(finding.status()).isEqualTo(Status.FAIL))
        .extracting(Finding::detail)
        .asString()
        .contains("'" + url + "' is not a URL");
  }

  private String base() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  private void answer(String path, int status, String body) {
    server.createContext(
        path,
        exchange -> {
          var bytes = body.getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(status, bytes.length);
          exchange.getResponseBody().write(bytes);
          exchange.close();
        });
  }
}
