package io.tocsin.api.read;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.api.ServerUnderTest;
import io.tocsin.deliver.deadletter.Filter;
import io.tocsin.deliver.deadletter.Heading;
import io.tocsin.deliver.deadletter.Letter;
import io.tocsin.deliver.deadletter.Listing;
import io.tocsin.deliver.deadletter.Place;
import io.tocsin.deliver.deadletter.Readable;
import io.tocsin.deliver.deadletter.Retried;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LetterRoutesTest {
  private static final Place PLACE = new Place("tocsin.dead-letters", 3, 17);
  private static final Letter LETTER =
      new Letter(
          new Heading(
              PLACE,
              Instant.parse("2026-03-01T11:00:00Z"),
              "NOT_ADMITTED",
              "regions[0] is not known",
              new Place("tocsin.news", 1, 5),
              null,
              false,
              9),
          null,
          "{\"id\":1}".getBytes(UTF_8),
          List.of());

  private final List<Filter> asked = new ArrayList<>();
  private final List<String> retried = new ArrayList<>();
  private final ServerUnderTest server = ServerUnderTest.with(new LetterRoutes(new OneLetter()));

  private final class OneLetter implements Letters {
    @Override
    public Listing list(Filter filter, int limit) {
      asked.add(filter);
      return new Listing(1, 1, Map.of("NOT_ADMITTED", 1L), List.of(LETTER.heading()));
    }

    @Override
    public Optional<Letter> find(Place place) {
      return place.equals(PLACE) ? Optional.of(LETTER) : Optional.empty();
    }

    @Override
    public Readable value(Letter letter) {
      return Readable.of(letter.value());
    }

    @Override
    public Retried retry(Letter letter, byte[] value) {
      retried.add(value == null ? "as it is" : new String(value, UTF_8));
      return new Retried(PLACE, new Place("tocsin.news", 1, 6));
    }
  }

  private int retry(String id, String body) {
    return server
        .send(
            server.to(LetterRoutes.PATH + "/" + id + "/retry").POST(BodyPublishers.ofString(body)))
        .statusCode();
  }

  @AfterEach
  void close() {
    server.close();
  }

  @Test
  void shouldList_whatTheFilterTakes() {
    var answer =
        server.get(
            LetterRoutes.PATH + "?reason=NOT_ADMITTED&topic=news&since=2026-01-01T00:00:00Z");

    assertThat(asked)
        .containsExactly(new Filter("NOT_ADMITTED", "news", Instant.parse("2026-01-01T00:00:00Z")));
    assertThat(answer.body())
        .contains("\"total\":1", "\"id\":\"tocsin.dead-letters-3-17\"", "regions[0] is not known");
    assertThat(server.get(LetterRoutes.PATH + "?limit=0").statusCode()).isEqualTo(400);
  }

  @Test
  void shouldShowWhatIsInALetter() {
    var answer = server.get(LetterRoutes.PATH + "/tocsin.dead-letters-3-17");

    assertThat(answer.body()).contains("\"form\":\"JSON\"").contains("\\\"id\\\" : 1");
    assertThat(server.get(LetterRoutes.PATH + "/tocsin.dead-letters-3-18").statusCode())
        .isEqualTo(404);
    assertThat(server.get(LetterRoutes.PATH + "/nonsense").statusCode()).isEqualTo(404);
  }

  @Test
  void shouldPublishAgain_asItIsOrCorrected() {
    assertThat(retry("tocsin.dead-letters-3-17", "")).isEqualTo(200);
    assertThat(retry("tocsin.dead-letters-3-17", "{\"id\":\"2\"}")).isEqualTo(200);
    assertThat(retry("nonsense", "")).isEqualTo(404);

    assertThat(retried).containsExactly("as it is", "{\"id\":\"2\"}");
  }
}
