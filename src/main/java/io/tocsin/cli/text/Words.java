package io.tocsin.cli.text;

import io.tocsin.model.AlertLevelChange;
import io.tocsin.model.Cause;
import io.tocsin.model.Held;
import io.tocsin.model.Subject;
import java.util.Locale;
import java.util.function.UnaryOperator;

/** The domain's words for people. */
public final class Words {
  private final UnaryOperator<String> names;

  /**
   * @param names of entities, regions, sources and authorities by id
   */
  public Words(UnaryOperator<String> names) {
    this.names = names;
  }

  public String entity(String id) {
    return switch (id) {
      case Subject.UNATTRIBUTED -> "unattributed";
      case Subject.OVERALL -> "overall";
      default -> name(id);
    };
  }

  /** The name, made safe for a terminal; the id where there is no name. */
  public String name(String id) {
    return Cells.clean(names.apply(id));
  }

  public String subject(AlertLevelChange change) {
    return subject(change.subject());
  }

  public String subject(Subject subject) {
    return entity(subject.entity()) + " in " + name(subject.region());
  }

  static String cause(Cause cause) {
    return switch (cause) {
      case NEWS -> "news";
      case STATEMENT -> "official statement";
      case CONTROL -> "analyst";
      case POLICY -> "new policy";
      case CORRECTION -> "correction";
      case DECAY -> "faded with time";
      case EXPIRY -> "declaration or pin ran out";
    };
  }

  static String held(Held held) {
    return switch (held) {
      case NONE -> "";
      case UNCORROBORATED -> "capped, not corroborated";
      case PEAK_HOLD -> "holding its peak";
      case PINNED -> "pinned";
    };
  }

  /** {@code 12.3 dB}. */
  public static String score(double decibels) {
    return String.format(Locale.ROOT, "%.1f dB", decibels + 0.0);
  }

  /** A probability in percent, never rounded to certainty. */
  static String percent(double probability) {
    double percent = 100 * probability;
    if (percent > 99.9 && percent < 100) {
      return ">99.9 %";
    }
    if (percent < 0.1 && percent > 0) {
      return "<0.1 %";
    }
    return String.format(
        Locale.ROOT,
        percent < 10 || percent > 99 && percent < 100 ? "%.1f %%" : "%.0f %%",
        percent);
  }
}
