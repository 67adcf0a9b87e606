package io.tocsin.assess;

import io.tocsin.model.Category;
import io.tocsin.model.Claim;
import io.tocsin.model.Credibility;
import io.tocsin.model.Reliability;

/**
 * What one event adds to one subject; weighed anew under each policy.
 *
 * @param report the event; a WARN statement is one too
 * @param claim the one it comes from
 * @param steps from the claim to this subject
 * @param official whether an authority's WARN put it there
 */
public record Row(Report report, Claim claim, int steps, boolean official) implements Exhibit {
  @Override
  public String id() {
    return report.id();
  }

  @Override
  public int revision() {
    return report.revision();
  }

  @Override
  public long time() {
    return report.published();
  }

  public String source() {
    return report.source();
  }

  /** The source it goes back to. */
  public String origin() {
    return report.origin();
  }

  /** Of the claim it comes from. */
  public String entity() {
    return claim.entity();
  }

  /** Of the claim it comes from. */
  public String region() {
    return claim.region();
  }

  public Category category() {
    return claim.category();
  }

  public double salience() {
    return claim.salience();
  }

  public Reliability reliability() {
    return report.reliability();
  }

  public Credibility credibility() {
    return report.credibility();
  }

  /** Or {@code null}. */
  public String story() {
    return report.story();
  }

  public long fingerprint() {
    return report.fingerprint();
  }

  public String headline() {
    return report.headline();
  }

  /** Or {@code null}. */
  public String url() {
    return report.url();
  }

  /** Whether it goes back to somebody else's report. */
  boolean cites() {
    return !origin().equals(source());
  }
}
