package io.tocsin.extract;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The languages that reports are read in. */
enum Language {
  ENGLISH("en"),
  FRENCH("fr"),
  GERMAN("de"),
  SPANISH("es"),
  DUTCH("nl"),
  ARABIC("ar");

  private final String code;

  Language(String code) {
    this.code = code;
  }

  /** As in ISO 639-1. */
  String code() {
    return code;
  }

  /** The language of a BCP 47 tag. */
  static Optional<Language> of(String tag) {
    if (tag == null) {
      return Optional.empty();
    }
    var primary = tag.strip().toLowerCase(Locale.ROOT).split("[-_]", 2)[0];
    return Arrays.stream(values()).filter(language -> language.code.equals(primary)).findFirst();
  }
}
