package io.tocsin.api.publish;

import static io.tocsin.api.publish.Posting.JSON;
import static io.tocsin.api.publish.Posting.LINES;
import static io.tocsin.api.publish.Posting.NEWS;
import static io.tocsin.api.publish.Posting.NOON;
import static io.tocsin.api.publish.Posting.array;
import static io.tocsin.api.publish.Posting.json;
import static io.tocsin.api.publish.Posting.lines;
import static io.tocsin.api.publish.Posting.news;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tocsin.api.publish.Ingress.NotTaken;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IdempotencyTest {
  private static final String KEY = "Idempotency-Key";

  private final Posting posting = Posting.with(Posting.SMALL);

  @AfterEach
  void close() {
    posting.close();
  }

  @Test
  void shouldAnswerTheSame_andPublishOnce_whenARequestComesAgain() {
    var first = posting.post(NEWS, JSON, array(3), KEY, "\"k\"");
    var second = posting.post(NEWS, JSON, array(3), KEY, "k");

    assertThat(second.statusCode()).isEqualTo(202);
    assertThat(second.body()).isEqualTo(first.body());
    assertThat(second.headers().firstValue("idempotent-replayed")).hasValue("true");
    assertThat(posting.ingress.records).hasSize(3);
  }

  @Test
  void shouldAnswerTheSame_whenAStreamComesAgain() {
    var first = posting.post(NEWS, LINES, lines(300), KEY, "k");
    var second = posting.post(NEWS, LINES, lines(300), KEY, "k");

    assertThat(second.body()).isEqualTo(first.body());
    assertThat(posting.ingress.records).hasSize(300);
    assertThat(posting.post(NEWS, LINES, lines(301), KEY, "k").statusCode()).isEqualTo(422);
  }

  @Test
  void shouldRefuseAnotherBodyOfTheSameKey_butNotAtAnotherPath() {
    posting.post(NEWS, JSON, news("a"), KEY, "k");

    var other = posting.post(NEWS, JSON, news("b"), KEY, "k");
    var elsewhere =
        posting.post(
            Posting.CONTROLS,
            JSON,
            "{\"id\":\"c\",\"type\":\"TICK\",\"at\":\"2026-03-01T11:00:00Z\"}",
            KEY,
            "k");

    assertThat(other.statusCode()).isEqualTo(422);
    assertThat(json(other).get("type").textValue()).isEqualTo("urn:tocsin:problem:key-reused");
    assertThat(elsewhere.statusCode()).isEqualTo(202);
    assertThat(posting.ingress.records).hasSize(2);
  }

  @Test
  void shouldRepeatARefusalOfTheBody_butTryAgainWhatFailedForNow() {
    var bad = posting.post(NEWS, JSON, "[1]", KEY, "bad");
    posting.ingress.failAfter(0, new NotTaken(true, "no answer", null));
    var failed = posting.post(NEWS, JSON, news("a"), KEY, "k");
    posting.ingress.mend();

    assertThat(posting.post(NEWS, JSON, "[1]", KEY, "bad").body()).isEqualTo(bad.body());
    assertThat(failed.statusCode()).isEqualTo(503);
    assertThat(posting.post(NEWS, JSON, news("a"), KEY, "k").statusCode()).isEqualTo(202);
  }

  @Test
  void shouldPublishOnce_whenManySendTheSameAtOnce() {
    posting.ingress.hold();
    List<CompletableFuture<HttpResponse<String>>> all = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      all.add(CompletableFuture.supplyAsync(() -> posting.post(NEWS, JSON, news("a"), KEY, "k")));
    }
    await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> all.stream().filter(CompletableFuture::isDone).count() == 5);
    posting.ingress.release();

    assertThat(all.stream().map(one -> one.join().statusCode()))
        .containsExactlyInAnyOrder(202, 409, 409, 409, 409, 409);
    assertThat(posting.ingress.records).hasSize(1);
  }

  @Test
  void shouldForgetAnswers_whenADayIsOver_orTheyTakeTooMuch() {
    posting.post(NEWS, JSON, news("a"), KEY, "day");
    posting.now.set(NOON.plus(Duration.ofHours(25)));
    posting.post(NEWS, JSON, news("a"), KEY, "day");
    assertThat(posting.ingress.records).hasSize(2);

    for (int i = 0; i < 5; i++) {
      posting.post(NEWS, JSON, array(9_000), KEY, "large" + i);
    }
    posting.post(NEWS, JSON, news("a"), KEY, "day");

    assertThat(posting.ingress.records).hasSize(2 + 5 * 9_000 + 1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"\"", "a b"})
  void shouldRefuseAKeyThatIsNone(String key) {
    assertThat(posting.post(NEWS, JSON, news("a"), KEY, key).statusCode()).isEqualTo(400);
  }
}
