package io.tocsin.deliver.webhook;

import io.tocsin.deliver.notice.Message;
import io.tocsin.deliver.notice.Outbox;
import io.tocsin.deliver.notice.Position;
import io.tocsin.deliver.notice.Silences;
import io.tocsin.deliver.notice.Verdict;
import io.tocsin.model.AlertLevelChange;
import io.tocsin.model.Control;
import io.tocsin.trace.Span;
import io.tocsin.trace.Work;
import io.tocsin.wire.Topic;
import io.tocsin.wire.Topics;
import io.tocsin.wire.Unreadable;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells one endpoint. The topic of alerts is its queue: a group of its own keeps the offset of the
 * first change that is not through, and the topic of notices what became of each. Whoever of the
 * group gets the partitions goes on from there.
 */
final class EndpointRun implements Runnable {
  private static final Logger LOG = LoggerFactory.getLogger(EndpointRun.class);
  private static final Duration POLL = Duration.ofMillis(200);
  private static final Duration LONGEST_ROUND = Duration.ofSeconds(60);
  private static final Duration AFTER_TROUBLE = Duration.ofSeconds(5);

  /** After a crash the group waits so long for the one that is no more. */
  private static final int SESSION_MILLIS = 10_000;

  private final Endpoint endpoint;
  private final Courier courier;
  private final Surroundings around;
  private final Topic<?, AlertLevelChange> alerts;
  private final Notices notices;
  private final Account account = new Account();
  private final CountDownLatch begun = new CountDownLatch(1);
  private volatile boolean stopped;
  private volatile KafkaConsumer<byte[], byte[]> consumer;
  private KafkaProducer<byte[], byte[]> producer;
  private final Origins origins = new Origins();
  private Silences silences;
  private Outbox outbox;
  private Map<Integer, Long> committed = Map.of();
  private boolean reassigned;
  private int noticePartitions;

  EndpointRun(Endpoint endpoint, Courier courier, Surroundings around) {
    this.endpoint = endpoint;
    this.courier = courier;
    this.around = around;
    this.alerts = around.topics().alerts();
    this.notices = new Notices(around.topics().notices());
  }

  Account account() {
    return account;
  }

  Endpoint endpoint() {
    return endpoint;
  }

  /** Runs until it is stopped; what Kafka does not do is tried again, and no bug ends it. */
  @Override
  public void run() {
    while (!stopped) {
      try {
        serve();
      } catch (WakeupException | InterruptException e) {
        stopped = true;
      } catch (KafkaException e) {
        LOG.warn(
            "webhook {} starts anew in {} s: {}{}",
            endpoint.id(),
            AFTER_TROUBLE.toSeconds(),
            e,
            e instanceof AuthorizationException
                ? "; grant what is listed by: tocsin doctor --acls --role webhooks"
                : "");
        pause("Kafka: " + e.getMessage());
      } catch (RuntimeException e) {
        LOG.error("webhook {} starts anew in {} s", endpoint.id(), AFTER_TROUBLE.toSeconds(), e);
        pause(e.toString());
      }
    }
  }

