package io.tocsin.extract;

import java.util.ArrayList;
import java.util.List;

/**
 * Arabic writes "and", "in", "for", "as" and "so" together with the word behind; a name is looked
 * for with each of them.
 */
final class Proclitics {
  private static final List<String> BEFORE = List.of("و", "ب", "ل", "ف", "ك", "وب", "ول");
  private static final String ARTICLE = "ال";

  private Proclitics() {}

  /** The phrase, and in Arabic script the forms that it takes behind a proclitic. */
  static List<String> forms(String phrase) {
    if (phrase.isEmpty()
        || Character.UnicodeScript.of(phrase.codePointAt(0)) != Character.UnicodeScript.ARABIC) {
      return List.of(phrase);
    }
    var forms = new ArrayList<String>();
    forms.add(phrase);
    boolean definite = phrase.startsWith(ARTICLE);
    for (var proclitic : BEFORE) {
      boolean merges = definite && proclitic.endsWith("ل");
      forms.add(merges ? proclitic + phrase.substring(1) : proclitic + phrase);
    }
    return forms;
  }
}
