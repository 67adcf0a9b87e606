package io.tocsin.assess;

import io.tocsin.model.Claim;
import io.tocsin.model.Credibility;
import io.tocsin.model.Reliability;
import java.util.List;

/**
 * A news event as it is weighed: graded, and read into claims.
 *
 * @param published when it was published, in UTC epoch ms: the time at which it counts
 * @param arrival {@code published}, or the time of the revision
 * @param origin the source it goes back to; its own where it cites none
 * @param story id of its story, or {@code null}
 * @param fingerprint of its text, for near duplicates
 * @param url or {@code null}
 * @param claims empty where the event is retracted
 */
public record Report(
    String id,
    int revision,
    boolean retracted,
    long published,
    long arrival,
    String source,
    String origin,
    Reliability reliability,
    Credibility credibility,
    String story,
    long fingerprint,
    String headline,
    String url,
    List<Claim> claims)
    implements Evidence {
  public Report {
    claims = List.copyOf(claims);
  }

  /** Whether this record changes an earlier one, so that its effect is a correction. */
  public boolean corrects() {
    return revision > 0 || retracted;
  }
}
