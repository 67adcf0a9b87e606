package io.tocsin.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tocsin.assess.Explanation;
import io.tocsin.assess.Factor;
import io.tocsin.model.AlertLevelChange;
import io.tocsin.model.Cause;
import io.tocsin.model.Held;
import io.tocsin.model.Level;
import io.tocsin.model.Subject;
import io.tocsin.wire.Line;
import java.io.IOException;
import java.time.Instant;
import java.util.EnumSet;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DemoScenarioTest {
  private static final Subject BIRMINGHAM = new Subject("isil", "GB-BIR");
  private static final Offset<Double> TO_THE_DIGIT = within(0.00005);

  @Test
  void shouldBeReadToItsLastLine() throws IOException {
    var demo = Playing.scenario("demo.ndjson");

    assertThat(demo.lines).hasSizeGreaterThanOrEqualTo(80).allMatch(Line.Good.class::isInstance);
    assertThat(demo.toTheEnd().fates)
        .contains(Backtest.Fate.DUPLICATE, Backtest.Fate.UNLOCATED, Backtest.Fate.RECORDED)
        .doesNotContain(Backtest.Fate.LATE);
  }

  @Test
  void shouldShowEveryCauseButAPolicy() throws IOException {
    var demo = Playing.scenario("demo.ndjson").toTheEnd();

    assertThat(demo.changes)
        .extracting(AlertLevelChange::cause)
        .containsAll(EnumSet.complementOf(EnumSet.of(Cause.POLICY)));
  }

  @ParameterizedTest
  @CsvSource({
    "2015-12-04T21:40:00Z, -5.2000, LOW",
    "2015-12-04T22:20:00Z, -5.0327, LOW",
    "2015-12-04T23:30:00Z,  0.6999, MODERATE",
    "2015-12-05T10:00:00Z, -8.9322, MODERATE",
    "2015-12-05T21:59:59Z, -9.1, MODERATE",
    "2015-12-05T22:00:00Z, -9.1, LOW",
  })
  void shouldWeighTheBirminghamStoryAsWorkedOut(String moment, double score, Level reported)
      throws IOException {
    var picture = at(moment);

    assertThat(picture.score())
        .isCloseTo(score, moment.compareTo("2015-12-05T20") > 0 ? within(0.1) : TO_THE_DIGIT);
    assertThat(picture.reported()).isEqualTo(reported);
    assertThat(picture.level()).isEqualTo(Level.SEVERE);
  }

  @Test
  void shouldKnowTheSecondOfTheFall_whenTheReportsAreDenied() throws IOException {
    var picture = at("2015-12-05T10:00:00Z");

    assertThat(picture.held()).isEqualTo(Held.PEAK_HOLD);
    assertThat(picture.outlook())
        .first()
        .isEqualTo(
            new Explanation.Step(
                Instant.parse("2015-12-05T22:00:00Z"), Level.SEVERE, Level.SEVERE, Level.LOW));
  }

  @Test
  void shouldPutCopiesUnderTheirScoop_andNameTheDenial() throws IOException {
    var picture = at("2015-12-05T11:00:00Z");

    assertThat(picture.lines())
        .filteredOn(line -> line.story().equals("wsj-2015-12-04-birmingham"))
        .hasSizeGreaterThan(5)
        .allSatisfy(
            line ->
                assertThat(line.factors())
                    .contains(new Factor(Factor.Kind.DENIED, "wmp-2015-12-05-deny", 0.1)))
        .filteredOn(line -> line.place() == 2)
        .singleElement()
        .satisfies(
            copy ->
                assertThat(copy.factors())
                    .contains(new Factor(Factor.Kind.COPY, "wsj-2015-12-04-birmingham", 0.3)));
  }

  private static Explanation at(String moment) throws IOException {
    return Playing.scenario("demo.ndjson").until(moment).backtest.explain(BIRMINGHAM);
  }
}
