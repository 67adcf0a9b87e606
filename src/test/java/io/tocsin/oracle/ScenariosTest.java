package io.tocsin.oracle;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tocsin.assess.Policy;
import io.tocsin.model.Action;
import io.tocsin.model.Category;
import io.tocsin.model.Cause;
import io.tocsin.model.Level;
import io.tocsin.model.NewsEvent;
import io.tocsin.model.OfficialStatement;
import io.tocsin.model.Subject;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScenariosTest {
  private static final Duration BOUND = Duration.ofHours(160);

  private static Oracle judged(List<Object> records) {
    var oracle = new Oracle(Policy.DEFAULT, new SmallWorld());
    oracle.applyAll(records);
    return oracle;
  }

  @Test
  void shouldGiveTheSameRecords_whenTheSeedIsTheSame() {
    assertThat(Scenarios.random(7, 200, Duration.ofDays(20)))
        .isEqualTo(Scenarios.random(7, 200, Duration.ofDays(20)))
        .isNotEqualTo(Scenarios.random(8, 200, Duration.ofDays(20)));
  }

  @Test
  void shouldReachEveryKind_whenThereAreManyRecords() {
    var records = Scenarios.random(11, 800, Duration.ofDays(40));

    assertThat(records)
        .filteredOn(NewsEvent.class::isInstance)
        .extracting("category")
        .filteredOn(Objects::nonNull)
        .contains((Object[]) Category.values());
    assertThat(records)
        .filteredOn(OfficialStatement.class::isInstance)
        .extracting("action")
        .contains((Object[]) Action.values());
    var changes = judged(records).changes();
    assertThat(changes).extracting(Change::level).contains(Level.values());
    var causes = changes.stream().collect(groupingBy(Change::cause, counting()));
    assertThat(causes)
        .containsOnlyKeys(
            Arrays.stream(Cause.values()).filter(c -> c != Cause.POLICY).toArray(Cause[]::new));
    assertThat(causes.values()).allMatch(n -> n >= 5);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void shouldChainChanges_whenReadBySubject(long seed) {
    var records = Scenarios.random(seed, 400, Duration.ofDays(30), Scenarios.Options.WILD);

    var bySubject = judged(records).changes().stream().collect(groupingBy(Change::subject));

    assertThat(bySubject).isNotEmpty();
    bySubject.forEach(
        (subject, changes) -> {
          var level = Level.LOW;
          long at = Long.MIN_VALUE;
          for (int i = 0; i < changes.size(); i++) {
            var change = changes.get(i);
            assertThat(change.sequence()).isEqualTo(i + 1);
            assertThat(change.previous()).isEqualTo(level).isNotEqualTo(change.level());
            assertThat(change.effectiveAt()).isGreaterThanOrEqualTo(at);
            level = change.level();
            at = change.effectiveAt();
          }
        });
  }

  @Property(tries = 15)
  void shouldEndInTheSamePlace_whateverTheOrder(
      @ForAll("inOrder") ScenarioArbitraries.Scenario scenario, @ForAll long order) {
    var records = scenario.records();
    Map<Subject, State> inOrder = judged(records).states();

    var anyOrder = judged(Scenarios.shuffled(records, order, BOUND)).states();

    assertThat(anyOrder.keySet()).isEqualTo(inOrder.keySet());
    anyOrder.forEach(
        (subject, state) -> {
          assertThat(state.level()).as("%s", subject).isEqualTo(inOrder.get(subject).level());
          assertThat(state.score()).isCloseTo(inOrder.get(subject).score(), within(1e-9));
        });
  }

  @Property(tries = 15)
  void shouldNotMove_whenEverythingComesTwice(
      @ForAll("inOrder") ScenarioArbitraries.Scenario scenario) {
    var records = scenario.records();
    var twice = records.stream().flatMap(r -> List.of(r, r).stream()).toList();

    assertThat(judged(twice).changes()).isEqualTo(judged(records).changes());
  }

  @Provide
  Arbitrary<ScenarioArbitraries.Scenario> inOrder() {
    return ScenarioArbitraries.inOrder(100);
  }
}
