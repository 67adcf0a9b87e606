package io.tocsin.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import io.tocsin.broker.EmbeddedBroker;
import io.tocsin.broker.TopicSetup;
import io.tocsin.client.TopicReader;
import io.tocsin.model.AlertLevelChange;
import io.tocsin.model.Cause;
import io.tocsin.model.Control;
import io.tocsin.model.Incoming;
import io.tocsin.model.Level;
import io.tocsin.model.NewsEvent;
import io.tocsin.model.OfficialStatement;
import io.tocsin.model.Subject;
import io.tocsin.topology.Sequencer;
import io.tocsin.wire.EventLines;
import io.tocsin.wire.Topic;
import io.tocsin.wire.Topics;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands on a broker where the demo was published and what came of it was told. */
class CommandsIT {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final InstantSource CLOCK = InstantSource.system();

  @TempDir static Path folder;
  private static EmbeddedBroker broker;
  private static Options options;
  private static Playing demo;

  @BeforeAll
  static void playTheDemo() throws Exception {
    broker = EmbeddedBroker.start(folder.resolve("kafka"), 0);
    options = options(broker.bootstrapServers(), "tocsin");
    try (var admin = Admin.create(client())) {
      new TopicSetup(admin, PATIENCE).ensure(Wiring.plans(options));
    }
    demo = Playing.scenario("demo.ndjson").toTheEnd();
    var topics = Wiring.topics(options);
    try (var producer = producer()) {
      replay(producer, topics);
      demo.changes.forEach(change -> tell(producer, topics.alerts(), change));
      demo.backtest.latest().forEach(state -> tell(producer, topics.levels(), state));
      var gone = new Subject("isil", "AD");
      producer.send(new ProducerRecord<>(topics.levels().name(), key(gone), null));
      producer.send(new ProducerRecord<>(topics.levels().name(), new byte[] {1}, new byte[] {2}));
    }
  }

  @AfterAll
  static void stop() {
    broker.close();
  }

  @Test
  void shouldKeyAndStampWhatItPublishes() throws IOException {
    var options = elsewhere("elsewhere");
    publish(options, "news", Requests.Kind.NEWS, NewsEvent.class);
    publish(options, "statements", Requests.Kind.STATEMENTS, OfficialStatement.class);
    publish(options, "controls", Requests.Kind.CONTROLS, Control.class);
    var news = records(Wiring.topics(options).news());
    var controls = records(Wiring.topics(options).controls());

    assertThat(news)
        .hasSize((int) demo.records().stream().filter(NewsEvent.class::isInstance).count())
        .allSatisfy(
            record -> {
              var event = value(Wiring.topics(options).news(), record);
              assertThat(new String(record.key(), StandardCharsets.UTF_8)).isEqualTo(event.id());
              assertThat(header(record, "ce_type")).isEqualTo("io.tocsin.v1.NewsEvent");
              assertThat(header(record, "ce_id")).startsWith(event.id());
              assertThat(header(record, "ce_source")).isEqualTo("/elsewhere");
              assertThat(header(record, "content-type")).isEqualTo("application/avro");
            });
    assertThat(records(Wiring.topics(options).statements()))
        .allSatisfy(
            record ->
                assertThat(new String(record.key(), StandardCharsets.UTF_8))
                    .isEqualTo(value(Wiring.topics(options).statements(), record).authority()));
    assertThat(controls)
        .anySatisfy(tick -> assertThat(tick.key()).isNull())
        .anySatisfy(
            pin -> assertThat(pin.key()).asString(StandardCharsets.UTF_8).startsWith("isil|"));
  }

  @Test
  void shouldPublishTheRecordsOfADocument() throws IOException {
    var options = elsewhere("documents");
    var item = "{\"uri\":\"urn:x:9\",\"title\":\"Published as it came\"}";
    var file = Files.writeString(folder.resolve("item.json"), item);
    var document = new Requests.Convert(file.toString(), "ninjs", "courier", null);

    var tally =
        new PublishRun(options, InstantSource.system())
            .run(
                new Requests.Publish(
                    Requests.Kind.DOCUMENT, file.toString(), document, false, false),
                new Heard());

    assertThat(tally).isEqualTo(new Results.Tally(1, 1, 0));
    assertThat(records(Wiring.topics(options).news()))
        .anySatisfy(
            record ->
                assertThat(value(Wiring.topics(options).news(), record).headline())
                    .isEqualTo("Published as it came"));
  }

