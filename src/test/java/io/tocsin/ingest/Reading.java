package io.tocsin.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.ingest.format.Document;
import io.tocsin.ingest.format.Harvest;
import io.tocsin.ingest.format.Speaker;
import io.tocsin.model.NewsEvent;
import io.tocsin.model.OfficialStatement;
import io.tocsin.reference.Reference;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;

/** Documents of the tests' resources, read as the program reads them. */
public final class Reading {
  public static final Instant RECEIVED = Instant.parse("2015-12-06T08:00:00Z");
  public static final Speaker SOURCE = new Speaker("courier", null, RECEIVED);
  public static final Speaker AUTHORITY = new Speaker(null, "home-office", RECEIVED);
  public static final Speaker NOBODY = new Speaker(null, null, RECEIVED);
  public static final Reference REFERENCE = Reference.load(null);

  private static final Formats FORMATS = Formats.of(REFERENCE);

  private Reading() {}

  public static Harvest file(String name, Speaker speaker) {
    return read(document(name), speaker);
  }

  public static Harvest text(String text, Speaker speaker) {
    return read(new Document("text", null, text.getBytes(UTF_8)), speaker);
  }

  public static Harvest read(Document document, Speaker speaker) {
    return FORMATS.read(document, speaker);
  }

  public static String format(Document document) {
    return FORMATS.detect(document).map(format -> format.name()).orElse("none");
  }

  /** The only record, which is news; nothing was refused. */
  public static NewsEvent event(Harvest harvest) {
    assertThat(harvest.refusals()).isEmpty();
    assertThat(harvest.records()).hasSize(1);
    return (NewsEvent) harvest.records().get(0);
  }

  /** The only record, which is a statement; nothing was refused. */
  public static OfficialStatement statement(Harvest harvest) {
    assertThat(harvest.refusals()).isEmpty();
    assertThat(harvest.records()).hasSize(1);
    return (OfficialStatement) harvest.records().get(0);
  }

  public static List<NewsEvent> events(Harvest harvest) {
    return harvest.records().stream().map(NewsEvent.class::cast).toList();
  }

  /** All reasons in one line. */
  public static String why(Harvest harvest) {
    return harvest.refusals().stream().map(Object::toString).collect(Collectors.joining(" | "));
  }

  public static Document document(String name) {
    try (var in = Reading.class.getResourceAsStream("/ingest/" + name)) {
      return new Document(name, null, in.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
