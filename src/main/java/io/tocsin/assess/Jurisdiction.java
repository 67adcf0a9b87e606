package io.tocsin.assess;

import io.tocsin.model.Action;
import io.tocsin.model.OfficialStatement;
import io.tocsin.reference.Authority;
import io.tocsin.reference.Reference;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Turns an official statement into evidence, with what its authority may speak about; assessment,
 * section 4.
 */
public final class Jurisdiction {
  private final Reference reference;

  public Jurisdiction(Reference reference) {
    this.reference = reference;
  }

  /**
   * The statement as it takes effect: about the authority's jurisdiction where it lists no region,
   * and a mere COMMENT where it lists one outside.
   *
   * @param statement admitted, with its level resolved
   */
  public Statement read(OfficialStatement statement) {
    var own =
        reference
            .authorities()
            .find(statement.authority())
            .map(Authority::jurisdiction)
            .orElse(List.of());
    boolean inside = statement.regions().stream().allMatch(region -> isInside(region, own));
    var expires = statement.expiresAt();
    return new Statement(
        statement.id(),
        statement.revision(),
        statement.isCancelled(),
        statement.authority(),
        inside ? statement.action() : Action.COMMENT,
        statement.level(),
        statement.nationalLevel(),
        statement.issuedAt().toEpochMilli(),
        expires == null ? null : expires.toEpochMilli(),
        new HashSet<>(statement.entities()),
        new HashSet<>(statement.regions().isEmpty() ? own : statement.regions()),
        new HashSet<>(statement.regions()),
        new HashSet<>(statement.categories()),
        new HashSet<>(statement.references()),
        statement.text(),
        statement.url());
  }

  private boolean isInside(String region, List<String> own) {
    if (own.contains(region)) {
      return true;
    }
    if (!reference.regions().has(region)) {
      var members = reference.groups().members(region);
      return !members.isEmpty() && members.stream().allMatch(country -> isInside(country, own));
    }
    Set<String> lineage = new HashSet<>(reference.regions().lineage(region));
    var country = reference.regions().country(region);
    return own.stream()
        .anyMatch(r -> lineage.contains(r) || reference.groups().members(r).contains(country));
  }
}
