package io.tocsin.deliver.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.standardwebhooks.Webhook;
import com.sun.net.httpserver.HttpServer;
import io.tocsin.deliver.notice.Changes;
import io.tocsin.deliver.notice.Message;
import io.tocsin.deliver.notice.Terms;
import io.tocsin.deliver.webhook.template.Template;
import io.tocsin.model.Level;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Messages on their way to a receiver on this machine. */
class CourierTest {
  private static final String OLD = "whsec_MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=";
  private static final String NEW = "whsec_QUJDREVGR0hJSktMTU5PUFFSU1RVVldYWVpBQkNERUY=";
  private static final Message MESSAGE =
      new Message(
          Message.Kind.CHANGE,
          List.of(Changes.isilInBirmingham(1, Level.LOW, Level.SEVERE)),
          Changes.NOON);

  private final Map<String, List<String>> headers = new HashMap<>();
  private final CountDownLatch over = new CountDownLatch(1);
  private HttpServer server;
  private String body;

  @BeforeEach
  void listen() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/taken",
        exchange -> {
          exchange.getRequestHeaders().forEach((k, v) -> headers.put(k.toLowerCase(), v));
          body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(204, -1);
          exchange.close();
        });
    server.createContext(
        "/busy",
        exchange -> {
          exchange.getResponseHeaders().add("Retry-After", "120");
          byte[] why = "slow\ndown".getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(429, why.length);
          exchange.getResponseBody().write(why);
          exchange.close();
        });
    server.createContext(
        "/hangs",
        exchange -> {
          try {
            over.await();
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
          exchange.close();
        });
    server.createContext(
        "/elsewhere",
        exchange -> {
          exchange.getResponseHeaders().add("Location", "/taken");
          exchange.sendResponseHeaders(302, -1);
          exchange.close();
        });
    server.start();
  }

  @AfterEach
  void stop() {
    over.countDown();
    server.stop(0);
  }

  private Post.Answer bring(String path, boolean anywhere, Duration within) throws IOException {
    var url = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
    var endpoint =
        new Endpoint(
            "desk",
            url,
            List.of(OLD, NEW),
            Template.STANDARD,
            null,
            Terms.DEFAULT,
            anywhere,
            within);
    try (var post = new HttpPost(InstantSource.system())) {
      return new Courier(endpoint, id -> id, null, post)
          .bring(MESSAGE, InstantSource.system().instant());
    }
  }

  @Test
  void shouldSign_soThatTheOldSecretAndTheNewVerify() throws Exception {
    assertThat(bring("/taken", true, Endpoint.DEFAULT_TIMEOUT).isTaken()).isTrue();

    assertThat(headers.get("webhook-id")).containsExactly(MESSAGE.id("desk"));
    assertThat(headers.get("content-type")).containsExactly("application/json; charset=utf-8");
    for (var secret : List.of(OLD, NEW)) {
      assertThatCode(() -> new Webhook(secret).verify(body, headers)).doesNotThrowAnyException();
    }
    assertThatThrownBy(() -> new Webhook(OLD).verify(body + " ", headers))
        .hasMessageContaining("signature");
  }

  @Test
  void shouldTellHowLongTheReceiverAsksToBeLeftAlone() throws IOException {
    var answer = bring("/busy", true, Endpoint.DEFAULT_TIMEOUT);

    assertThat(answer).isEqualTo(new Post.Answer(429, Duration.ofMinutes(2), "slow down"));
    assertThat(answer.isTaken()).isFalse();
  }

  @Test
  void shouldEnd_whenTheReceiverHangs() {
    assertThatThrownBy(() -> bring("/hangs", true, Duration.ofMillis(300)))
        .isInstanceOf(IOException.class)
        .hasMessageStartingWith("no answer within");
  }

  @Test
  void shouldFollowNoRedirect() throws IOException {
    assertThat(bring("/elsewhere", true, Endpoint.DEFAULT_TIMEOUT).status()).isEqualTo(302);
    assertThat(headers).isEmpty();
  }

  @Test
  void shouldNotReachInsideTheNetwork_unlessTheEndpointSaysSo() {
    assertThatThrownBy(() -> bring("/taken", false, Endpoint.DEFAULT_TIMEOUT))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("loopback")
        .hasMessageContaining("private: true");
    assertThat(headers).isEmpty();
  }
}
