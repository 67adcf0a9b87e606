package io.tocsin.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.tocsin.app.LiveLevels.Standing;
import io.tocsin.broker.EmbeddedBroker;
import io.tocsin.broker.TopicSetup;
import io.tocsin.cli.text.Samples;
import io.tocsin.model.AlertLevelChange;
import io.tocsin.model.Level;
import io.tocsin.model.Subject;
import io.tocsin.wire.Topic;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The levels as they move, on a broker that goes away and comes back. */
class LevelsWatchIT {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final InstantSource CLOCK = InstantSource.system();

  @TempDir static Path folder;
  private static EmbeddedBroker broker;
  private static Options options;

  @BeforeAll
  static void tellOne() {
    broker = EmbeddedBroker.start(folder.resolve("kafka"), 0);
    options = options("tocsin");
    try (var admin = Admin.create(client())) {
      new TopicSetup(admin, PATIENCE).ensure(Wiring.plans(options));
    }
    var topics = Wiring.topics(options);
    tell(topics.levels(), Samples.rise().subject(), Samples.rise());
    tell(topics.levels(), Samples.still().subject(), Samples.still());
    tell(topics.alerts(), Samples.rise().subject(), Samples.rise());
  }

  @AfterAll
  static void stop() {
    broker.close();
  }

  @Test
  void shouldShowWhatIsThereAndWhatComes_untilItGoes() {
    var later = Samples.change(Level.SEVERE, Level.CRITICAL, Samples.rise().held(), "One more");
    var topic = Wiring.topics(options).levels();
    try (var levels = LevelsWatch.open(options, Requests.Selection.ALL, CLOCK)) {
      await().atMost(PATIENCE).until(() -> levels.look().complete());

      assertThat(levels.look().standings())
          .extracting(Standing::subject)
          .containsExactlyInAnyOrder(Samples.rise().subject(), Samples.still().subject());
      assertThat(levels.look().standings()).isSameAs(levels.look().standings());
      assertThat(standing(levels, Samples.rise()).nextFallAt())
          .isEqualTo(Samples.rise().nextFallAt());
      assertThat(standing(levels, Samples.still()).nextFallAt()).isNull();
      var detail = levels.detail(Samples.rise().subject()).orElseThrow();
      assertThat(detail.state()).isEqualTo(Samples.rise());
      assertThat(detail.changes()).containsExactly(Samples.rise());

      tell(topic, later.subject(), later);
      await().atMost(PATIENCE).until(() -> standing(levels, later).level() == Level.CRITICAL);

      tell(topic, later.subject(), null);
      await().atMost(PATIENCE).until(() -> levels.look().standings().size() == 1);
      assertThat(levels.detail(later.subject())).isEmpty();
    }
    tell(topic, Samples.rise().subject(), Samples.rise());
  }

  @Test
  void shouldShowWhatIsChosen_whenThereIsASelection() {
    var selection = new Requests.Selection(null, "France", null, null);
    try (var levels = LevelsWatch.open(options, selection, CLOCK)) {
      await().atMost(PATIENCE).until(() -> levels.look().complete());

      assertThat(levels.notes()).containsExactly("region 'France' is FR");
      assertThat(levels.look().standings()).hasSize(2);
    }
    var elsewhere = new Requests.Selection(null, "GB", null, null);
    try (var levels = LevelsWatch.open(options, elsewhere, CLOCK)) {
      await().atMost(PATIENCE).until(() -> levels.look().complete());

      assertThat(levels.look().standings()).isEmpty();
    }
  }

  @Test
  void shouldSayThatKafkaDoesNotAnswer_untilItDoes() {
    try (var levels = LevelsWatch.open(options, Requests.Selection.ALL, CLOCK)) {
      await().atMost(PATIENCE).until(() -> levels.look().complete());
      assertThat(levels.look().lostSince()).isNull();
      int port = broker.port();

      broker.close();
      await().atMost(PATIENCE).until(() -> levels.look().lostSince() != null);

      broker = EmbeddedBroker.start(folder.resolve("kafka"), port);
      await().atMost(PATIENCE).until(() -> levels.look().lostSince() == null);
    }
  }

  @Test
  void shouldSayWhatToDo_whenThereIsNoTopic() {
    assertThatThrownBy(() -> LevelsWatch.open(options("nowhere"), Requests.Selection.ALL, CLOCK))
        .isInstanceOf(Failure.class)
        .hasMessageContaining("nowhere.")
        .extracting(e -> ((Failure) e).advice())
        .asString()
        .contains("tocsin up");
  }

  private static Standing standing(LiveLevels levels, AlertLevelChange of) {
    return levels.look().standings().stream()
        .filter(s -> s.subject().equals(of.subject()))
        .findFirst()
        .orElseThrow();
  }

  private static Options options(String prefix) {
    return OptionsReader.read(
        new Given(
            Map.of(
                Key.DATA,
                folder.toString(),
                Key.KAFKA_BOOTSTRAP_SERVERS,
                broker.bootstrapServers()),
            Map.of("topics.prefix", prefix),
            Map.of(),
            null,
            folder,
            folder,
            2));
  }

  private static Map<String, Object> client() {
    return Map.of("bootstrap.servers", broker.bootstrapServers());
  }

  /**
   * @param state {@code null} for a tombstone
   */
  private static void tell(
      Topic<Subject, AlertLevelChange> topic, Subject subject, AlertLevelChange state) {
    try (var producer =
        new KafkaProducer<>(client(), new ByteArraySerializer(), new ByteArraySerializer())) {
      producer.send(
          new ProducerRecord<>(
              topic.name(),
              subject.toString().getBytes(StandardCharsets.UTF_8),
              topic.values().serializer().serialize(topic.name(), state)));
    }
  }
}
