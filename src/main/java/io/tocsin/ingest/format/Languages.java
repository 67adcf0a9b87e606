package io.tocsin.ingest.format;

import java.util.IllformedLocaleException;
import java.util.Locale;

/** Languages as documents name them. */
public final class Languages {
  private static final int LONGEST = 35;

  private Languages() {}

  /** A BCP 47 tag in its usual case, {@code en-GB} of {@code EN_gb}; {@code null} for none. */
  public static String tag(String text) {
    if (text == null || text.isBlank() || text.length() > LONGEST) {
      return null;
    }
    try {
      var locale = new Locale.Builder().setLanguageTag(text.strip().replace('_', '-')).build();
      return locale.getLanguage().isEmpty() ? null : locale.toLanguageTag();
    } catch (IllformedLocaleException e) {
      return null;
    }
  }
}
