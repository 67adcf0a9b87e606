package io.tocsin.ingest.feed;

import io.tocsin.ingest.Formats;
import io.tocsin.ingest.format.Document;
import io.tocsin.ingest.format.Harvest;
import io.tocsin.ingest.format.Identity;
import io.tocsin.ingest.format.InputFormat;
import io.tocsin.ingest.format.Packed;
import io.tocsin.ingest.format.Speaker;
import io.tocsin.model.NewsEvent;
import io.tocsin.model.Problem;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * A format for tests: a first line {@code notes}, then an item a line: {@code id|time|headline}.
 */
final class Notes implements InputFormat {
  private static final String FIRST = "notes\n";

  static Formats formats() {
    return new Formats(List.of(new Packed(new Notes())));
  }

  static byte[] document(String... items) {
    return (FIRST + String.join("\n", items)).getBytes(StandardCharsets.UTF_8);
  }

  /** A piece of news as it may stand in a feed. */
  static NewsEvent news(String id, Instant published, String headline, int revision, Instant at) {
    return new NewsEvent(
        id,
        "bbc",
        null,
        published,
        headline,
        null,
        "en",
        null,
        null,
        List.of(),
        List.of(),
        null,
        null,
        revision,
        at,
        null,
        Map.of("one", "1", "two", "2", "three", "3"));
  }

  @Override
  public String name() {
    return "notes";
  }

  @Override
  public String about() {
    return "for tests";
  }

  @Override
  public boolean recognises(Document document) {
    return text(document).startsWith(FIRST);
  }

  @Override
  public Harvest read(Document document, Speaker speaker) {
    var basket = new Harvest.Basket();
    text(document)
        .lines()
        .skip(1)
        .forEach(
            line -> {
              var parts = line.split("\\|", -1);
              if (parts.length == 3) {
                basket.take("item " + parts[0], () -> item(parts, speaker));
              } else {
                basket.refuse("line", new Problem("line", line, "must have three parts"));
              }
            });
    return basket.harvest();
  }

  private static NewsEvent item(String[] parts, Speaker speaker) {
    var at = parts[1].isEmpty() ? speaker.received() : Instant.parse(parts[1]);
    return news(Identity.of(speaker.source(), parts[0]), at, parts[2], 0, null);
  }

  private static String text(Document document) {
    return new String(document.bytes(), StandardCharsets.UTF_8);
  }
}
