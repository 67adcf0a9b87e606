package io.tocsin.extract;

import io.tocsin.model.Claim;
import io.tocsin.model.Credibility;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;

/**
 * What was read out of a report.
 *
 * @param text what all spans refer to: the headline, and where there is one an empty line and the
 *     body
 * @param language in which it was read, BCP 47
 * @param entities in the order of their first mention
 * @param regions likewise
 * @param claims the most salient first
 * @param fingerprint see {@link Fingerprint}
 */
public record Reading(
    String text,
    String language,
    List<Marked> entities,
    List<Marked> regions,
    List<ReadClaim> claims,
    long fingerprint) {
  public Reading {
    entities = List.copyOf(entities);
    regions = List.copyOf(regions);
    claims = List.copyOf(claims);
  }

  /** One claim for each entity, region and category, as salient as the most salient of its kind. */
  public List<Claim> evidence() {
    var evidence = new LinkedHashMap<List<Object>, Claim>();
    for (var read : claims) {
      evidence.putIfAbsent(List.of(read.entity(), read.region(), read.category()), read.claim());
    }
    return new ArrayList<>(evidence.values());
  }

  /** The publisher that the report cites for what it is about; {@code null} if it is none. */
  public String origin() {
    return claims.isEmpty() ? null : claims.get(0).origin();
  }

  /** How credible what the report is about is by its own words. */
  public Credibility credibility() {
    return claims.isEmpty() ? Credibility.CANNOT_BE_JUDGED : claims.get(0).credibility();
  }
}
