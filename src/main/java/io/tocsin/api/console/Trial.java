package io.tocsin.api.console;

import io.tocsin.model.Category;
import io.tocsin.model.Level;
import java.util.List;

/** Works out what a report, or a policy, would do to the levels as they are. Publishes nothing. */
@FunctionalInterface
public interface Trial {
  /**
   * @throws io.tocsin.model.InvalidRecord where what is asked breaks a rule
   */
  Outcome of(Asked asked);

  /**
   * @param headline optional: none where only a policy is tried
   * @param body optional
   * @param source optional: id of the source
   * @param language optional: BCP 47
   * @param policy optional: a policy document, YAML or JSON; what it leaves out is the built-in one
   */
  record Asked(String headline, String body, String source, String language, String policy) {}

  /**
   * @param reading {@code null} where no report was given
   * @param levels subjects whose level or score would be another, those whose level would move
   *     first
   * @param more how many further subjects would differ
   */
  record Outcome(Reading reading, Policies policy, List<Difference> levels, int more) {}

  /** Versions of the policy in force, and of the one that was tried. */
  record Policies(String now, String tried) {}

  /**
   * What a text says; spans are from and to, in UTF-16 units of the text.
   *
   * @param fingerprint sixteen hexadecimal digits
   */
  record Reading(
      String text,
      List<Mention> entities,
      List<Mention> regions,
      List<Claim> claims,
      String fingerprint) {}

  /** A name of the reference data, and where the text has it. */
  record Mention(String id, List<List<Integer>> spans) {}

  /**
   * @param credibility Admiralty code, 1 to 6
   * @param origin optional: the source that the text cites
   */
  record Claim(
      String entity,
      String region,
      Category category,
      int credibility,
      double salience,
      String origin,
      List<List<Integer>> spans) {}

  /**
   * @param now {@code null} where the subject is not tracked
   * @param then {@code null} where it would not be
   */
  record Difference(String entity, String region, State now, State then) {}

  /**
   * @param score in dB
   */
  record State(Level level, double score) {}
}
