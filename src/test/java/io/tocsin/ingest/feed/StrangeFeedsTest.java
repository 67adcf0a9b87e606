package io.tocsin.ingest.feed;

import static io.tocsin.ingest.feed.StrangeServer.ok;
import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.ingest.Formats;
import io.tocsin.model.NewsEvent;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Real formats over a real connection, written as feeds often are. */
class StrangeFeedsTest {
  @TempDir Path folder;
  private FeedWorld world;

  @BeforeEach
  void open() throws IOException {
    world = new FeedWorld(folder);
    world.formats = Formats.of(FeedWorld.REFERENCE);
  }

  @AfterEach
  void close() throws IOException {
    world.close();
  }

  private NewsEvent only(byte[] body, String... headers) throws InterruptedException {
    world.server.at("/feed", ok(body, headers));
    var report = world.look(world.feed("good", "/feed"));

    assertThat(report.why()).isEmpty();
    assertThat(report.records()).hasSize(1);
    return (NewsEvent) report.records().get(0);
  }

  private static String rss(String date, String title) {
    return """
        <rss version="2.0"><channel><title>News</title><link>https://example.org/</link>
        <description>All</description>
        <item><guid isPermaLink="false">1</guid><title>%s</title><pubDate>%s</pubDate></item>
        </channel></rss>
        """
        .formatted(title, date);
  }

  private static byte[] bytes(String text, Charset charset) {
    return text.getBytes(charset);
  }

  @Test
  void shouldReadTheDate_whenItsZoneIsAName() throws InterruptedException {
    var event = only(bytes(rss("Sun, 14 Jun 2026 08:00:00 EDT", "Attack"), StandardCharsets.UTF_8));

    assertThat(event.publishedAt()).isEqualTo(Instant.parse("2026-06-14T12:00:00Z"));
  }

  @Test
  void shouldReadTheText_whenTheServerNamesItsCharset() throws InterruptedException {
    var body = bytes(rss("Sun, 14 Jun 2026 08:00:00 GMT", "Élysée"), StandardCharsets.ISO_8859_1);

    assertThat(only(body, "Content-Type: text/xml; charset=ISO-8859-1").headline())
        .isEqualTo("Élysée");
  }

  @Test
  void shouldReadTheText_whenTheCharsetIsWrong() throws InterruptedException {
    var body = bytes(rss("Sun, 14 Jun 2026 08:00:00 GMT", "Élysée"), StandardCharsets.ISO_8859_1);

    assertThat(only(body, "Content-Type: text/xml; charset=utf-8").headline()).isEqualTo("Élysée");
  }

  @Test
  void shouldPublishOnce_whenAnItemWithoutDateIsShownAgain() throws InterruptedException {
    only(bytes(rss("", "Attack"), StandardCharsets.UTF_8));
    var again = world.look(world.feed("good", "/feed"));

    assertThat(again.changed()).isTrue();
    assertThat(again.records()).isEmpty();
  }

  @Test
  void shouldDateARevision_asTheEntrySaysItWasUpdated() throws InterruptedException {
    only(bytes(atom("2026-06-14T12:00:00Z", "Attack"), StandardCharsets.UTF_8));
    world.server.at(
        "/feed", ok(bytes(atom("2026-06-14T12:05:00Z", "Attack"), StandardCharsets.UTF_8)));
    var touched = world.look(world.feed("good", "/feed"));
    var edited = only(bytes(atom("2026-06-14T12:30:00Z", "Attack foiled"), StandardCharsets.UTF_8));

    assertThat(touched.records()).as("nothing but its time has changed").isEmpty();
    assertThat(edited.revision()).isOne();
    assertThat(edited.publishedAt()).isEqualTo(Instant.parse("2026-06-14T12:00:00Z"));
    assertThat(edited.revisedAt()).isEqualTo(Instant.parse("2026-06-14T12:30:00Z"));
  }

  private static String atom(String updated, String title) {
    return """
        <feed xmlns="http://www.w3.org/2005/Atom"><title>News</title><id>urn:x</id>
        <updated>%1$s</updated><entry><id>urn:x:1</id><title>%2$s</title>
        <published>2026-06-14T12:00:00Z</published><updated>%1$s</updated></entry></feed>
        """
        .formatted(updated, title);
  }

  @Test
  void shouldRefuseAuthorities_thatTheFeedIsNotSetUpFor() throws InterruptedException {
    world.server.at(
        "/feed",
        ok(
            bytes(
                """
                {"statement": {"id": "s", "authority": "jtac", "issuedAt": "2026-06-14T12:00:00Z",\
                 "action": "SET_LEVEL", "level": "CRITICAL"}}
                """,
                StandardCharsets.UTF_8)));
    var report = world.look(world.feed("good", "/feed"));

    assertThat(report.records()).isEmpty();
    assertThat(report.refusals())
        .singleElement()
        .satisfies(r -> assertThat(r.toString()).contains("jtac", "which the feed is set up for"));
  }
}
