package io.tocsin.ingest.feed;

import static io.tocsin.ingest.feed.StrangeServer.head;
import static io.tocsin.ingest.feed.StrangeServer.ok;
import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.model.Incoming;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Feeds that mean well, and what is remembered of them. */
class LookTest {
  private static final String NOON = "2026-03-01T12:00:00Z";

  @TempDir Path folder;
  @TempDir Path documents;
  private FeedWorld world;
  private Feed feed;

  @BeforeEach
  void open() throws IOException {
    world = new FeedWorld(folder);
    feed = world.feed("good", "/feed");
  }

  @AfterEach
  void close() throws IOException {
    world.close();
  }

  private void serve(String... items) {
    world.server.at("/feed", ok(Notes.document(items)));
  }

  private Feed on(Path place) {
    return new Feed("disk", new Feed.Disk(place), null, "bbc", null, Duration.ofSeconds(1), false);
  }

  @Test
  void shouldAskConditionally_whenTheServerGaveValidators() throws InterruptedException {
    world.server.at(
        "/feed",
        (asked, connection) ->
            connection
                .getOutputStream()
                .write(
                    "\"v1\"".equals(asked.headers().get("if-none-match"))
                        ? head("304 Not Modified")
                        : ok(
                            Notes.document("1|" + NOON + "|One"),
                            "ETag: \"v1\"",
                            "Last-Modified: Sun, 01 Mar 2026 12:00:00 GMT")));

    assertThat(world.look(feed).changed()).isTrue();
    assertThat(world.look(feed).changed()).isFalse();
    assertThat(world.server.asked("/feed").get(1).headers())
        .containsEntry("if-modified-since", "Sun, 01 Mar 2026 12:00:00 GMT");
    assertThat(world.headlines()).containsExactly("One");
    assertThat(
            world
                .meters
                .counter("tocsin.feed.looks", "feed", "good", "outcome", "unchanged")
                .count())
        .isOne();
    assertThat(world.meters.get("tocsin.feed.last.success").gauge().value())
        .isEqualTo(world.health(feed).succeededAt().getEpochSecond());
  }

  @Test
  void shouldPublishWhatIsNewAndChanged_afterARestart() throws InterruptedException {
    serve("1|" + NOON + "|One", "2|" + NOON + "|Two");
    world.look(feed);
    serve("2|" + NOON + "|Two, edited", "3|" + NOON + "|Three");
    var report = world.look(feed);

    assertThat(world.headlines()).containsExactly("One", "Two", "Two, edited", "Three");
    assertThat(report.fresh()).isOne();
    assertThat(report.revised()).isOne();
    assertThat(world.health(feed))
        .extracting(
            FeedHealth::state, FeedHealth::items, FeedHealth::published, FeedHealth::revised)
        .containsExactly(FeedHealth.State.FINE, 3, 3L, 1L);
  }

  @Test
  void shouldLoseNothing_whenKilledBeforeKafkaHasIt() throws InterruptedException {
    serve("1|" + NOON + "|One");
    world.kafkaFails = true;
    var failed = world.look(feed);
    world.kafkaFails = false;
    world.look(feed);

    assertThat(failed.trouble()).isEqualTo(Trouble.NOT_TAKEN);
    assertThat(world.headlines()).containsExactly("One");
    world.look(feed);
    assertThat(world.headlines()).containsExactly("One");
  }

  @Test
  void shouldRepeatTheSame_whenKilledBetweenPublishingAndWritingItDown() throws Exception {
    serve("1|" + NOON + "|One");
    world.look(feed);
    serve("1|" + NOON + "|Two");
    var killed = new StateFolder(folder).memory("good");
    var edition = Edition.of(world.published, killed, world.clock().instant());
    assertThat(edition.records()).isEmpty();
    // as it is on disk while the records are with Kafka and nobody knows
    world.kafkaFails = true;
    world.look(feed);
    world.kafkaFails = false;
    world.look(feed);
    var once = world.published.get(1);
    world.kafkaFails = true;
    serve("1|" + NOON + "|Three");
    world.look(feed);
    serve("1|" + NOON + "|Four");
    world.kafkaFails = false;
    world.look(feed);

    assertThat(world.headlines()).containsExactly("One", "Two", "Four");
    assertThat(world.published).extracting(Item::revision).containsExactly(0, 1, 3);
    assertThat(once.arrivalTime()).isBefore(world.published.get(2).arrivalTime());
  }

  @Test
  void shouldFollowForGood_whenTheAddressHasMovedForGood() throws InterruptedException {
    var to = world.url("good.test", "/new");
    world.server.at("/feed", head("301 Moved", "Location: " + to));
    world.server.at("/new", ok(Notes.document("1|" + NOON + "|One")));
    world.look(feed);
    world.look(feed);

    assertThat(world.server.asked("/feed")).hasSize(1);
    assertThat(world.server.asked("/new")).hasSize(2);
    assertThat(world.health(feed).movedTo()).isEqualTo(to);

    world.server.at("/new", head("404 No"));
    for (int i = 0; i < 3; i++) {
      world.look(feed);
    }
    assertThat(world.health(feed).movedTo()).isNull();
  }

