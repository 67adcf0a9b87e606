package io.tocsin.extract;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Whom and where a report is about, for the sentences that do not say it again.
 *
 * @param entity {@code null} where it names none
 * @param region {@code null} where it names none
 */
record Focus(String entity, Located region) {
  private static final int HEADLINE = 3;
  private static final int LEAD = 3;

  static Focus of(List<Sentence> sentences) {
    var counts = new HashMap<String, Integer>();
    String entity = null;
    Located region = null;
    Located authority = null;
    for (var sentence : sentences) {
      for (var mention : sentence.mentions()) {
        if (mention.kind() == Name.Kind.ENTITY) {
          counts.merge(mention.id(), sentence.isHeadline() ? HEADLINE : 1, Integer::sum);
          entity = ahead(entity, mention.id(), counts);
        }
      }
      if (region == null && sentence.number() <= LEAD) {
        var own = region(sentence);
        boolean weakest = own != null && sentence.isAuthority(own);
        region = weakest ? null : own;
        authority = weakest && authority == null ? own : authority;
      }
    }
    return new Focus(entity, region == null ? authority : region);
  }

  private static String ahead(String leader, String other, Map<String, Integer> counts) {
    return leader == null || counts.get(other) > counts.get(leader) ? other : leader;
  }

  /** The first place that is a place; one by its people or its rulers where there is no other. */
  private static Located region(Sentence sentence) {
    Located weaker = null;
    for (var place : sentence.places()) {
      if (sentence.isNamesake(place)) {
        continue;
      }
      if (place.place().kind() == Place.Kind.NAME) {
        return place;
      }
      weaker = weaker == null ? place : weaker;
    }
    return weaker;
  }
}
