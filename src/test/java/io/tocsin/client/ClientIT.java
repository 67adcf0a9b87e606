package io.tocsin.client;

import static io.tocsin.deliver.notice.Changes.NOON;
import static io.tocsin.deliver.notice.Changes.isilInBirmingham;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.tocsin.broker.EmbeddedBroker;
import io.tocsin.broker.TopicPlan;
import io.tocsin.broker.TopicSetup;
import io.tocsin.model.AlertLevelChange;
import io.tocsin.model.Control;
import io.tocsin.model.Incoming;
import io.tocsin.model.Level;
import io.tocsin.model.NewsEvent;
import io.tocsin.wire.Codecs;
import io.tocsin.wire.Format;
import io.tocsin.wire.Topics;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The client library against a broker, each test with topics of its own. */
@Timeout(120)
@SuppressWarnings("try") // a subscriber works while it is open
class ClientIT {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @TempDir static Path folder;
  private static EmbeddedBroker broker;

  private Connection connection;
  private final Listener heard = new Listener();

  @BeforeAll
  static void start() {
    broker = EmbeddedBroker.start(folder, 0);
  }

  @AfterAll
  static void stop() {
    broker.close();
  }

  @BeforeEach
  void topics(TestInfo test) {
    var prefix = test.getTestMethod().orElseThrow().getName();
    var topics = new Topics(prefix, Codecs.of(Format.JSON));
    connection = Connection.to(broker.bootstrapServers()).with(topics);
    try (var admin = Admin.create(connection.properties())) {
      new TopicSetup(admin, PATIENCE)
          .ensure(
              topics.specs(2).stream()
                  .map(s -> new TopicPlan(s.name(), s.partitions(), (short) 1, s.config()))
                  .toList());
    }
  }

  @Test
  void shouldSayWhereEachRecordLies_whenKafkaHasIt() {
    try (var publisher = publisher()) {
      var first = publisher.publish(news("a", 10)).join();
      var second = publisher.publish(news("a", 10)).join();
      var control = publisher.publish(tick()).join();

      assertThat(first.topic()).isEqualTo(connection.topics().news().name());
      assertThat(second).isEqualTo(new Receipt(first.topic(), first.partition(), 1));
      assertThat(control.topic()).isEqualTo(connection.topics().controls().name());
    }
    assertThat(read()).extracting(Incoming::arrivalTime).containsExactly(NOON, NOON);
  }

  @Test
  void shouldRefuseAtOnce_whenTooMuchIsOnItsWay_andTakeAgainAfterwards() {
    var lingering = connection.with("linger.ms", 10_000).with("batch.size", 8 * 1024 * 1024);
    var settings = PublisherSettings.from("/test").withBuffer(Topics.MAX_MESSAGE_BYTES);
    try (var publisher = TocsinPublisher.open(lingering, settings)) {
      var taken = publisher.publish(news("a", 900_000));
      var more = new ArrayList<CompletableFuture<Receipt>>();
      for (int i = 0; i < 10; i++) {
        more.add(publisher.publish(news("a", 900_000)));
      }

      var refused = more.stream().filter(CompletableFuture::isCompletedExceptionally).toList();
      assertThat(refused).isNotEmpty();
      assertThat(publisher.hasRoom()).isFalse();
      assertThat(refused)
          .allSatisfy(one -> assertThat(failure(one)).isEqualTo(PublishFailed.Reason.BUFFER_FULL));
      assertThat(publisher.waiting()).isBetween(900_000L, (long) Topics.MAX_MESSAGE_BYTES);
      publisher.flush();
      assertThat(taken).isCompleted();
      assertThat(publisher.waiting()).isZero();
      assertThat(publisher.hasRoom()).isTrue();
      assertThat(publisher.publish(news("a", 900_000))).isNotCompletedExceptionally();
    }
    assertThat(read()).hasSizeBetween(2, 11);
  }

  @Test
  void shouldLetTheCallerWait_whenAskedTo_andLoseNothing() {
    var settings = PublisherSettings.from("/test").withBuffer(Topics.MAX_MESSAGE_BYTES).waiting();
    try (var publisher = TocsinPublisher.open(connection, settings)) {
      for (int i = 0; i < 20; i++) {
        publisher.publish(news("b" + i, 900_000));
      }
    }
    assertThat(read()).hasSize(20);
  }

