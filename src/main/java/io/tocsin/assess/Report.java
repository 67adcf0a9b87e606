package io.tocsin.assess;

import io.tocsin.model.Claim;
import io.tocsin.model.Credibility;
import io.tocsin.model.Reliability;
import java.util.List;
import java.util.Objects;

/**
 * A news event as it is weighed: graded, and read into claims.
 *
 * @param text what is told of it
 * @param published when it was published, in UTC epoch ms: the time at which it counts
 * @param arrival {@code published}, or the time of the revision
 * @param origin the source it goes back to; its own where it cites none
 * @param story id of its story, or {@code null}
 * @param fingerprint of its text, for near duplicates
 * @param claims empty where the event is retracted
 */
public record Report(
    Text text,
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
    List<Claim> claims)
    implements Evidence {
  /** What is told of a report and hardly ever reckoned with: may lie packed until somebody asks. */
  public interface Text {
    String id();

    String headline();

    /** Or {@code null}. */
    String url();

    /** Whether two say the same, whatever they lie in. */
    static boolean same(Text one, Object other) {
      return other instanceof Text text
          && one.id().equals(text.id())
          && Objects.equals(one.headline(), text.headline())
          && Objects.equals(one.url(), text.url());
    }
  }

  /** A text at hand. */
  public record Plain(String id, String headline, String url) implements Text {
    @Override
    public boolean equals(Object other) {
      return Text.same(this, other);
    }

    @Override
    public int hashCode() {
      return id.hashCode();
    }
  }

  public Report {
    claims = List.copyOf(claims);
  }

  /**
   * @param url or {@code null}
   */
  public Report(
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
      List<Claim> claims) {
    this(
        new Plain(id, headline, url),
        revision,
        retracted,
        published,
        arrival,
        source,
        origin,
        reliability,
        credibility,
        story,
        fingerprint,
        claims);
  }

  /** What a row rests on: who says it, when and how, without what is said of others. */
  Report withoutClaims() {
    return claims.isEmpty()
        ? this
        : new Report(
            text,
            revision,
            retracted,
            published,
            arrival,
            source,
            origin,
            reliability,
            credibility,
            story,
            fingerprint,
            List.of());
  }

  public String id() {
    return text.id();
  }

  public String headline() {
    return text.headline();
  }

  public String url() {
    return text.url();
  }

  /** Whether this record changes an earlier one, so that its effect is a correction. */
  public boolean corrects() {
    return revision > 0 || retracted;
  }
}
