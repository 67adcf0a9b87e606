package io.tocsin.oracle;

import java.time.Duration;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Scenarios for properties; what fails is told by its seed, size and span. */
public final class ScenarioArbitraries {
  /**
   * A scenario that can be made again from what it prints.
   *
   * @param days over which the records are strewn
   */
  public record Scenario(long seed, int size, int days, Scenarios.Options options) {
    /** The records in order of arrival. */
    public List<Object> records() {
      return Scenarios.random(seed, size, Duration.ofDays(days), options);
    }
  }

  private ScenarioArbitraries() {}

  /** Up to so many records with these options, over up to so many days. */
  public static Arbitrary<Scenario> scenarios(int most, int days, Scenarios.Options options) {
    return Combinators.combine(
            Arbitraries.longs(),
            Arbitraries.integers().between(1, most),
            Arbitraries.integers().between(1, days))
        .as((seed, size, span) -> new Scenario(seed, size, span, options));
  }

  /** Everything there is, in order of arrival. */
  public static Arbitrary<Scenario> inOrder(int most) {
    return scenarios(most, 30, Scenarios.Options.IN_ORDER);
  }

  /** Everything there is, some of it late or too late. */
  public static Arbitrary<Scenario> wild(int most) {
    return scenarios(most, 30, Scenarios.Options.WILD);
  }
}
