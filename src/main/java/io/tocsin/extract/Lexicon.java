package io.tocsin.extract;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The cue phrases of all languages. Immutable. */
final class Lexicon {
  /** So many words show the language. */
  private static final int BEGINNING = 120;

  private final Map<Language, Phrases<Cue>> cues;
  private final Phrases<Language> signs;

  private Lexicon(Map<Language, Phrases<Cue>> cues, Phrases<Language> signs) {
    this.cues = cues;
    this.signs = signs;
  }

  /** Reads the shipped files. */
  static Lexicon load(Vocabulary vocabulary) {
    var signs = new Phrases.Builder<Language>(vocabulary);
    var cues = new EnumMap<Language, Phrases<Cue>>(Language.class);
    for (var language : Language.values()) {
      cues.put(language, read(language, signs, vocabulary));
    }
    return new Lexicon(cues, signs.build());
  }

  private static Phrases<Cue> read(
      Language language, Phrases.Builder<Language> signs, Vocabulary vocabulary) {
    var builder = new Phrases.Builder<Cue>(vocabulary);
    CueFile.read(
        "cues-" + language.code() + ".txt",
        (header, phrase) -> {
          var cue = Cue.of(header);
          if (cue.role() == Role.LANGUAGE) {
            signs.add(phrase, language);
          } else {
            Proclitics.forms(phrase).forEach(form -> builder.add(form, cue));
          }
        });
    return builder.build();
  }

  /** The cues of a text in its order, none that overlap. */
  List<Found<Cue>> cues(Text text, Language language) {
    return cues.get(language).longest(text);
  }

  /** The language whose signs are the most in its beginning; English where there are none. */
  Language language(Text text) {
    int[] counts = new int[Language.values().length];
    signs.each(
        text,
        BEGINNING,
        (from, to, of) -> {
          for (int i = 0; i < of.size(); i++) {
            counts[of.get(i).ordinal()]++;
          }
        });
    var most = Language.ENGLISH;
    for (var language : Language.values()) {
      most = counts[language.ordinal()] > counts[most.ordinal()] ? language : most;
    }
    return most;
  }
}
