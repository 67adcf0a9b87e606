package io.tocsin.examples;

import static io.tocsin.deliver.notice.Changes.isilInBirmingham;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tocsin.broker.EmbeddedBroker;
import io.tocsin.broker.TopicPlan;
import io.tocsin.broker.TopicSetup;
import io.tocsin.client.Connection;
import io.tocsin.client.NewsDraft;
import io.tocsin.client.PublisherSettings;
import io.tocsin.client.Received;
import io.tocsin.client.TocsinPublisher;
import io.tocsin.client.TopicReader;
import io.tocsin.model.Level;
import io.tocsin.wire.Topics;
import io.tocsin.wire.seal.Seal;
import io.tocsin.wire.seal.SigningKey;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs what docs/clients.md shows. */
@SuppressWarnings("try") // a subscriber works while it is open
class ExamplesIT {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @TempDir static Path folder;
  private static EmbeddedBroker broker;
  private static Connection connection;

  @BeforeAll
  static void start() {
    broker = EmbeddedBroker.start(folder.resolve("kafka"), 0);
    connection = Connection.to(broker.bootstrapServers());
    try (var admin = Admin.create(connection.properties())) {
      new TopicSetup(admin, PATIENCE)
          .ensure(
              connection.topics().specs(Topics.DEFAULT_PARTITIONS).stream()
                  .map(s -> new TopicPlan(s.name(), s.partitions(), (short) 1, s.config()))
                  .toList());
    }
  }

  @AfterAll
  static void stop() {
    broker.close();
  }

  @Test
  void shouldPublishNews() {
    var receipt = PublishNews.publish(broker.bootstrapServers());

    assertThat(receipt.topic()).isEqualTo("tocsin.news");
    assertThat(receipt.offset()).isNotNegative();
  }

  @Test
  void shouldAnswerRequests() {
    var event = NewsDraft.of("1", "bbc", Instant.EPOCH, "A headline").event();
    var publisher = TocsinPublisher.open(connection, PublisherSettings.from("/newsroom"));
    try (publisher) {
      assertThat(new AnswerRequests(publisher).post(event).join()).isEqualTo(202);
    }
    assertThat(new AnswerRequests(publisher).post(event).join()).isEqualTo(503);
  }

  @Test
  void shouldSignStatements() throws Exception {
    var key = SigningKey.generate("jtac-2014");
    var file = Files.writeString(folder.resolve("key.jwk"), key.json());
    try (var publisher = TocsinPublisher.open(connection, PublisherSettings.from("/authority"))) {
      var receipt = SignStatement.publish(publisher, file);
      assertThat(receipt.topic()).isEqualTo("tocsin.statements");
    }
    var holds = new ArrayList<Boolean>();
    new TopicReader(connection.properties())
        .forEach(
            connection.topics().statements(),
            record ->
                holds.add(
                    Seal.in(record.headers(), Seal.SIGNATURE)
                        .orElseThrow()
                        .holds(record.value(), key.open())));
    assertThat(holds).containsExactly(true);
  }

  @Test
  void shouldHearChanges() {
    var desk = new CopyOnWriteArrayList<String>();
    try (var subscriber = HearChanges.hear(broker.bootstrapServers(), desk::add)) {
      tell(1, Level.LOW, Level.SEVERE);
      tell(2, Level.SEVERE, Level.LOW);
      tell(3, Level.LOW, Level.CRITICAL);
      await()
          .atMost(PATIENCE)
          .untilAsserted(
              () ->
                  assertThat(desk)
                      .containsExactly("isil|GB-BIR is SEVERE", "isil|GB-BIR is CRITICAL"));
    }
  }

  @Test
  void shouldKeepPositions() throws Exception {
    var work = new CopyOnWriteArrayList<Received>();
    var kept = folder.resolve("positions");
    tell(11, Level.LOW, Level.SEVERE);
    try (var subscriber = new KeepPositions(kept, work::add).start(connection)) {
      await().atMost(PATIENCE).until(() -> sequences(work).contains(11L));
    }
    tell(12, Level.SEVERE, Level.LOW);
    work.clear();
    try (var subscriber = new KeepPositions(kept, work::add).start(connection)) {
      await().atMost(PATIENCE).until(() -> sequences(work).contains(12L));
      assertThat(sequences(work)).doesNotContain(11L);
    }
  }

  private static List<Long> sequences(List<Received> received) {
    return received.stream().map(one -> one.change().sequence()).toList();
  }

  private static void tell(int sequence, Level from, Level to) {
    var change = isilInBirmingham(sequence, from, to);
    var topic = connection.topics().alerts();
    try (var publisher = TocsinPublisher.open(connection, PublisherSettings.from("/processor"))) {
      publisher
          .publish(
              new ProducerRecord<>(
                  topic.name(),
                  topic.keys().serializer().serialize(topic.name(), change.subject()),
                  topic.values().serializer().serialize(topic.name(), change)))
          .join();
    }
  }
}
