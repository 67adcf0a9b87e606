package io.tocsin.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WellFormedTextTest {

  @ParameterizedTest
  @ValueSource(strings = {"\uD83D", "a\uD83Db", "\uDEA8\uD83D", "\uD83D\uD83D\uDEA8"})
  void shouldRefuseHalfASurrogatePair_whereverATextMayStand(String half) {
    var refusal =
        catchThrowableOfType(
            InvalidRecord.class, () -> event("n" + half, half, Map.of(half, half)));

    assertThat(refusal.problems())
        .extracting(Problem::rule)
        .containsOnly("must not contain half a surrogate pair")
        .hasSize(4);
  }

  @Test
  void shouldTakeWholePairs() {
    assertThat(event("n", "\uD83D\uDEA8\uD834\uDD1E", Map.of()).headline()).hasSize(4);
  }

  @Test
  void shouldShowAProblem_withoutAHalf() {
    assertThat(Problem.of("f", "a\uD83D", "r").value()).isEqualTo("a\uFFFD");
    assertThat(Problem.of("f", "x".repeat(79) + "\uD83D\uDEA8", "r").value())
        .isEqualTo("x".repeat(79) + "… (81 characters)");
  }

  @Test
  void shouldNameAnItemByTheIndexThatTheSenderKnows() {
    var refusal =
        catchThrowableOfType(
            InvalidRecord.class,
            () ->
                new NewsEvent(
                    "n",
                    "s",
                    null,
                    Instant.EPOCH,
                    "h",
                    null,
                    null,
                    null,
                    null,
                    List.of("a", "a", "b|"),
                    null,
                    null,
                    null,
                    0,
                    null,
                    null,
                    null));

    assertThat(refusal.problems()).extracting(Problem::field).containsExactly("entities[2]");
  }

  private static NewsEvent event(String id, String headline, Map<String, String> attributes) {
    return new NewsEvent(
        id,
        "s",
        null,
        Instant.EPOCH,
        headline,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        0,
        null,
        null,
        attributes);
  }
}
