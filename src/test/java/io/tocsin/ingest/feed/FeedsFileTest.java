package io.tocsin.ingest.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tocsin.model.InvalidRecord;
import io.tocsin.model.Problem;
import io.tocsin.reference.Reference;
import io.tocsin.wire.Placeholders;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FeedsFileTest {
  private static final Reference REFERENCE = Reference.load(null);
  private static final Path HERE = Path.of("/etc/tocsin");

  private static List<Feed> read(String yaml) {
    var variables = new Placeholders(Map.of("KEY", "s3cret")::get);
    return FeedsFile.read(yaml, HERE, Notes.formats(), REFERENCE, variables);
  }

  @Test
  void shouldReadAFeed_withAllThereIs() {
    var feeds =
        read(
            """
            feeds:
              - id: desk
                url: https://wire.internal:8443/feed?key=${KEY}
                format: notes
                source: bbc
                authority: jtac
                interval: 90s
                allow: [Wire.Internal]
                headers: {Authorization: "Bearer ${KEY}"}
                relay: true
            """);

    assertThat(feeds)
        .containsExactly(
            new Feed(
                "desk",
                new Feed.Web(
                    URI.create("https://wire.internal:8443/feed?key=s3cret"),
                    Set.of("wire.internal"),
                    Map.of("Authorization", "Bearer s3cret")),
                "notes",
                "bbc",
                "jtac",
                Duration.ofSeconds(90),
                true));
    assertThat(feeds.get(0).toString()).doesNotContain("s3cret");
    assertThat(feeds.get(0).channel().speaksFor("jtac")).isTrue();
    assertThat(feeds.get(0).channel().speaksFor("ocam")).isFalse();
  }

  @Test
  void shouldLookEveryFiveMinutes_andStartPathsAtTheFile() {
    var feed = read("feeds: [{id: a, file: in/news, source: bbc}]").get(0);

    assertThat(feed.place()).isEqualTo(new Feed.Disk(HERE.resolve("in/news")));
    assertThat(feed.interval()).isEqualTo(Duration.ofMinutes(5));
    assertThat(feed.relay()).isFalse();
  }

  @Test
  void shouldTakeShortIntervals_onThisMachineAlone() {
    assertThat(read("feeds: [{id: a, url: 'http://127.0.0.1:80/', source: bbc, interval: 1s}]"))
        .hasSize(1);
    assertThat(problems("feeds: [{id: a, url: 'http://b.org/', source: bbc, interval: 29s}]"))
        .extracting(Problem::toString)
        .containsExactly("feeds[0].interval must be 30s to 7d, got '29s'");
  }

  @Test
  void shouldNameEverythingThatIsWrong_together() {
    var problems =
        problems(
            """
            colour: red
            feeds:
              - id: Desk
                url: ftp://example.org
                format: rss3
                source: the-bbc
                allow: ["http://localhost:80/"]
                headers: {Host: x, X-Key: "${NOT_SET}"}
                intervall: 5m
              - id: a
                url: https://example.org
                file: x
              - id: a
                file: x
                source: bbc
                allow: [localhost]
                interval: often
              - id: b
                authority: jtac-uk
            """);

    assertThat(problems)
        .extracting(Problem::field)
        .containsExactlyInAnyOrder(
            "colour",
            "feeds[0].id",
            "feeds[0].url",
            "feeds[0].format",
            "feeds[0].source",
            "feeds[0].allow[0]",
            "feeds[0].headers.Host",
            "feeds[0].headers.X-Key",
            "feeds[0].intervall",
            "feeds[1].url",
            "feeds[1].source",
            "feeds[2].allow",
            "feeds[2].interval",
            "feeds[2].id",
            "feeds[3].url",
            "feeds[3].authority");
    assertThat(problems)
        .extracting(Problem::rule)
        .contains(
            "must be one of notes",
            "is not a field of a feed; did you mean interval?",
            "must be an authority id of the reference data; did you mean jtac?");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"feeds: {id: a}", "feeds: [1]", "feeds: [{id: [a], file: 3, source: {}}]"})
  void shouldRefuse_whatIsNoListOfFeeds(String yaml) {
    assertThat(problems(yaml)).isNotEmpty();
  }

  @Test
  void shouldTakeAnEmptyFile_forNoFeeds() {
    assertThat(read("# none yet")).isEmpty();
  }

  private static List<Problem> problems(String yaml) {
    var thrown = new java.util.ArrayList<Problem>();
    assertThatThrownBy(() -> read(yaml))
        .isInstanceOfSatisfying(InvalidRecord.class, e -> thrown.addAll(e.problems()));
    return thrown;
  }
}
