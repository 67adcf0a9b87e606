package io.tocsin.broker;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HangingTransactionsIT {
  private static final TopicPartition LEDGER = new TopicPartition("ledger", 0);
  private static final Duration TIMEOUT = Duration.ofSeconds(30);

  @TempDir Path folder;

  @Test
  void shouldAbort_whenTheCoordinatorHasForgottenTheTransaction() throws Exception {
    leaveOpenAndForget();
    try (var broker = EmbeddedBroker.start(folder, 0)) {
      var clients = new PlainClients(broker.bootstrapServers());
      clients.produce("ledger", utf8("after"));
      try (var admin = clients.admin()) {
        var watch = new HangingTransactions(admin, InstantSource.system(), Duration.ZERO, TIMEOUT);

        var report = watch.look(List.of(LEDGER));

        assertThat(report.aborted())
            .singleElement()
            .satisfies(open -> assertThat(open.startOffset()).isEqualTo(1));
        assertThat(watch.look(List.of(LEDGER)).clear()).isTrue();
      }
      assertThat(clients.consume("ledger", 2))
          .extracting(value -> new String(value, StandardCharsets.UTF_8))
          .containsExactly("before", "after");
    }
  }

  @Test
  void shouldLeaveALivingTransactionAlone() throws Exception {
    try (var broker = EmbeddedBroker.start(folder, 0)) {
      var clients = new PlainClients(broker.bootstrapServers());
      clients.createTopic("ledger");
      try (var admin = clients.admin();
          var producer = clients.producer(Map.of("transactional.id", "alive"))) {
        begin(producer);
        var watch = new HangingTransactions(admin, InstantSource.system(), Duration.ZERO, TIMEOUT);

        var report = watch.look(List.of(LEDGER));

        assertThat(report.aborted()).isEmpty();
        assertThat(report.inHand()).singleElement().matches(open -> open.startOffset() == 0);
        producer.commitTransaction();
      }
      assertThat(clients.consume("ledger", 1)).hasSize(1);
    }
  }

  /** Stops cleanly in the middle of a transaction and takes the coordinator's memory away. */
  private void leaveOpenAndForget() throws Exception {
    try (var broker = EmbeddedBroker.start(folder, 0)) {
      var clients = new PlainClients(broker.bootstrapServers());
      clients.createTopic("ledger");
      clients.produce("ledger", utf8("before"));
      var producer = clients.producer(Map.of("transactional.id", "forgotten"));
      begin(producer);
      producer.close(Duration.ZERO);
    }
    var memory = folder.resolve("kafka").resolve("__transaction_state-0");
    try (var found = Files.walk(memory)) {
      for (var path : found.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }

  private static void begin(KafkaProducer<byte[], byte[]> producer) throws Exception {
    producer.initTransactions();
    producer.beginTransaction();
    producer
        .send(new ProducerRecord<>("ledger", utf8("never")))
        .get(TIMEOUT.toSeconds(), TimeUnit.SECONDS);
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
