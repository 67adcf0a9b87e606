package io.tocsin.faults;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Records that nobody can make sense of, among those that can be read. */
class PoisonFault {
  private static final long SEED = 3;
  private static final int HUGE = 4_900_000;
  private static final int NESTED = 100_000;
  private static final int RANDOM_ONES = 20;

  @Fault("poison records")
  void shouldTellEverythingOnce_andKeepEveryPoisonAsADeadLetter(Brokers brokers, Row row)
      throws Exception {
    try (var scene = Scene.on(brokers, "poison").withTwoProcessors()) {
      scene.load().begin();
      scene.awaitTold(10);
      var poisons = poisons();
      int sent = 0;
      try (var producer = producer(brokers)) {
        for (var topic : List.of("news", "statements", "controls")) {
          for (int i = 0; i < poisons.size(); i++) {
            producer.send(record(scene.prefix() + "." + topic, i, poisons.get(i))).get();
            sent++;
          }
        }
      }
      row.done(
          "%d unreadable records among the others: random, truncated, nested, of unknown"
              + " schemas, of %d bytes",
          sent, HUGE);
      scene.judge(row);
      var letters = scene.live().deadLetters();
      row.note("dead letters %s", letters);
      long late = letters.getOrDefault("LATE", 0L);
      assertThat(letters.values().stream().mapToLong(n -> n).sum() - late).isEqualTo(sent);
    }
  }

  private static KafkaProducer<byte[], byte[]> producer(Brokers brokers) {
    return new KafkaProducer<>(
        Map.of("bootstrap.servers", brokers.direct(), "max.request.size", HUGE + 100_000),
        new ByteArraySerializer(),
        new ByteArraySerializer());
  }

  /** To all partitions in turn. */
  private static ProducerRecord<byte[], byte[]> record(String topic, int number, byte[] poison) {
    return new ProducerRecord<>(topic, number % 4, ("poison-" + number).getBytes(UTF_8), poison);
  }

  private static List<byte[]> poisons() {
    var random = new Random(SEED);
    var all = new ArrayList<byte[]>();
    all.add(new byte[0]);
    all.add(new byte[] {0});
    all.add(new byte[] {0, 0, 0, 3, (byte) 0xe7, 1, 2, 3});
    all.add(new byte[] {(byte) 0xc3, 1, 9, 9, 9, 9, 9, 9, 9, 9, 2, 4});
    all.add("{\"id\":\"cut".getBytes(UTF_8));
    all.add("[".repeat(NESTED).getBytes(UTF_8));
    all.add("{\"id\":7,\"entities\":\"x\"}".getBytes(UTF_8));
    all.add(new byte[] {'{', '"', (byte) 0xff, (byte) 0xfe, '"', '}'});
    for (int i = 0; i < RANDOM_ONES; i++) {
      var bytes = new byte[1 + random.nextInt(2_000)];
      random.nextBytes(bytes);
      all.add(bytes);
    }
    var huge = new byte[HUGE];
    random.nextBytes(huge);
    all.add(huge);
    return all;
  }
}