  @Test
  void shouldAskTheOldAddressNext_whenItHasMovedForAWhile() throws InterruptedException {
    world.server.at("/feed", StrangeServer.moved("/new"));
    world.server.at("/new", ok(Notes.document("1|" + NOON + "|One")));
    world.look(feed);
    world.look(feed);

    assertThat(world.server.asked("/feed")).hasSize(2);
    assertThat(world.headlines()).containsExactly("One");
  }

  @Test
  void shouldReadAllAgain_whenTheFeedIsSetUpAnew() throws InterruptedException {
    world.server.at("/feed", ok(Notes.document("1|" + NOON + "|One"), "ETag: \"v1\""));
    world.look(feed);
    var anew =
        new Feed(
            feed.id(), feed.place(), "notes", feed.source(), null, feed.interval(), feed.relay());
    world.look(anew);

    assertThat(world.server.asked("/feed").get(1).headers()).doesNotContainKey("if-none-match");
    assertThat(world.headlines()).containsExactly("One");
  }

  @Test
  void shouldRefuseNewsOfOthers_unlessTheFeedRelays() throws InterruptedException {
    serve("1|" + NOON + "|One");
    var other = new Feed("good", feed.place(), null, null, "jtac", feed.interval(), false);
    var stranger = new Feed("good", feed.place(), null, "reuters", null, feed.interval(), true);

    assertThat(world.look(other).refusals())
        .anySatisfy(r -> assertThat(r.toString()).contains("relay: true"));
    assertThat(world.published).isEmpty();
    assertThat(world.look(stranger).records()).hasSize(1);
  }

  @Test
  void shouldSayWhatWouldCome_andKeepNothing_whenDry() throws InterruptedException {
    serve("1|" + NOON + "|One");

    assertThat(world.gear().dry().look(feed).records()).hasSize(1);
    assertThat(world.published).isEmpty();
    assertThat(world.health(feed).state()).isEqualTo(FeedHealth.State.NEW);
    assertThat(world.look(feed).records()).hasSize(1);
  }

  @Test
  void shouldLeaveIt_whenAnotherLooksAtItJustNow() throws Exception {
    serve("1|" + NOON + "|One");
    try (var lock = new StateFolder(folder).lock("good").orElseThrow()) {
      assertThat(lock).isNotNull();
      assertThat(world.look(feed).trouble()).isEqualTo(Trouble.ELSEWHERE);
    }
    assertThat(world.look(feed).isFine()).isTrue();
  }

  @Test
  void shouldBeginAnew_whenWhatIsKnownCannotBeRead() throws Exception {
    serve("1|" + NOON + "|One");
    world.look(feed);
    Files.writeString(folder.resolve("good.items.json"), "{\"items\": [");
    Files.writeString(folder.resolve("good.json"), "nonsense");

    assertThat(world.look(feed).isFine()).isTrue();
    assertThat(world.published).extracting(Incoming::id).containsExactly("bbc:1", "bbc:1");
    assertThat(folder.resolve("good.items.json.broken")).exists();
  }

  @Test
  void shouldReadFilesAsTheyComeAndChange_whenAFolderIsWatched() throws Exception {
    var place = on(documents);
    Files.write(documents.resolve("a.txt"), Notes.document("1|" + NOON + "|One"));
    Files.write(documents.resolve(".hidden"), Notes.document("9|" + NOON + "|Hidden"));
    Files.write(documents.resolve("b.txt.tmp"), Notes.document("8|" + NOON + "|Unfinished"));
    world.look(place);
    try (var out = new GZIPOutputStream(Files.newOutputStream(documents.resolve("b.txt.gz")))) {
      out.write(Notes.document("2|" + NOON + "|Two"));
    }
    Files.writeString(documents.resolve("c.txt"), "no notes");
    var second = world.look(place);
    var third = world.look(place);
    var known = world.health(place);
    Files.write(documents.resolve("a.txt"), Notes.document("1|" + NOON + "|One, edited"));
    Files.delete(documents.resolve("b.txt.gz"));
    world.look(place);

    assertThat(world.headlines()).containsExactly("One", "Two", "One, edited");
    assertThat(second.refusals()).hasSize(1);
    assertThat(known.refused()).isOne();
    assertThat(known.refusals())
        .singleElement()
        .satisfies(
            text -> assertThat(text).startsWith("c.txt").contains("is not one that is read"));
    assertThat(third.changed()).isFalse();
  }

  @Test
  void shouldSaySo_whenThereIsNoSuchFile() throws InterruptedException {
    var report = world.look(on(documents.resolve("none.xml")));

    assertThat(report.trouble()).isEqualTo(Trouble.NO_FILE);
    assertThat(report.why()).contains("none.xml");
  }
}
