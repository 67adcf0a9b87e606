package io.tocsin.model;

import java.util.Comparator;

/**
 * One thing that a news event says: of this entity, in this region, an event of this category.
 *
 * @param salience how central the claim is to its event, in (0, 1]
 */
public record Claim(String entity, String region, Category category, double salience) {
  /** Category, entity and region in name order: how claims of equal weight are told apart. */
  public static final Comparator<Claim> BY_NAME =
      Comparator.comparing((Claim c) -> c.category().name())
          .thenComparing(Claim::entity)
          .thenComparing(Claim::region);

  public Claim {
    boolean inBounds = salience > 0 && salience <= 1;
    if (!Ids.isId(entity) || !Ids.isId(region) || category == null || !inBounds) {
      var rules = new Rules();
      rules.id("entity", entity);
      rules.id("region", region);
      rules.require(category != null, "category", null, "must be given");
      rules.require(inBounds, "salience", salience, "must be in (0, 1]");
      rules.check();
    }
  }
}
