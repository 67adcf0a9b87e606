package io.tocsin.assess;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tocsin.model.InvalidRecord;
import io.tocsin.model.Level;
import io.tocsin.model.Problem;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PolicyTest {
  @Test
  void shouldTellEveryBrokenRuleTogether_whenNumbersAreOutOfRange() {
    var zero = new Policy.Decay(Double.NaN, Duration.ZERO);
    var eternal = Duration.ofSeconds(Long.MAX_VALUE);
    assertThatThrownBy(
            () ->
                new Policy(
                    " ",
                    null,
                    new Policy.Weights(Map.of(), null, Map.of(), 0),
                    new Policy.Stories(eternal, 1.1, 21),
                    new Policy.Statements(
                        eternal, -0.1, 2, Double.NaN, zero, Duration.ofMillis(-1)),
                    new Policy.Scoring(5, 0.9, Arrays.asList(0.0, null, 20.0, 32.0)),
                    new Policy.Corroboration(Duration.ZERO, 0, null),
                    eternal,
                    Duration.ofMillis(-1),
                    0,
                    0))
        .isInstanceOfSatisfying(
            InvalidRecord.class,
            e ->
                assertThat(e.problems())
                    .extracting(Problem::field)
                    .contains(
                        "name",
                        "version",
                        "weights.categories.ATTACK",
                        "weights.reliability",
                        "weights.credibility.1",
                        "weights.attenuation",
                        "stories.window",
                        "stories.copyFactor",
                        "stories.nearDuplicateBits",
                        "statements.window",
                        "statements.confirmedCredibility",
                        "statements.denyFactor",
                        "statements.allClearFactor",
                        "statements.warning.base",
                        "statements.warning.halfLife",
                        "statements.refutationWindow",
                        "scoring.exponent",
                        "scoring.thresholds",
                        "corroboration.window",
                        "corroboration.origins",
                        "corroboration.cap",
                        "hold",
                        "maxLateness",
                        "forgetAfter",
                        "listed"));
  }

  @Test
  void shouldBeWhatTheDocumentationSays_byDefault() {
    var policy = Policy.DEFAULT;

    assertThat(policy.weights().attenuation()).isEqualTo(0.9);
    assertThat(policy.stories()).isEqualTo(new Policy.Stories(Duration.ofHours(48), 0.3, 10));
    assertThat(policy.scoring().prior()).isEqualTo(-10);
    assertThat(policy.scoring().thresholds()).containsExactly(0.0, 10.0, 20.0, 32.0);
    assertThat(policy.corroboration())
        .isEqualTo(new Policy.Corroboration(Duration.ofHours(72), 2, Level.SUBSTANTIAL));
    assertThat(policy.hold()).isEqualTo(Duration.ofHours(12));
    assertThat(policy.maxLateness()).isEqualTo(Duration.ofDays(7));
    assertThat(policy.forgetAfter()).isEqualTo(12);
  }
}
