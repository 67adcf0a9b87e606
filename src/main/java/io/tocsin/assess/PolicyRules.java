package io.tocsin.assess;

import io.tocsin.model.Category;
import io.tocsin.model.Credibility;
import io.tocsin.model.InvalidRecord;
import io.tocsin.model.Level;
import io.tocsin.model.Problem;
import io.tocsin.model.Reliability;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** What a policy must be; every broken rule is reported together, by the path of its field. */
final class PolicyRules {
  private static final Duration LONGEST = Duration.ofDays(36_500);

  private final List<Problem> broken = new ArrayList<>();

  private PolicyRules() {}

  static void check(
      String name,
      String version,
      Policy.Weights weights,
      Policy.Stories stories,
      Policy.Statements statements,
      Policy.Scoring scoring,
      Policy.Corroboration corroboration,
      Duration hold,
      Duration maxLateness,
      int forgetAfter,
      int listed) {
    var rules = new PolicyRules();
    rules.require(name != null && !name.isBlank(), "name", name, "must not be blank");
    rules.require(version != null && !version.isBlank(), "version", version, "must not be blank");
    rules.weights(weights);
    rules.stories(stories);
    rules.statements(statements);
    rules.scoring(scoring);
    rules.corroboration(corroboration);
    rules.span("hold", hold);
    if (maxLateness != null) {
      rules.require(
          maxLateness.compareTo(Policy.LATENESS_AT_LEAST) >= 0,
          "maxLateness",
          maxLateness,
          "must be off or at least a minute");
    }
    rules.require(forgetAfter >= 1, "forgetAfter", forgetAfter, "must be at least 1");
    rules.require(listed >= 1, "listed", listed, "must be at least 1");
    if (!rules.broken.isEmpty()) {
      throw new InvalidRecord(rules.broken);
    }
  }

  private void weights(Policy.Weights weights) {
    if (!given("weights", weights)) {
      return;
    }
    if (given("weights.categories", weights.categories())) {
      for (var category : Category.values()) {
        category(category, weights.categories().get(category));
      }
    }
    if (given("weights.reliability", weights.reliability())) {
      for (var grade : Reliability.values()) {
        fraction("weights.reliability." + grade, weights.reliability().get(grade));
      }
    }
    if (given("weights.credibility", weights.credibility())) {
      for (var grade : Credibility.values()) {
        fraction("weights.credibility." + grade.grade(), weights.credibility().get(grade));
      }
    }
    double a = weights.attenuation();
    require(a > 0 && a <= 1, "weights.attenuation", a, "must be in (0, 1]");
  }

  private void category(Category category, Policy.Decay decay) {
    var field = "weights.categories." + category;
    if (category.refutes()) {
      require(decay == null, field, decay, "must not be given: it refutes");
    } else {
      decay(field, decay);
    }
  }

  private void stories(Policy.Stories stories) {
    if (given("stories", stories)) {
      positive("stories.window", stories.window());
      fraction("stories.copyFactor", stories.copyFactor());
      int bits = stories.nearDuplicateBits();
      require(bits >= 0 && bits <= 20, "stories.nearDuplicateBits", bits, "must be in 0..20");
    }
  }

  private void statements(Policy.Statements statements) {
    if (given("statements", statements)) {
      positive("statements.window", statements.window());
      fraction("statements.confirmedCredibility", statements.confirmedCredibility());
      fraction("statements.denyFactor", statements.denyFactor());
      fraction("statements.allClearFactor", statements.allClearFactor());
      decay("statements.warning", statements.warning());
      positive("statements.refutationWindow", statements.refutationWindow());
    }
  }

  private void scoring(Policy.Scoring scoring) {
    if (!given("scoring", scoring)) {
      return;
    }
    require(Double.isFinite(scoring.prior()), "scoring.prior", scoring.prior(), "must be a number");
    double q = scoring.exponent();
    require(q >= 1 && q <= 100, "scoring.exponent", q, "must be in [1, 100]");
    List<Double> thresholds = scoring.thresholds();
    boolean rising = thresholds != null && thresholds.size() == Level.values().length - 1;
    for (int i = 0; rising && i < thresholds.size(); i++) {
      Double threshold = thresholds.get(i);
      rising =
          threshold != null
              && Double.isFinite(threshold)
              && (i == 0 || threshold > thresholds.get(i - 1));
    }
    require(rising, "scoring.thresholds", thresholds, "must be four rising numbers");
    require(
        !rising || thresholds.get(0) > scoring.prior(),
        "scoring.prior",
        scoring.prior(),
        "must be below the first threshold");
  }

  private void corroboration(Policy.Corroboration corroboration) {
    if (given("corroboration", corroboration)) {
      positive("corroboration.window", corroboration.window());
      int origins = corroboration.origins();
      require(origins >= 1 && origins <= 10, "corroboration.origins", origins, "must be in 1..10");
      given("corroboration.cap", corroboration.cap());
    }
  }

  private void decay(String field, Policy.Decay decay) {
    if (given(field, decay)) {
      double base = decay.base();
      require(base >= 0 && base <= 1_000, field + ".base", base, "must be in [0, 1000] dB");
      positive(field + ".halfLife", decay.halfLife());
    }
  }

  private void fraction(String field, Double value) {
    require(value != null && value >= 0 && value <= 1, field, value, "must be in [0, 1]");
  }

  private void positive(String field, Duration value) {
    require(
        value != null && isAtMost(value, LONGEST) && value.toMillis() > 0,
        field,
        value,
        "must be longer than zero and at most 100 years");
  }

  private void span(String field, Duration value) {
    require(
        value != null && !value.isNegative() && isAtMost(value, LONGEST),
        field,
        value,
        "must not be negative, and at most 100 years");
  }

  private static boolean isAtMost(Duration value, Duration most) {
    return value.compareTo(most.negated()) >= 0 && value.compareTo(most) <= 0;
  }

  private boolean given(String field, Object value) {
    require(value != null, field, null, "must be given");
    return value != null;
  }

  private void require(boolean holds, String field, Object value, String rule) {
    if (!holds) {
      broken.add(Problem.of(field, value, rule));
    }
  }
}