  @Test
  void shouldSendWhatItTook_whenItIsClosed_andTakeNothingAfterwards() {
    var publisher = TocsinPublisher.open(connection.with("linger.ms", 10_000), settings());
    var taken = publisher.publish(news("a", 10));
    publisher.close();

    assertThat(taken).isCompleted();
    assertThat(failure(publisher.publish(news("b", 10)))).isEqualTo(PublishFailed.Reason.CLOSED);
  }

  @Test
  void shouldRefuseWhatIsTooLarge() {
    try (var publisher = publisher()) {
      var record = new ProducerRecord<byte[], byte[]>("any", new byte[Topics.MAX_MESSAGE_BYTES]);

      assertThat(failure(publisher.publish(record))).isEqualTo(PublishFailed.Reason.TOO_LARGE);
    }
  }

  @Test
  void shouldFailForNow_whenNoBrokerAnswers() {
    try (var publisher =
        TocsinPublisher.open(connection.with("bootstrap.servers", "127.0.0.1:1"), settings())) {
      assertThat(failure(publisher.publish(news("a", 10))))
          .isEqualTo(PublishFailed.Reason.UNAVAILABLE)
          .satisfies(reason -> assertThat(reason.isPassing()).isTrue());
    }
  }

  @Test
  void shouldHearWhatIsToldFromNowOn_andNothingBefore() {
    tell(1);
    try (var subscriber = TocsinSubscriber.start(connection, Start.now(), heard)) {
      tell(2);
      tell(3);
      heard.awaitSequences(2, 3);
    }
  }

  @Test
  void shouldHearThePast_andThatItIsThrough_andThenThePresent() {
    tell(1);
    tell(2);
    try (var subscriber =
        TocsinSubscriber.start(connection, Start.since(NOON.plusSeconds(2)), heard)) {
      await().atMost(PATIENCE).until(() -> !heard.caughtUp.isEmpty());
      assertThat(heard.sequences()).containsExactly(2L);
      tell(3);
      heard.awaitSequences(2, 3);
    }
  }

  @Test
  void shouldGoOnBehindWhatWasHeard_whenItsPositionsWereKept() {
    for (int i = 1; i <= 4; i++) {
      tell(i);
    }
    try (var subscriber = TocsinSubscriber.start(connection, Start.beginning(), heard)) {
      heard.awaitSequences(1, 2, 3, 4);
    }
    var kept = heard.received.get(1).positions().toString();
    var second = new Listener();
    try (var subscriber =
        TocsinSubscriber.start(connection, Start.after(Positions.parse(kept)), second)) {
      second.awaitSequences(3, 4);
      assertThat(second.missed).isEmpty();
    }
  }

  @Test
  void shouldSayWhatWasMissed_whenThePlaceToGoOnFromIsGone() throws Exception {
    tell(1);
    tell(2);
    int partition = told(3);
    try (var admin = Admin.create(connection.properties())) {
      var at = new TopicPartition(connection.topics().alerts().name(), partition);
      admin.deleteRecords(Map.of(at, RecordsToDelete.beforeOffset(2))).all().get();
    }
    var old = Positions.NONE.at(partition, 1);
    try (var subscriber = TocsinSubscriber.start(connection, Start.after(old), heard)) {
      heard.awaitSequences(3);
      assertThat(heard.missed).containsExactly(partition + " 1 2");
    }
    var ahead = new Listener();
    var beyond = Positions.NONE.at(partition, 900);
    try (var subscriber = TocsinSubscriber.start(connection, Start.after(beyond), ahead)) {
      ahead.awaitSequences(3);
      assertThat(ahead.missed).containsExactly(partition + " 900 2");
    }
  }

