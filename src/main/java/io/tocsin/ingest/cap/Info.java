package io.tocsin.ingest.cap;

import io.tocsin.ingest.format.Dates;
import io.tocsin.ingest.format.Tag;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/** What an alert says in one language. Words are as they stand there, empty where they are not. */
record Info(
    String language,
    List<String> categories,
    String event,
    List<String> responses,
    String urgency,
    String severity,
    String certainty,
    Instant expires,
    String senderName,
    String headline,
    String description,
    String instruction,
    String web,
    List<Area> areas) {
  private static final String DEFAULT_LANGUAGE = "en-US";

  static Info of(Tag info) {
    return new Info(
        info.text("language").orElse(DEFAULT_LANGUAGE),
        info.texts("category"),
        info.text("event").orElse(""),
        info.texts("responseType"),
        info.text("urgency").orElse(""),
        info.text("severity").orElse(""),
        info.text("certainty").orElse(""),
        info.text("expires").flatMap(Dates::parse).orElse(null),
        info.text("senderName").orElse(""),
        info.text("headline").orElse(""),
        info.text("description").orElse(""),
        info.text("instruction").orElse(""),
        info.text("web").orElse(null),
        info.children("area").stream().map(Area::of).toList());
  }

  boolean isEnglish() {
    return language.toLowerCase(Locale.ROOT).startsWith("en");
  }

  /** Whether it is about what people do to people, on purpose. */
  boolean isSecurity() {
    return categories.contains("Security") || categories.contains("CBRNE");
  }
}
