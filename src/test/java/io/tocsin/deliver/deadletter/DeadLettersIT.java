package io.tocsin.deliver.deadletter;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tocsin.broker.EmbeddedBroker;
import io.tocsin.broker.TopicPlan;
import io.tocsin.broker.TopicSetup;
import io.tocsin.client.Connection;
import io.tocsin.client.NewsDraft;
import io.tocsin.client.PublisherSettings;
import io.tocsin.client.TocsinPublisher;
import io.tocsin.client.TopicReader;
import io.tocsin.wire.Codecs;
import io.tocsin.wire.DeadLetter;
import io.tocsin.wire.Format;
import io.tocsin.wire.Topics;
import io.tocsin.wire.Unreadable;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Dead letters in topics of their own for each test, written as the processor writes them. */
@Timeout(120)
class DeadLettersIT {
  private static final Instant NOON = Instant.parse("2015-12-05T12:00:00Z");

  @TempDir static Path folder;
  private static EmbeddedBroker broker;

  private Connection connection;
  private Topics topics;
  private TocsinPublisher publisher;
  private DeadLetters letters;
  private Retry retry;

  @BeforeAll
  static void start() {
    broker = EmbeddedBroker.start(folder, 0);
  }

  @AfterAll
  static void stop() {
    broker.close();
  }

  @BeforeEach
  void open(TestInfo test) {
    topics = new Topics(test.getTestMethod().orElseThrow().getName(), Codecs.of(Format.AVRO));
    connection = Connection.to(broker.bootstrapServers()).with(topics);
    try (var admin = Admin.create(connection.properties())) {
      new TopicSetup(admin, Duration.ofSeconds(60))
          .ensure(
              topics.specs(2).stream()
                  .map(s -> new TopicPlan(s.name(), s.partitions(), (short) 1, s.config()))
                  .toList());
    }
    publisher = TocsinPublisher.open(connection, PublisherSettings.from("/test"));
    letters = new DeadLetters(connection);
    retry = new Retry(connection, publisher);
  }

  @AfterEach
  void close() {
    publisher.close();
  }

  @Test
  void shouldListTheNewestFirst_countedByReason() {
    refused("LATE", news("1"), 0);
    refused("NOT_ADMITTED", news("2"), 60);
    refused("NOT_ADMITTED", news("3"), 30);

    var found = letters.list(Filter.ALL, 2);

    assertThat(found.matching()).isEqualTo(3);
    assertThat(found.open()).isEqualTo(3);
    assertThat(found.byReason()).hasToString("{LATE=1, NOT_ADMITTED=2}");
    assertThat(found.newest())
        .extracting(Heading::at)
        .containsExactly(NOON.plusSeconds(60), NOON.plusSeconds(30));
  }

  @Test
  void shouldListThoseOfAReason_aTopic_orATime() {
    refused("LATE", news("1"), 0);
    refused("NOT_ADMITTED", news("2"), 60);

    assertThat(letters.list(new Filter("late", null, null), 9).matching()).isEqualTo(1);
    assertThat(letters.list(new Filter(null, "news", null), 9).matching()).isEqualTo(2);
    assertThat(letters.list(new Filter(null, "statements", null), 9).matching()).isZero();
    assertThat(letters.list(new Filter(null, null, NOON.plusSeconds(1)), 9).newest())
        .extracting(Heading::reason)
        .containsExactly("NOT_ADMITTED");
  }

  @Test
  void shouldShowAvroAsJson_andWhatIsNothingAsItIs() {
    var avro = refused("LATE", news("7"), 0);
    var text = refused("UNKNOWN_FORMAT", "no, nay".getBytes(UTF_8), 0);
    var bytes = refused("UNKNOWN_FORMAT", new byte[] {1, 2, (byte) 0xFF}, 0);

    assertThat(value(avro)).extracting(Readable::form).isEqualTo(Readable.Form.JSON);
    assertThat(value(avro).text()).contains("\"id\" : \"7\"", "\"headline\" : \"A headline\"");
    assertThat(value(text)).isEqualTo(new Readable(Readable.Form.TEXT, "no, nay"));
    assertThat(value(bytes)).isEqualTo(new Readable(Readable.Form.BASE64, "AQL/"));
  }

  @Test
  void shouldFindALetter_alsoByWhereItsRecordCameFrom() {
    var id = refused("LATE", news("1"), 0);
    var from = letters.find(id).orElseThrow().heading().from();

    assertThat(letters.find(from).orElseThrow().heading().id()).isEqualTo(id);
    assertThat(letters.find(new Place(id.topic(), id.partition(), 99))).isEmpty();
    assertThat(letters.find(new Place(id.topic(), 99, 0))).isEmpty();
  }

