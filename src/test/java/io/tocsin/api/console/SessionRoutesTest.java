package io.tocsin.api.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.api.ServerUnderTest;
import io.tocsin.api.access.Caller;
import io.tocsin.api.access.Scope;
import io.tocsin.api.access.Tokens;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SessionRoutesTest {
  private static final String TOKEN = "a-token-of-the-desk";

  private final ServerUnderTest server =
      ServerUnderTest.with(
          new OneToken(),
          new SessionRoutes(),
          routes -> {
            routes.get("/read", context -> context.result("read"), Scope.READ);
            routes.get("/acted", context -> context.result("acted"), Scope.CONTROL);
            routes.post("/act", context -> context.result("acted"), Scope.CONTROL);
            routes.post("/ask", context -> context.result("asked"), Scope.READ);
          });

  /** One token that may do everything. */
  private static final class OneToken implements Tokens {
    @Override
    public boolean areConfigured() {
      return true;
    }

    @Override
    public Optional<Caller> bearer(String token) {
      return token.equals(TOKEN) ? Optional.of(Caller.LOCAL) : Optional.empty();
    }
  }

  @AfterEach
  void close() {
    server.close();
  }

  private int status(String method, String path, String... headers) {
    return server
        .send(server.to(path).method(method, BodyPublishers.noBody()).headers(headers))
        .statusCode();
  }

  @Test
  void shouldReadByCookie_andDoNothingElseByIt() {
    var opened =
        server.send(
            server
                .to("/api/v1/session")
                .header("Authorization", "Bearer " + TOKEN)
                .POST(BodyPublishers.noBody()));
    var cookie = opened.headers().firstValue("Set-Cookie").orElseThrow();
    var sent = cookie.substring(0, cookie.indexOf(';'));

    assertThat(opened.statusCode()).isEqualTo(204);
    assertThat(cookie).contains("HttpOnly").contains("SameSite=Strict").contains("Path=/api/v1");
    assertThat(status("GET", "/read", "Cookie", sent)).isEqualTo(200);
    assertThat(status("GET", "/acted", "Cookie", sent)).isEqualTo(401);
    assertThat(status("POST", "/act", "Cookie", sent)).isEqualTo(401);
    assertThat(status("POST", "/ask", "Cookie", sent)).isEqualTo(401);
  }

  @Test
  void shouldOpenNoSession_withoutAToken() {
    assertThat(status("POST", "/api/v1/session", "Cookie", "tocsin_session=" + TOKEN))
        .isEqualTo(401);
    assertThat(status("GET", "/read", "Cookie", "tocsin_session=another")).isEqualTo(401);
  }
}