  @Test
  void shouldPublishNothing_whenALineIsWrong() throws IOException {
    var file = folder.resolve("wrong.ndjson");
    var good =
        EventLines.line(
            demo.records().stream().filter(NewsEvent.class::isInstance).findFirst().orElseThrow());
    Files.writeString(file, good + "\n{\"news\":{\"id\":\"x\"}}\n");
    int before = records(Wiring.topics(options).news()).size();
    var watch = new Heard();

    assertThatThrownBy(
            () -> new PublishRun(options, InstantSource.system()).run(request(file, false), watch))
        .isInstanceOf(Failure.class)
        .hasMessageContaining("1 of 2 lines");
    assertThat(watch.refused)
        .singleElement()
        .satisfies(
            refusal -> {
              assertThat(refusal.where()).endsWith("line 2");
              assertThat(refusal.problems()).hasSizeGreaterThan(1);
            });
    assertThat(records(Wiring.topics(options).news())).hasSize(before);
  }

  @Test
  void shouldListTheLatestStates_whatWasForgottenLeftOut() {
    var all = new LevelsRead(options).run(Requests.Selection.ALL);
    var british =
        new LevelsRead(options)
            .run(new Requests.Selection("Islamic State", "GB", Level.SEVERE, null));

    assertThat(all).containsExactlyElementsOf(demo.backtest.latest());
    assertThat(british)
        .extracting(state -> state.subject().toString())
        .contains("isil|GB", "isil|GB-BIR", "paris-attacks-cell|GB-BIR")
        .doesNotContain("_|GB", "isil|FR");
  }

  @Test
  void shouldExplainASubjectFromTheTopics() {
    var question =
        new Requests.Question.OfSubject(
            "Islamic State", "Birmingham", Instant.parse("2015-12-05T11:00:00Z"), null);

    var explained = explain(question);

    assertThat(explained.explanation().score()).isCloseTo(-8.94, within(0.01));
    assertThat(explained.explanation().reported()).isEqualTo(Level.MODERATE);
    assertThat(explained.notes()).anyMatch(note -> note.contains("GB-BIR"));
    assertThat(explained.timeline()).first().isEqualTo(explained.change());
  }

  @Test
  void shouldExplainTheLatestState_thatItAgreesWith() {
    var explained = explain(new Requests.Question.OfSubject("isil", "FR", null, null));

    assertThat(explained.notes()).isEmpty();
    assertThat(explained.explanation().level()).isEqualTo(explained.change().level());
    assertThat(explained.explanation().lines()).hasSizeGreaterThanOrEqualTo(10);
  }

  @Test
  void shouldExplainAnyAlert_asItWasWhenItCame() {
    for (var change : oneOfEachKind()) {
      var explained = explain(new Requests.Question.OfChange(change.id(), null));

      assertThat(explained.change()).isEqualTo(change);
      if (explained.explanation() == null) {
        assertThat(change.cause()).isEqualTo(Cause.CORRECTION);
        assertThat(explained.notes()).singleElement().asString().contains("ceased to be tracked");
      } else {
        assertThat(explained.explanation().level()).isEqualTo(change.level());
      }
      assertThat(explained.timeline()).first().isEqualTo(change);
    }
  }

  private static Collection<AlertLevelChange> oneOfEachKind() {
    var kinds = new TreeMap<String, AlertLevelChange>();
    demo.changes.forEach(c -> kinds.put(c.cause() + " " + c.subject().isOverall() + c.held(), c));
    return kinds.values();
  }

  @Test
  void shouldSaySo_whenNothingIsKnown() {
    assertThatThrownBy(() -> explain(new Requests.Question.OfSubject("isil", "AD", null, null)))
        .isInstanceOf(Failure.class)
        .hasMessageContaining("not tracked");
    assertThatThrownBy(() -> explain(new Requests.Question.OfChange("no-such-id", null)))
        .isInstanceOf(Failure.class)
        .hasMessageContaining("no-such-id");
    assertThatThrownBy(() -> explain(new Requests.Question.OfSubject("isill", "GB", null, null)))
        .isInstanceOf(Failure.class)
        .hasMessageContaining("isill")
        .extracting(e -> ((Failure) e).advice())
        .asString()
        .contains("'isil'");
  }

  @Test
  void shouldHearTheHistoryThenWhatComes_untilAskedToEnd() throws Exception {
    var shutdown = new Shutdown(new Thread(), () -> {});
    var watch = new Heard();
    var selection = new Requests.Selection("isil", "FR", Level.SEVERE, Instant.EPOCH);
    var subscriber =
        new Thread(() -> new SubscribeRun(options, shutdown).run(selection, watch), "subscriber");
    subscriber.start();
    var wanted =
        demo.changes.stream()
            .filter(change -> change.entity().equals("isil") || isBelow(change.entity()))
            .filter(change -> change.region().startsWith("FR"))
            .filter(
                change ->
                    Level.max(change.level(), change.previousLevel()).compareTo(Level.SEVERE) >= 0)
            .toList();

    await().atMost(PATIENCE).until(() -> watch.changes.size() >= wanted.size());
    assertThat(watch.changes).containsExactlyInAnyOrderElementsOf(wanted);
    try (var producer = producer()) {
      tell(producer, Wiring.topics(options).alerts(), wanted.get(0));
    }
    await().atMost(PATIENCE).until(() -> watch.changes.size() > wanted.size());
    shutdown.request();
    subscriber.join(PATIENCE.toMillis());
    assertThat(subscriber.isAlive()).isFalse();
  }

