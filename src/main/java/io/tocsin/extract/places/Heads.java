package io.tocsin.extract.places;

import io.tocsin.extract.Glossary;
import io.tocsin.extract.Text;
import java.util.Locale;

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
    EPONYM,
    /** Behind a place, what happened there: {@code attack}. */
    EVENT
  }

  private final Glossary kinds;

  Heads() {
    var glossary = new Glossary.Builder();
    for (var row : Lists.rows("heads.csv")) {
      var kind = Kind.valueOf(row[0].toUpperCase(Locale.ROOT));
      for (int i = 1; i < row.length; i++) {
        glossary.add(row[i], bit(kind));
      }
    }
    Lists.words("given-names.csv").forEach(name -> glossary.add(name, bit(Kind.GIVEN)));
    kinds = glossary.build();
  }

  private static int bit(Kind kind) {
    return 1 << kind.ordinal();
  }

  /** What a text's word is, for {@link #has}; 0 for most. */
  int of(Text text, int word) {
    return kinds.of(text, word);
  }

  static boolean has(int kinds, Kind kind) {
    return (kinds & bit(kind)) != 0;
  }

  boolean is(Text text, int word, Kind kind) {
    return has(kinds.of(text, word), kind);
  }
}
