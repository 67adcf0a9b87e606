package io.tocsin.wire;

import io.tocsin.assess.Policy;
import io.tocsin.model.Category;
import io.tocsin.model.Credibility;
import io.tocsin.model.Reliability;
import java.time.Duration;

/** Writes every field of a policy. */
final class PolicyWriter {
  static final String OFF = "off";

  private PolicyWriter() {}

  static void write(Policy policy, FieldWriter fields) {
    fields.text("name", policy.name());
    fields.text("version", policy.version());
    fields.object("weights", weights -> write(policy.weights(), weights));
    fields.object("stories", stories -> write(policy.stories(), stories));
    fields.object("statements", statements -> write(policy.statements(), statements));
    fields.object("scoring", scoring -> write(policy.scoring(), scoring));
    fields.object("corroboration", corroboration -> write(policy.corroboration(), corroboration));
    duration(fields, "hold", policy.hold());
    if (policy.maxLateness() == null) {
      fields.text("maxLateness", OFF);
    } else {
      duration(fields, "maxLateness", policy.maxLateness());
    }
    fields.whole("forgetAfter", policy.forgetAfter());
    fields.whole("listed", policy.listed());
  }

  private static void write(Policy.Weights weights, FieldWriter fields) {
    fields.object(
        "categories",
        categories -> {
          for (Category category : Category.values()) {
            if (!category.refutes()) {
              decay(categories, category.name(), weights.categories().get(category));
            }
          }
        });
    fields.object(
        "reliability",
        grades -> {
          for (Reliability grade : Reliability.values()) {
            grades.number(grade.name(), weights.reliability().get(grade));
          }
        });
    fields.object(
        "credibility",
        grades -> {
          for (Credibility grade : Credibility.values()) {
            grades.number(Integer.toString(grade.grade()), weights.credibility().get(grade));
          }
        });
    fields.number("attenuation", weights.attenuation());
  }

  private static void write(Policy.Stories stories, FieldWriter fields) {
    duration(fields, "window", stories.window());
    fields.number("copyFactor", stories.copyFactor());
    fields.whole("nearDuplicateBits", stories.nearDuplicateBits());
  }

  private static void write(Policy.Statements statements, FieldWriter fields) {
    duration(fields, "window", statements.window());
    fields.number("confirmedCredibility", statements.confirmedCredibility());
    fields.number("denyFactor", statements.denyFactor());
    fields.number("allClearFactor", statements.allClearFactor());
    decay(fields, "warning", statements.warning());
    duration(fields, "refutationWindow", statements.refutationWindow());
  }

  private static void write(Policy.Scoring scoring, FieldWriter fields) {
    fields.number("prior", scoring.prior());
    fields.number("exponent", scoring.exponent());
    fields.numbers("thresholds", scoring.thresholds());
  }

  private static void write(Policy.Corroboration corroboration, FieldWriter fields) {
    duration(fields, "window", corroboration.window());
    fields.whole("origins", corroboration.origins());
    fields.choice("cap", corroboration.cap());
  }

  private static void decay(FieldWriter fields, String name, Policy.Decay value) {
    fields.object(
        name,
        decay -> {
          decay.number("base", value.base());
          duration(decay, "halfLife", value.halfLife());
        });
  }

  private static void duration(FieldWriter fields, String name, Duration value) {
    fields.text(name, Durations.text(value));
  }
}