  @Test
  void shouldFindNothingBroken() {
    var checks = new DoctorRun(options, CLOCK).run();

    assertThat(checks)
        .noneMatch(check -> check.verdict() == Results.Verdict.BROKEN)
        .anySatisfy(
            check -> {
              assertThat(check.name()).isEqualTo("processor");
              assertThat(check.verdict()).isEqualTo(Results.Verdict.WARNING);
            });
  }

  private static boolean isBelow(String entity) {
    return Wiring.reference(options).entities().lineage(entity).contains("isil");
  }

  private static Results.Explained explain(Requests.Question question) {
    return new ExplainRead(options, CLOCK).run(question);
  }

  /** The same broker, other topics. */
  private static Options elsewhere(String prefix) {
    var options = options(broker.bootstrapServers(), prefix);
    try (var admin = Admin.create(client())) {
      new TopicSetup(admin, PATIENCE).ensure(Wiring.plans(options));
    }
    return options;
  }

  private static Options options(String servers, String prefix) {
    return OptionsReader.read(
        new Given(
            Map.of(
                Key.TOPICS_PARTITIONS,
                "2",
                Key.KAFKA_BOOTSTRAP_SERVERS,
                servers,
                Key.CLOCK,
                "stream",
                Key.TOPICS_PREFIX,
                prefix),
            Map.of(),
            Map.of(),
            null,
            folder,
            folder,
            2));
  }

  /** As a replay does it: each record numbered, so that their order can be told. */
  private static void replay(KafkaProducer<byte[], byte[]> producer, Topics topics) {
    int number = 0;
    for (var record : demo.records()) {
      var place = new RecordHeader(Sequencer.HEADER, bytes("demo/" + number++));
      var outgoing =
          record instanceof NewsEvent event
              ? outgoing(topics.news(), event)
              : record instanceof OfficialStatement statement
                  ? outgoing(topics.statements(), statement)
                  : outgoing(topics.controls(), (Control) record);
      outgoing.headers().add(place);
      producer.send(outgoing);
    }
  }

  private static <T> ProducerRecord<byte[], byte[]> outgoing(Topic<?, T> topic, T record) {
    return new ProducerRecord<>(
        topic.name(), null, topic.values().serializer().serialize(topic.name(), record));
  }

  private static void publish(
      Options options, String name, Requests.Kind kind, Class<? extends Incoming> type)
      throws IOException {
    var file = folder.resolve(name + ".ndjson");
    var lines = demo.records().stream().filter(type::isInstance).map(EventLines::line).toList();
    Files.write(file, lines);
    var tally =
        new PublishRun(options, InstantSource.system())
            .run(new Requests.Publish(kind, file.toString(), false, false), new Heard());
    assertThat(tally).isEqualTo(new Results.Tally(lines.size(), lines.size(), 0));
  }

  private static Requests.Publish request(Path file, boolean keepGoing) {
    return new Requests.Publish(Requests.Kind.NEWS, file.toString(), false, keepGoing);
  }

  private static Map<String, Object> client() {
    return new HashMap<>(Map.of("bootstrap.servers", broker.bootstrapServers()));
  }

  private static KafkaProducer<byte[], byte[]> producer() {
    return new KafkaProducer<>(client(), new ByteArraySerializer(), new ByteArraySerializer());
  }

  private static void tell(
      KafkaProducer<byte[], byte[]> producer,
      Topic<Subject, AlertLevelChange> topic,
      AlertLevelChange change) {
    producer.send(
        new ProducerRecord<>(
            topic.name(),
            key(change.subject()),
            topic.values().serializer().serialize(topic.name(), change)));
  }

  private static byte[] key(Subject subject) {
    return bytes(subject.toString());
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static List<ConsumerRecord<byte[], byte[]>> records(Topic<?, ?> topic) {
    var records = new ArrayList<ConsumerRecord<byte[], byte[]>>();
    new TopicReader(client()).forEach(topic, records::add);
    return records;
  }

  private static <T> T value(Topic<?, T> topic, ConsumerRecord<byte[], byte[]> record) {
    return topic.values().deserializer().deserialize(topic.name(), record.value());
  }

  private static String header(ConsumerRecord<byte[], byte[]> record, String name) {
    return new String(record.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
  }
}