  @Test
  void shouldGoOnWhereTheGroupLeftOff_alsoWhenAHandlerFailed() {
    for (int i = 1; i <= 3; i++) {
      tell(i);
    }
    var failing =
        TocsinSubscriber.start(
            connection,
            Start.group("desk"),
            received -> {
              if (received.change().sequence() == 2) {
                throw new IllegalStateException("no");
              }
              heard.changed(received);
            });
    assertThatThrownBy(() -> failing.ended().join())
        .isInstanceOf(CompletionException.class)
        .hasRootCauseMessage("no");
    assertThat(heard.sequences()).containsExactly(1L);
    var second = new Listener();
    try (var subscriber = TocsinSubscriber.start(connection, Start.group("desk"), second)) {
      second.awaitSequences(2, 3);
    }
    failing.close();
  }

  @Test
  void shouldPassOverWhatIsNoChange() {
    tell(1);
    try (var publisher = publisher()) {
      var junk =
          new ProducerRecord<>(connection.topics().alerts().name(), new byte[] {1}, new byte[] {2});
      publisher.publish(junk).join();
    }
    tell(2);
    try (var subscriber = TocsinSubscriber.start(connection, Start.beginning(), heard)) {
      heard.awaitSequences(1, 2);
      assertThat(heard.passedOver).hasSize(1);
    }
  }

  @Test
  void shouldHandOnNothingMore_whenItIsClosedWhileAHandlerWorks() throws Exception {
    tell(1);
    tell(2);
    var entered = new CountDownLatch(1);
    var leave = new CountDownLatch(1);
    var subscriber =
        TocsinSubscriber.start(
            connection,
            Start.group("slow"),
            received -> {
              heard.changed(received);
              entered.countDown();
              join(leave);
            });
    entered.await();
    var closing = CompletableFuture.runAsync(subscriber::close);
    leave.countDown();
    closing.join();
    subscriber.ended().join();
    int first = heard.received.size();
    assertThat(first).isBetween(1, 2);
    var second = new Listener();
    try (var next = TocsinSubscriber.start(connection, Start.group("slow"), second)) {
      tell(3);
      await().atMost(PATIENCE).until(() -> second.sequences().contains(3L));
      assertThat(first + second.received.size()).isEqualTo(3);
    }
  }

  @Test
  void shouldSayThatThereIsNoTopic_whenItIsUnderAnotherPrefix() {
    var other = connection.with(new Topics("nowhere", Codecs.of(Format.JSON)));

    assertThatThrownBy(() -> TocsinSubscriber.start(other, Start.now(), heard))
        .isInstanceOfSatisfying(
            KafkaUnavailable.class,
            e -> assertThat(e.reason()).isEqualTo(KafkaUnavailable.Reason.NO_TOPIC))
        .hasMessage("there is no topic nowhere.alerts");
  }

  private TocsinPublisher publisher() {
    return TocsinPublisher.open(connection, settings());
  }

  private static PublisherSettings settings() {
    return PublisherSettings.from("/test");
  }

  private static NewsEvent news(String id, int length) {
    return NewsDraft.of(id, "bbc", NOON, "A headline").body("x".repeat(length)).event();
  }

  private static Control tick() {
    return new Control("t", Control.Type.TICK, null, null, null, null, NOON, null, null);
  }

  private List<Incoming> read() {
    var topic = connection.topics().news();
    var found = new ArrayList<Incoming>();
    new TopicReader(connection.properties())
        .forEach(
            topic, r -> found.add(topic.values().deserializer().deserialize(r.topic(), r.value())));
    return found;
  }

  private void tell(int sequence) {
    told(sequence);
  }

  private int told(int sequence) {
    AlertLevelChange change = isilInBirmingham(sequence, Level.LOW, Level.values()[2]);
    var topic = connection.topics().alerts();
    try (var publisher = publisher()) {
      return publisher
          .publish(
              new ProducerRecord<>(
                  topic.name(),
                  topic.keys().serializer().serialize(topic.name(), change.subject()),
                  topic.values().serializer().serialize(topic.name(), change)))
          .join()
          .partition();
    }
  }

  private static PublishFailed.Reason failure(CompletableFuture<Receipt> receipt) {
    try {
      receipt.join();
      return null;
    } catch (CompletionException e) {
      return ((PublishFailed) e.getCause()).reason();
    }
  }

  private static void join(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