  /**
   * From another thread: waits until its place in the topic is kept, so that it misses nothing from
   * then on.
   *
   * @return whether it is
   */
  boolean awaitBegun(Duration within) throws InterruptedException {
    return begun.await(within.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** From another thread: ends the run when the message under way is through. */
  void stop() {
    stopped = true;
    var reading = consumer;
    if (reading != null) {
      reading.wakeup();
    }
  }

  private void pause(String why) {
    account.trouble(why, around.clock().instant().plus(AFTER_TROUBLE));
    try {
      Thread.sleep(AFTER_TROUBLE.toMillis());
    } catch (InterruptedException e) {
      stopped = true;
    }
  }

  private void serve() {
    try (var reading = consumer();
        var writing = producer();
        var controls = Tail.of(around.client(), around.topics().controls())) {
      consumer = reading;
      producer = writing;
      noticePartitions = writing.partitionsFor(around.topics().notices().name()).size();
      silences = new Silences(around.lineage());
      controls.history(this::control);
      reading.subscribe(List.of(alerts.name()), new Reassigned());
      while (!stopped) {
        round();
        controls.poll(Duration.ZERO, this::control);
      }
    } finally {
      consumer = null;
      outbox = null;
      account.reset();
    }
  }

  private void round() {
    var records = consumer.poll(POLL);
    if (reassigned) {
      reassigned = false;
      begin();
    }
    if (outbox == null) {
      return;
    }
    records.forEach(this::take);
    settle();
    tell();
    if (outbox.isFull()) {
      consumer.pause(consumer.assignment());
    } else {
      consumer.resume(consumer.paused());
    }
  }

  /** As long as there is something to tell, but not so long that the group takes it for dead. */
  private void tell() {
    var until = around.clock().instant().plus(LONGEST_ROUND);
    var now = around.clock().instant();
    for (var due = outbox.due(now); due.isPresent(); due = outbox.due(now)) {
      send(due.get());
      settle();
      now = around.clock().instant();
      if (stopped || now.isAfter(until)) {
        return;
      }
    }
  }

  /** Whatever was known is of partitions that others may have had meanwhile. */
  private void begin() {
    outbox = new Outbox(endpoint.terms(), silences, around.lineage());
    account.reset();
    committed = Map.of();
    int partitions = consumer.partitionsFor(alerts.name()).size();
    var key = notices.key(endpoint.id());
    try (var history = Tail.of(around.client(), around.topics().notices(), key)) {
      history.history(
          record -> {
            if (Arrays.equals(key, record.key())) {
              notices
                  .verdict(record)
                  .filter(verdict -> isHere(verdict, partitions))
                  .ifPresent(outbox::restore);
            }
          });
    }
  }

  /** Of subjects in other partitions, others of the group remind and tell. */
  private boolean isHere(Verdict verdict, int partitions) {
    byte[] key = Topics.subjects().serializer().serialize(null, verdict.change().subject());
    var place = new TopicPartition(alerts.name(), Partitions.of(key, partitions));
    return consumer.assignment().contains(place);
  }

  private void take(ConsumerRecord<byte[], byte[]> record) {
    var position = new Position(record.partition(), record.offset());
    AlertLevelChange change = null;
    try {
      change = alerts.values().deserializer().deserialize(record.topic(), record.value());
    } catch (Unreadable e) {
      LOG.warn("webhook {} passes over what is no change, at {}: {}", endpoint.id(), position, e);
    }
    if (change == null) {
      outbox.skip(position);
    } else if (outbox.take(change, position, around.clock().instant())) {
      origins.keep(change, record.headers());
      account.raised();
    }
  }

  private void send(Message message) {
    try (var span = around.tracing().begin(Work.DELIVER, origins.of(message))) {
      send(message, span.say("tocsin.endpoint", endpoint.id()));
    }
  }

  private void send(Message message, Span span) {
    try {
      var answer = courier.bring(message, around.clock().instant(), span.context());
      span.say("http.response.status_code", answer.status());
      var now = around.clock().instant();
      if (answer.isTaken()) {
        outbox.delivered(now, answer.toString());
        if (message.kind() == Message.Kind.CHANGE) {
          message.changes().forEach(change -> around.told().accept(change, now));
        }
      } else if (answer.isGone()) {
        LOG.warn("webhook {} is told no more: {}", endpoint.id(), answer);
        outbox.refuse(now, answer.toString());
      } else if (answer.isBad()) {
        outbox.rejected(now, answer.toString());
      } else {
        outbox.failed(now, answer.toString(), answer.retryAfter());
      }
      account.trouble(answer.isTaken() ? "" : answer.toString(), outbox.retryAt().orElse(null));
    } catch (IOException e) {
      span.fail(String.valueOf(e.getMessage()));
      outbox.failed(around.clock().instant(), String.valueOf(e.getMessage()), null);
      account.trouble(String.valueOf(e.getMessage()), outbox.retryAt().orElse(null));
    }
  }

  /** What became of changes is written before the offsets: after a crash it is known again. */
  private void settle() {
    var verdicts = outbox.verdicts();
    if (!verdicts.isEmpty()) {
      var sent =
          verdicts.stream()
              .map(v -> producer.send(notices.record(endpoint.id(), v, noticePartitions)))
              .toList();
      producer.flush();
      sent.forEach(EndpointRun::check);
      verdicts.forEach(account::ended);
    }
    var resume = outbox.resume();
    if (!resume.equals(committed)) {
      var offsets = new HashMap<TopicPartition, OffsetAndMetadata>();
      resume.forEach(
          (partition, offset) ->
              offsets.put(
                  new TopicPartition(alerts.name(), partition), new OffsetAndMetadata(offset)));
      consumer.commitSync(offsets);
      committed = resume;
    }
  }

  private static void check(Future<?> sent) {
    try {
      sent.get();
    } catch (ExecutionException e) {
      throw new KafkaException("a notice was not taken", e.getCause());
    } catch (InterruptedException e) {
      throw new InterruptException(e);
    }
  }

  private void control(ConsumerRecord<byte[], byte[]> record) {
    try {
      Control control =
          around
              .topics()
              .controls()
              .values()
              .deserializer()
              .deserialize(record.topic(), record.value());
      if (control != null) {
        silences.take(control);
      }
    } catch (Unreadable e) {
      // the processor refuses it, and tells why
      LOG.debug("no control", e);
    }
  }

  private KafkaConsumer<byte[], byte[]> consumer() {
    var settings = new HashMap<>(around.client());
    settings.put("group.id", around.group(endpoint));
    settings.put("isolation.level", "read_committed");
    settings.put("enable.auto.commit", false);
    settings.put("allow.auto.create.topics", false);
    settings.put("auto.offset.reset", "latest");
    settings.put("max.poll.records", 500);
    settings.putIfAbsent("session.timeout.ms", SESSION_MILLIS);
    settings.putIfAbsent("heartbeat.interval.ms", SESSION_MILLIS / 3);
    // all partitions are given back before they are given out, so that positions are the committed
    settings.put(
        "partition.assignment.strategy", "org.apache.kafka.clients.consumer.RangeAssignor");
    return new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
  }

  private KafkaProducer<byte[], byte[]> producer() {
    var settings = new HashMap<>(around.client());
    settings.put("acks", "all");
    settings.put("enable.idempotence", true);
    settings.putIfAbsent("compression.type", "zstd");
    return new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
  }

  private final class Reassigned implements ConsumerRebalanceListener {
    @Override
    public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
      outbox = null;
    }

    /** An endpoint that is new begins now, and must know so after a restart. */
    @Override
    public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
      reassigned = true;
      var known = consumer.committed(Set.copyOf(partitions));
      var begin = new HashMap<TopicPartition, OffsetAndMetadata>();
      for (var partition : partitions) {
        if (known.get(partition) == null) {
          begin.put(partition, new OffsetAndMetadata(consumer.position(partition)));
        }
      }
      if (!begin.isEmpty()) {
        consumer.commitSync(begin);
      }
      begun.countDown();
    }
  }
}
