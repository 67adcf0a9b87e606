package io.tocsin.oracle;

import io.tocsin.model.Claim;
import io.tocsin.model.NewsEvent;
import io.tocsin.model.OfficialStatement;
import io.tocsin.model.Reliability;
import java.util.Comparator;
import java.util.List;

/**
 * What one event or one WARN gives to one subject (section 2).
 *
 * @param claim where the row comes from
 * @param steps from the claim to the subject
 * @param factors the weight in dB but for credibility
 * @param credibility the factor of the report's own grade
 * @param halfLife in ms
 * @param text headline and body in lower case, with single blanks; empty for a WARN
 * @param event null for a WARN
 * @param warning null for an event
 */
record OracleRow(
    String id,
    long time,
    Claim claim,
    int steps,
    double factors,
    double credibility,
    long halfLife,
    Reliability reliability,
    String source,
    String origin,
    List<String> text,
    NewsEvent event,
    OfficialStatement warning) {

  /** Section 3: rows in order of (time, event id). */
  static final Comparator<OracleRow> ORDER =
      Comparator.comparingLong(OracleRow::time)
          .thenComparing(OracleRow::id)
          .thenComparing(r -> r.warning() == null ? 0 : r.warning().revision());

  /** Section 2: of one event's rows the greatest w; tie: fewest steps, then names. */
  static final Comparator<OracleRow> BEST_FIRST =
      Comparator.comparingDouble((OracleRow r) -> -r.weight())
          .thenComparing(OracleRow::steps)
          .thenComparing(OracleRow::claim, Claim.BY_NAME);

  double weight() {
    return factors * credibility;
  }

  boolean isWarning() {
    return warning != null;
  }

  boolean citesAnother() {
    return !origin.equals(source);
  }
}
