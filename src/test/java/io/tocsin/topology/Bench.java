package io.tocsin.topology;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.tocsin.assess.Policy;
import io.tocsin.model.AlertLevelChange;
import io.tocsin.model.Control;
import io.tocsin.model.Incoming;
import io.tocsin.model.NewsEvent;
import io.tocsin.model.OfficialStatement;
import io.tocsin.model.Subject;
import io.tocsin.oracle.SmallWorld;
import io.tocsin.reference.Reference;
import io.tocsin.trace.Untold;
import io.tocsin.wire.Codecs;
import io.tocsin.wire.DeadLetter;
import io.tocsin.wire.Format;
import io.tocsin.wire.PolicyDocument;
import io.tocsin.wire.Topics;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.test.TestRecord;

/** The topology on a bench: records in, what subscribers see out. One partition. */
final class Bench implements AutoCloseable {
  static final Instant NOW = Instant.parse("2026-03-01T00:00:00Z");

  private final Topics topics;
  private final Codecs codecs;
  private final TopologyTestDriver driver;
  private final CountedTally books = new CountedTally();

  private Bench(Reference reference, Settings.ClockKind clock, Codecs codecs) {
    this(reference, clock, codecs, Entitlement.OPEN);
  }

  private Bench(
      Reference reference, Settings.ClockKind clock, Codecs codecs, Entitlement entitlement) {
    this.codecs = codecs;
    topics = new Topics("tocsin", codecs);
    var settings = settings(reference, entitlement, clock, topics, codecs, 1, books);
    driver = new TopologyTestDriver(AlertTopology.build(settings, properties()), properties(), NOW);
  }

  static Bench open(Path folder) {
    return open(folder, Settings.ClockKind.STREAM);
  }

  static Bench open(Path folder, Settings.ClockKind clock) {
    new SmallWorld().writeTo(folder);
    return new Bench(Reference.load(folder), clock, Codecs.of(Format.AVRO));
  }

  /** With the reference data of a folder as it is, and a rule of who may speak officially. */
  static Bench entitled(Path folder, Entitlement entitlement) {
    var codecs = Codecs.of(Format.AVRO);
    return new Bench(Reference.load(folder), Settings.ClockKind.STREAM, codecs, entitlement);
  }

  /** With codecs other than the usual ones. */
  static Bench open(Path folder, Codecs codecs) {
    new SmallWorld().writeTo(folder);
    return new Bench(Reference.load(folder), Settings.ClockKind.STREAM, codecs);
  }

  /** With the shipped reference data, which knows how places and groups are called. */
  static Bench shipped() {
    return new Bench(Reference.load(null), Settings.ClockKind.STREAM, Codecs.of(Format.AVRO));
  }

  static Settings settings(
      Reference reference,
      Settings.ClockKind clock,
      Topics topics,
      Codecs codecs,
      int partitions,
      Tally tally) {
    return settings(reference, Entitlement.OPEN, clock, topics, codecs, partitions, tally);
  }

  private static Settings settings(
      Reference reference,
      Entitlement entitlement,
      Settings.ClockKind clock,
      Topics topics,
      Codecs codecs,
      int partitions,
      Tally tally) {
    return new Settings(
        topics,
        codecs,
        reference,
        entitlement,
        partitions,
        clock,
        "default",
        Policy.DEFAULT,
        false,
        100_000,
        "/tocsin/test",
        tally,
        new Untold(),
        Layout.UNWATCHED);
  }

  static Properties properties() {
    var properties = new Properties();
    properties.put(StreamsConfig.APPLICATION_ID_CONFIG, "tocsin-processor");
    properties.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "nowhere:1");
    properties.put(StreamsConfig.ENSURE_EXPLICIT_INTERNAL_RESOURCE_NAMING_CONFIG, "true");
    return properties;
  }

  CountedTally books() {
    return books;
  }

  int counted(Tally.Entry entry) {
    return books.counted(entry);
  }

  void publish(Incoming... records) {
    for (var record : records) {
      publish(record, new RecordHeaders());
    }
  }

  void publish(Incoming record, Headers headers) {
    if (record instanceof NewsEvent event) {
      send(topics.news().name(), event.id().getBytes(UTF_8), codecs.news().encode(event), headers);
    } else if (record instanceof OfficialStatement statement) {
      byte[] key = statement.authority().getBytes(UTF_8);
      send(topics.statements().name(), key, codecs.statements().encode(statement), headers);
    } else {
      var control = (Control) record;
      send(topics.controls().name(), null, codecs.controls().encode(control), headers);
    }
  }

  void publish(Policy policy) {
    send(
        topics.policies().name(),
        policy.name().getBytes(UTF_8),
        PolicyDocument.json(policy),
        new RecordHeaders());
  }

  void publishNews(byte[] value) {
    send(topics.news().name(), null, value, new RecordHeaders());
  }

  void publishStatement(byte[] value) {
    send(topics.statements().name(), null, value, new RecordHeaders());
  }

  private void send(String topic, byte[] key, byte[] value, Headers headers) {
    TestInputTopic<byte[], byte[]> input =
        driver.createInputTopic(topic, new ByteArraySerializer(), new ByteArraySerializer());
    input.pipeInput(new TestRecord<>(key, value, headers, NOW));
  }

  void wallClock(java.time.Duration passed) {
    driver.advanceWallClockTime(passed);
  }

  List<AlertLevelChange> alerts() {
    return alertRecords().stream().map(TestRecord::value).toList();
  }

  List<TestRecord<Subject, AlertLevelChange>> alertRecords() {
    var topic = topics.alerts();
    return driver
        .createOutputTopic(topic.name(), topic.keys().deserializer(), topic.values().deserializer())
        .readRecordsToList();
  }

  /** The latest state of each subject; those forgotten are gone. */
  /** Of all states told since they were read last, the subjects whose latest is none. */
  Set<Subject> forgotten() {
    var topic = topics.levels();
    return driver
        .createOutputTopic(topic.name(), topic.keys().deserializer(), topic.values().deserializer())
        .readKeyValuesToMap()
        .entrySet()
        .stream()
        .filter(entry -> entry.getValue() == null)
        .map(Map.Entry::getKey)
        .collect(Collectors.toSet());
  }

  Map<Subject, AlertLevelChange> levels() {
    var topic = topics.levels();
    return driver
        .createOutputTopic(topic.name(), topic.keys().deserializer(), topic.values().deserializer())
        .readKeyValuesToMap()
        .entrySet()
        .stream()
        .filter(entry -> entry.getValue() != null)
        .collect(HashMap::new, (map, e) -> map.put(e.getKey(), e.getValue()), Map::putAll);
  }

  /** A dead letter with the value as it came. */
  record Returned(byte[] key, byte[] value, DeadLetter letter) {}

  List<Returned> deadLetters() {
    var returned = new ArrayList<Returned>();
    var topic = topics.deadLetters();
    for (var record :
        driver
            .createOutputTopic(
                topic.name(), topic.keys().deserializer(), topic.values().deserializer())
            .readRecordsToList()) {
      var letter = DeadLetter.of(record.headers()).orElseThrow();
      returned.add(new Returned(record.key(), record.value(), letter));
    }
    return returned;
  }

  @Override
  public void close() {
    driver.close();
  }
}
