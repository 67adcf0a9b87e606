package io.tocsin.extract.places;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** What a word beside a place's name makes of it. */
final class Heads {
  /** What the word is. */
  enum Kind {
    /** Before a person's name: {@code Mr}. */
    TITLE,
    /** A given name. */
    GIVEN,
    /** Behind a place, who holds an office there: {@code Mayor}. */
    OFFICE,
    /** Behind a place, what is named after it and lies anywhere: {@code Times}. */
    NAMESAKE,
    /** Behind a place, who has authority there: {@code Police}. */
    AUTHORITY,
    /** Behind a place, what stands there: {@code Airport}. */
    FACILITY,
    /** Behind a place, the district that is named after it: {@code County}. */
    DISTRICT,
    /** Before a name, what makes another place of it: {@code Lake}. */
    FEATURE,
    /** Before a name, what says which part or sort: {@code North}. */
    PART,
    /** Before {@code of} and a place, what bears its name alone: {@code Duke}. */
    HOLDER,
    /** Before a place, where something is: {@code in}. */
    LOCATIVE,
    /** Behind who said something. */
    SPEECH,
    /** Behind a place, what comes from it and is named so, small letters too: {@code virus}. */
    EPONYM
  }

  private static final Set<Kind> NOTHING = Set.of();

  private final Map<String, EnumSet<Kind>> kinds = new HashMap<>();

  Heads() {
    for (var row : Lists.rows("heads.csv")) {
      var kind = Kind.valueOf(row[0].toUpperCase(Locale.ROOT));
      for (int i = 1; i < row.length; i++) {
        add(row[i], kind);
      }
    }
    Lists.words("given-names.csv").forEach(name -> add(name, Kind.GIVEN));
  }

  private void add(String word, Kind kind) {
    kinds.computeIfAbsent(word, w -> EnumSet.noneOf(Kind.class)).add(kind);
  }

  /** What a folded word is; empty for most. */
  Set<Kind> of(String word) {
    var known = kinds.get(word);
    return known == null ? NOTHING : known;
  }
}
