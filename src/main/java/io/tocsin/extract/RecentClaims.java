package io.tocsin.extract;

import io.tocsin.model.Category;
import io.tocsin.model.Claim;

/**
 * Claims as they are made of structured news, with salience 1; one that was made not long ago is
 * given again. For one thread.
 */
public final class RecentClaims {
  private final Claim[] recent;

  /**
   * @param size how many are kept; a power of two
   */
  public RecentClaims(int size) {
    if (Integer.bitCount(size) != 1) {
      throw new IllegalArgumentException("must be a power of two: " + size);
    }
    recent = new Claim[size];
  }

  /** Of ids that are one object each, as those of reference data are: others make new claims. */
  @SuppressWarnings("ReferenceEquality")
  public Claim of(String entity, String region, Category category) {
    int hash = (entity.hashCode() * 31 + region.hashCode()) * 31 + category.ordinal();
    int slot = (hash * 0x9E3779B1 >>> 8) & recent.length - 1;
    var claim = recent[slot];
    if (claim != null
        && claim.entity() == entity
        && claim.region() == region
        && claim.category() == category) {
      return claim;
    }
    claim = new Claim(entity, region, category, 1);
    recent[slot] = claim;
    return claim;
  }
}
