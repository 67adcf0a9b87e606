package io.tocsin.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.broker.EmbeddedBroker;
import io.tocsin.broker.TopicSetup;
import io.tocsin.client.TopicReader;
import io.tocsin.model.NewsEvent;
import io.tocsin.testing.ChildJvm;
import io.tocsin.wire.EventLines;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Feeds and a real Kafka: what is published is there, once, or again as it was. */
class FeedsIT {
  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
  private static final int ITEMS = 20;
  private static final int KILLS = 4;

  @TempDir Path folder;
  private EmbeddedBroker broker;
  private Options options;
  private Path document;
  private Path file;

  static Options options(String servers, String data, String file) {
    return OptionsReader.read(
        new Given(
            Map.of(Key.KAFKA_BOOTSTRAP_SERVERS, servers, Key.DATA, data, Key.FEEDS_FILE, file),
            Map.of(),
            Map.of(),
            null,
            Path.of(data),
            Path.of(data),
            2));
  }

  @BeforeEach
  void start() throws Exception {
    broker = EmbeddedBroker.start(folder.resolve("kafka"), 0);
    document = folder.resolve("feed.ndjson");
    file = folder.resolve("feeds.yaml");
    Files.writeString(file, "feeds: [{id: wire, file: feed.ndjson, source: bbc}]");
    options = options(broker.bootstrapServers(), folder.toString(), file.toString());
    try (var admin = Admin.create(Wiring.client(options, broker.bootstrapServers()))) {
      new TopicSetup(admin, Duration.ofSeconds(60)).ensure(Wiring.plans(options));
    }
  }

  @AfterEach
  void stop() {
    broker.close();
  }

  private FeedDesk desk() {
    return new FeedCommands(options, InstantSource.system());
  }

  private void write(List<String> headlines) throws IOException {
    var draft = folder.resolve("feed.draft");
    var lines = new ArrayList<String>();
    for (int i = 0; i < headlines.size(); i++) {
      lines.add(EventLines.line(news("n" + i, headlines.get(i))));
    }
    Files.write(draft, lines);
    Files.move(
        draft, document, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  private static NewsEvent news(String id, String headline) {
    return new NewsEvent(
        id, "bbc", null, NOON, headline, null, "en", null, null, List.of(), List.of(), null, null,
        0, null, null, Map.of());
  }

  private List<NewsEvent> published() {
    var topic = Wiring.topics(options).news();
    var all = new ArrayList<NewsEvent>();
    new TopicReader(Wiring.client(options, broker.bootstrapServers()))
        .forEach(
            topic,
            record -> all.add(topic.values().deserializer().deserialize("", record.value())));
    return all;
  }

  @Test
  void shouldPublishOnceAndRevise_whenLookedAtByHand() throws IOException {
    write(List.of("One", "Two"));
    var dry = new ArrayList<String>();
    desk().preview("wire", dry::add, new Heard());
    var first = desk().poll("wire", new Heard());
    var second = desk().poll(null, new Heard());
    write(List.of("One", "Two, corrected"));
    var third = desk().poll(null, new Heard());

    assertThat(dry).hasSize(2);
    assertThat(first).extracting(FeedDesk.Looked::fresh).containsExactly(2);
    assertThat(second).extracting(FeedDesk.Looked::outcome).containsExactly("unchanged");
    assertThat(third).extracting(FeedDesk.Looked::revised).containsExactly(1);
    assertThat(published())
        .extracting(NewsEvent::headline)
        .containsExactlyInAnyOrder("One", "Two", "Two, corrected");
    assertThat(desk().list())
        .singleElement()
        .satisfies(state -> assertThat(state.published()).isEqualTo(2));
  }

  /** Items are edited all the while, so that it is killed between any two of its steps. */
  @Test
  void shouldLoseNothing_whenKilledAgainAndAgain() throws Exception {
    var headlines = new ArrayList<String>();
    for (int i = 0; i < ITEMS; i++) {
      headlines.add("Item " + i);
    }
    write(headlines);
    var edit = new int[1];
    for (int kill = 0; kill < KILLS; kill++) {
      try (var child =
          ChildJvm.of(FeedsChild.class).args(broker.bootstrapServers(), folder, file).start()) {
        child.awaitLine("looking"::equals);
        int until = published().size() + ITEMS;
        while (published().size() < until) {
          edit[0]++;
          headlines.set(edit[0] % ITEMS, "Item %d, edit %d".formatted(edit[0] % ITEMS, edit[0]));
          write(headlines);
        }
        child.kill();
      }
    }
    desk().poll(null, new Heard());

    var all = published();
    assertThat(latest(all)).isEqualTo(expected(headlines));
    assertThat(all.stream().collect(Collectors.groupingBy(n -> n.id() + "/" + n.revision())))
        .as("whatever comes twice is the same")
        .allSatisfy((revision, copies) -> assertThat(copies).containsOnly(copies.get(0)));
  }

  private static Map<String, String> latest(List<NewsEvent> all) {
    var latest = new HashMap<String, NewsEvent>();
    all.forEach(n -> latest.merge(n.id(), n, (a, b) -> a.revision() >= b.revision() ? a : b));
    var headlines = new TreeMap<String, String>();
    latest.forEach((id, event) -> headlines.put(id, event.headline()));
    return headlines;
  }

  private static Map<String, String> expected(List<String> headlines) {
    var expected = new TreeMap<String, String>();
    for (int i = 0; i < headlines.size(); i++) {
      expected.put("n" + i, headlines.get(i));
    }
    return expected;
  }
}
