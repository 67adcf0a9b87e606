package io.tocsin.api.publish;

import static io.tocsin.api.publish.Posting.CONTROLS;
import static io.tocsin.api.publish.Posting.JSON;
import static io.tocsin.api.publish.Posting.LINES;
import static io.tocsin.api.publish.Posting.NEWS;
import static io.tocsin.api.publish.Posting.NOON;
import static io.tocsin.api.publish.Posting.STATEMENTS;
import static io.tocsin.api.publish.Posting.json;
import static io.tocsin.api.publish.Posting.news;
import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.api.ApiServer;
import io.tocsin.api.access.NewToken;
import io.tocsin.api.access.Scope;
import io.tocsin.api.access.TokensFile;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TokenScopesTest {
  private static final String TICK =
      "{\"id\":\"c\",\"type\":\"TICK\",\"at\":\"2026-03-01T11:00:00Z\"}";

  private final NewToken desk =
      NewToken.make("desk", Set.of(Scope.PUBLISH_NEWS), List.of("reuters"), List.of());
  private final NewToken office =
      NewToken.make("office", Set.of(Scope.PUBLISH_STATEMENTS), List.of(), List.of("jtac"));
  private TokensFile tokens;
  private Posting posting;

  @BeforeEach
  void open(@TempDir Path folder) {
    tokens = TokensFile.open(folder.resolve("tokens.yaml"), () -> NOON);
    tokens.add(desk);
    tokens.add(office);
    posting = Posting.with(tokens);
  }

  @AfterEach
  void close() {
    posting.close();
  }

  @Test
  void shouldAskForAToken_andForOneThatIsKnown() {
    var none = posting.post(NEWS, JSON, news("a"));
    var other = post(NEWS, news("a"), "tocsin_nobodys");
    var basic = posting.post(NEWS, JSON, news("a"), "Authorization", "Basic eDp5");

    assertThat(List.of(none, other, basic)).extracting(HttpResponse::statusCode).containsOnly(401);
    assertThat(none.headers().firstValue("www-authenticate")).hasValue("Bearer");
    assertThat(other.headers().firstValue("www-authenticate"))
        .hasValue("Bearer error=\"invalid_token\"");
    assertThat(other.body()).doesNotContain("nobodys");
  }

  @Test
  void shouldLetATokenDoWhatItsScopesSay_andNoMore() {
    assertThat(post(NEWS, news("a"), desk.token()).statusCode()).isEqualTo(202);
    assertThat(post(STATEMENTS, statement("jtac"), office.token()).statusCode()).isEqualTo(202);
    var beyond = post(CONTROLS, TICK, desk.token());

    assertThat(beyond.statusCode()).isEqualTo(403);
    assertThat(beyond.body()).contains("has not the scope control");
    assertThat(post(NEWS, news("a"), office.token()).statusCode()).isEqualTo(403);
  }

  @Test
  void shouldLetATokenSpeakForItsOwnAlone() {
    var news =
        post(
            NEWS,
            "[" + news("a") + "," + news("b").replace("reuters", "bbc-news") + "]",
            desk.token());
    var statement = post(STATEMENTS, statement("home-office"), office.token());

    assertThat(news.statusCode()).isEqualTo(403);
    assertThat(json(news).at("/errors/0/pointer").textValue()).isEqualTo("/1/source");
    assertThat(statement.statusCode()).isEqualTo(403);
    assertThat(json(statement).at("/errors/0/value").textValue()).isEqualTo("home-office");
    assertThat(posting.ingress.records).isEmpty();
  }

  @Test
  void shouldRefuseTheLinesAlone_inWhichATokenSpeaksForOthers() {
    var body = news("a") + "\n" + news("b").replace("reuters", "bbc-news");

    var answer = posting.post(NEWS, LINES, body, "Authorization", "Bearer " + desk.token());

    assertThat(answer.statusCode()).isEqualTo(202);
    assertThat(json(answer).at("/refusals/0/line").intValue()).isEqualTo(2);
    assertThat(posting.ingress.channels)
        .singleElement()
        .satisfies(channel -> assertThat(channel.name()).isEqualTo("token:desk"));
  }

  @Test
  void shouldListenToOthersThanThisMachine_whereTokensAreConfigured() {
    try (var server = ApiServer.start("0.0.0.0", 0, tokens, List.of())) {
      assertThat(server.port()).isPositive();
    }
  }

  private HttpResponse<String> post(String path, String body, String token) {
    return posting.post(path, JSON, body, "Authorization", "Bearer " + token);
  }

  private static String statement(String authority) {
    return "{\"id\":\"s\",\"authority\":\"%s\",\"issuedAt\":\"2026-03-01T11:00:00Z\",\"action\":\"COMMENT\",\"regions\":[\"GB\"]}"
        .formatted(authority);
  }
}
