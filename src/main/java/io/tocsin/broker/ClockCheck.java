package io.tocsin.broker;

import io.tocsin.vitals.Finding;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * How far the clocks of a broker and of this machine are apart.
 *
 * <p>Kafka has no request that asks a broker for the time. What it does have is topics whose
 * records the broker stamps as it appends them; so this check creates a topic of that kind, sends
 * one record and deletes the topic. It needs the right to do so.
 */
public final class ClockCheck {
  private static final String WHAT = "clocks";
  private static final Duration TOLERANCE = Duration.ofSeconds(2);

  private final Map<String, Object> client;
  private final InstantSource clock;
  private final Duration timeout;

  /**
   * @param client properties of Kafka's clients, {@code bootstrap.servers} among them
   */
  public ClockCheck(Map<String, ?> client, InstantSource clock, Duration timeout) {
    this.client = new HashMap<>(client);
    this.client.putIfAbsent("default.api.timeout.ms", (int) timeout.toMillis());
    this.client.putIfAbsent("request.timeout.ms", (int) timeout.toMillis());
    this.clock = clock;
    this.timeout = timeout;
  }

  /**
   * Measures.
   *
   * @param prefix of the short-lived topic's name, where the cluster grants rights by prefix
   */
  public Finding look(String prefix) {
    var topic = prefix + "doctor-" + UUID.randomUUID();
    try (var admin = Admin.create(client)) {
      var stamped =
          new NewTopic(topic, Optional.of(1), Optional.empty())
              .configs(Map.of("message.timestamp.type", "LogAppendTime"));
      admin.createTopics(List.of(stamped)).all().get(timeout.toMillis(), TimeUnit.MILLISECONDS);
      try {
        return measure(topic);
      } finally {
        admin.deleteTopics(List.of(topic)).all().get(timeout.toMillis(), TimeUnit.MILLISECONDS);
      }
    } catch (KafkaException | ExecutionException | TimeoutException e) {
      var cause = e instanceof ExecutionException ? e.getCause() : e;
      return Finding.warn(
          WHAT,
          "could not be compared (%s)".formatted(Faults.text(cause)),
          BrokerChecks.advice(
              cause, "compare the time of this machine and of the brokers by hand"));
    } catch (InterruptedException e) {
      return BrokerChecks.interrupted(WHAT);
    }
  }

  private Finding measure(String topic)
      throws ExecutionException, TimeoutException, InterruptedException {
    var settings = new HashMap<>(client);
    settings.put("max.block.ms", timeout.toMillis());
    settings.remove("default.api.timeout.ms");
    settings.put("delivery.timeout.ms", (int) timeout.toMillis());
    settings.put("linger.ms", 0);
    try (var producer =
        new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer())) {
      producer.partitionsFor(topic);
      var before = clock.instant();
      var stamp =
          producer
              .send(new ProducerRecord<>(topic, new byte[0]))
              .get(timeout.toMillis(), TimeUnit.MILLISECONDS)
              .timestamp();
      return judge(before, Instant.ofEpochMilli(stamp), clock.instant());
    }
  }

  /**
   * The stamp was made between sending and hearing back; what it lies outside of that is skew.
   *
   * @param before when the record was sent, by our clock
   * @param stamp when the broker appended it, by its clock
   * @param after when the broker's word of it arrived, by our clock
   */
  static Finding judge(Instant before, Instant stamp, Instant after) {
    // a stamp is cut to the millisecond, which alone must not make it look early
    var early = Duration.between(stamp.plusMillis(1), before);
    var late = Duration.between(after, stamp);
    var skew = early.compareTo(late) > 0 ? early : late;
    if (skew.compareTo(TOLERANCE) <= 0) {
      return Finding.ok(
          WHAT,
          "the broker's and ours agree within %d ms"
              .formatted(
                  Math.max(0, skew.toMillis()) + Duration.between(before, after).toMillis()));
    }
    return Finding.warn(
        WHAT,
        "the broker's clock is %s ours by %d ms"
            .formatted(skew == early ? "behind" : "ahead of", skew.toMillis()),
        "have both machines keep time by NTP; levels fall by these clocks");
  }
}
