package io.tocsin.api.read;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.api.ServerUnderTest;
import io.tocsin.ingest.feed.FeedHealth;
import io.tocsin.ingest.feed.Trouble;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class FeedRoutesTest {
  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

  @Test
  void shouldAnswerHowFeedsAreDoing() {
    var health =
        new FeedHealth(
            "wire",
            FeedHealth.State.TROUBLED,
            "https://example.org/feed",
            null,
            NOON,
            null,
            NOON.plusSeconds(60),
            1,
            Trouble.BUSY,
            "answers 429",
            3,
            4,
            1,
            2,
            List.of("item 3: headline must not be blank"));
    try (var server = ServerUnderTest.with(new FeedRoutes(() -> List.of(health)))) {
      var answer = server.get(FeedRoutes.PATH);

      assertThat(answer.statusCode()).isEqualTo(200);
      assertThat(answer.body())
          .contains("\"id\":\"wire\"", "\"trouble\":\"BUSY\"", "2026-03-01T12:01:00.000Z")
          .contains("headline must not be blank");
      assertThat(server.get(FeedRoutes.PATH + "?x=1").statusCode()).isEqualTo(400);
    }
  }
}
