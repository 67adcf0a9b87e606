package io.tocsin.assess;

import io.tocsin.model.Category;
import io.tocsin.model.Credibility;
import io.tocsin.model.Reliability;

/**
 * What one event adds to one subject; weighed anew under each policy.
 *
 * @param id of the event, or of the WARN statement
 * @param time when it counts from, in UTC epoch ms
 * @param origin the source it goes back to
 * @param entity of the claim it comes from
 * @param region of the claim it comes from
 * @param steps from the claim to this subject
 * @param story or {@code null}
 * @param url or {@code null}
 * @param official whether an authority's WARN put it there
 */
public record Row(
    String id,
    int revision,
    long time,
    String source,
    String origin,
    String entity,
    String region,
    Category category,
    double salience,
    int steps,
    Reliability reliability,
    Credibility credibility,
    String story,
    long fingerprint,
    String headline,
    String url,
    boolean official)
    implements Exhibit {
  /** Whether it goes back to somebody else's report. */
  boolean cites() {
    return !origin.equals(source);
  }
}
