package io.tocsin.extract;

import io.tocsin.model.Category;
import io.tocsin.model.Claim;
import io.tocsin.model.NewsEvent;
import io.tocsin.model.Subject;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** What a news event claims, by the word of its publisher. */
public final class Claims {
  private Claims() {}

  /** Whether an event says where and what by itself; else its text has to be read. */
  public static boolean areGiven(NewsEvent event) {
    return !event.regions().isEmpty() && event.category() != null;
  }

  /**
   * The cross product of an event's entities and regions, each claim with salience 1: nobody in
   * particular where it names no entity, OTHER where it names no category. Empty where it names no
   * region: such an event is unlocated.
   */
  public static List<Claim> of(NewsEvent event) {
    var entities = event.entities().isEmpty() ? List.of(Subject.UNATTRIBUTED) : event.entities();
    var category = Objects.requireNonNullElse(event.category(), Category.OTHER);
    var claims = new ArrayList<Claim>(entities.size() * event.regions().size());
    for (var entity : entities) {
      for (var region : event.regions()) {
        claims.add(new Claim(entity, region, category, 1));
      }
    }
    return claims;
  }
}