  @Test
  void shouldPublishTheRecordAgain_asItWas_andKnowItWasTried() {
    var value = news("1");
    var id = refused("NOT_ADMITTED", value, 0);

    var retried = retry.again(letters.find(id).orElseThrow()).join();

    var record = read().get(0);
    assertThat(record.value()).isEqualTo(value);
    assertThat(retried.to()).isEqualTo(new Place(record.topic(), record.partition(), 0));
    assertThat(headers(record)).containsExactly("traceparent=00-1", "tocsin_retried_from=" + id);
    assertThat(letters.find(id).orElseThrow().heading().retried()).isTrue();
    assertThat(letters.list(Filter.ALL, 9).open()).isZero();
    assertThat(letters.list(Filter.ALL, 9).matching()).isEqualTo(1);
  }

  @Test
  void shouldTryEachOnce_howeverOftenAllOfAReasonAreTried() {
    refused("NOT_ADMITTED", news("1"), 0);
    refused("NOT_ADMITTED", news("2"), 0);
    refused("LATE", news("3"), 0);
    var filter = new Filter("NOT_ADMITTED", null, null);

    assertThat(retryAll(filter)).isEqualTo(2);
    // the processor refuses one of them again
    var again = read().get(0);
    var failed = new ArrayList<>(List.of(again.headers().toArray()));
    refused("NOT_ADMITTED", again.value(), 0, failed);

    assertThat(retryAll(filter)).isZero();
    var newest = letters.list(filter, 9);
    assertThat(newest.matching()).isEqualTo(3);
    assertThat(newest.newest()).filteredOn(h -> h.retriedFrom() != null).hasSize(1);
  }

  @Test
  void shouldPublishTheCorrection_underAKeyOfItsOwn_withoutTheOldSignature() {
    var id = refused("NOT_ADMITTED", news("1"), 0);
    var letter = letters.find(id).orElseThrow();
    var fixed =
        """
        {"id": "1b", "source": "bbc", "publishedAt": "2015-12-05T12:00:00Z", "headline": "Other"}\
        """;

    retry.corrected(letter, fixed.getBytes(UTF_8)).join();

    var record = read().get(0);
    assertThat(new String(record.key(), UTF_8)).isEqualTo("1b");
    assertThat(headers(record))
        .contains("tocsin_retried_from=" + id, "ce_id=1b", "traceparent=00-1")
        .noneMatch(header -> header.startsWith("tocsin_sequence"));
  }

  @Test
  void shouldRefuseACorrection_thatIsNoRecord() {
    var letter = letters.find(refused("NOT_ADMITTED", news("1"), 0)).orElseThrow();

    assertThatThrownBy(() -> retry.corrected(letter, "{\"id\": \"\"}".getBytes(UTF_8)))
        .isInstanceOf(Unreadable.class)
        .hasMessageContaining("headline");
    assertThat(letters.find(letter.heading().id()).orElseThrow().heading().retried()).isFalse();
  }

  private int retryAll(Filter filter) {
    var done = new ArrayList<Retried>();
    letters.forEachOpen(filter, letter -> done.add(retry.again(letter).join()));
    return done.size();
  }

  private Readable value(Place id) {
    return Readable.value(letters.find(id).orElseThrow(), topics);
  }

  private byte[] news(String id) {
    var event = NewsDraft.of(id, "bbc", NOON, "A headline").event();
    return topics.news().values().serializer().serialize(topics.news().name(), event);
  }

  private Place refused(String reason, byte[] value, int seconds) {
    var headers = new ArrayList<Header>();
    headers.add(header("traceparent", "00-1"));
    headers.add(header("tocsin_sequence", "replay/4"));
    return refused(reason, value, seconds, headers);
  }

  private Place refused(String reason, byte[] value, int seconds, List<Header> headers) {
    var record =
        new ProducerRecord<>(
            topics.deadLetters().name(),
            null,
            NOON.plusSeconds(seconds).toEpochMilli(),
            "k".getBytes(UTF_8),
            value,
            headers);
    new DeadLetter(reason, "because", topics.news().name(), 1, seconds).addTo(record.headers());
    var at = publisher.publish(record).join();
    return new Place(at.topic(), at.partition(), at.offset());
  }

  private static Header header(String name, String value) {
    return new RecordHeader(name, value.getBytes(UTF_8));
  }

  private List<ConsumerRecord<byte[], byte[]>> read() {
    var records = new ArrayList<ConsumerRecord<byte[], byte[]>>();
    new TopicReader(connection.properties()).forEach(topics.news().raw(), records::add);
    return records;
  }

  private static List<String> headers(ConsumerRecord<?, ?> record) {
    var headers = new ArrayList<String>();
    record.headers().forEach(h -> headers.add(h.key() + "=" + new String(h.value(), UTF_8)));
    return headers;
  }
}
