package io.tocsin.app;

import static java.util.stream.Collectors.toMap;

import io.tocsin.app.Options.ClockMode;
import io.tocsin.broker.GroupMembers;
import io.tocsin.client.Connection;
import io.tocsin.client.Undisturbed;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** How far the processor has got, as its consumer group tells. Not for several threads. */
final class GroupProgress implements AutoCloseable {
  private static final int TIMEOUT_MILLIS = 10_000;
  private static final Duration POLL = Duration.ofMillis(50);
  private static final int LOOKS = 5;

  private final Admin admin;
  private final String application;
  private final List<List<String>> stages;
  private final Map<String, Object> client;
  private KafkaConsumer<byte[], byte[]> leftovers;

  GroupProgress(Options options, Map<String, Object> client) {
    var topics = Wiring.topics(options);
    this.client = Connection.consumer(client);
    this.admin = Admin.create(client);
    this.application = Wiring.application(options);
    this.stages =
        List.of(
            List.of(
                topics.news().name(),
                topics.statements().name(),
                topics.controls().name(),
                topics.policies().name()),
            List.of(application + "-evidence-repartition"),
            List.of(application + "-regions-repartition"));
  }

  /** The processes that take part, by the client id of each of their threads. */
  List<String> members() throws ExecutionException, TimeoutException, InterruptedException {
    return GroupMembers.clientIds(admin, application, Duration.ofMillis(TIMEOUT_MILLIS));
  }

  /** The clock that the processor goes by, where it tells. */
  Optional<ClockMode> clock() throws ExecutionException, TimeoutException, InterruptedException {
    return members().stream()
        .flatMap(member -> ProcessorClock.of(application, member).stream())
        .findFirst();
  }

  /**
   * One look.
   *
   * @param done whether everything that was there is through all stages
   * @param position moves as long as the processor does
   */
  record Look(boolean done, long position) {}

  /**
   * Looks at one stage after the other, in the order in which records pass them: what a stage has
   * committed has reached the topic of the next one by then.
   */
  Look look() throws ExecutionException, TimeoutException, InterruptedException {
    boolean done = true;
    long position = 0;
    for (var stage : stages) {
      var committed = committed();
      var ends = ends(stage);
      var behind = new HashMap<TopicPartition, Long>();
      for (var end : ends.entrySet()) {
        long at = committed.getOrDefault(end.getKey(), 0L);
        position += at;
        if (at < end.getValue()) {
          behind.put(end.getKey(), at);
        }
      }
      done = done && (behind.isEmpty() || isNothingLeft(behind));
      if (!done) {
        position += later(stage, committed);
        break;
      }
    }
    return new Look(done, position);
  }

  private long later(List<String> stage, Map<TopicPartition, Long> committed) {
    return committed.entrySet().stream()
        .filter(entry -> !stage.contains(entry.getKey().topic()))
        .mapToLong(Map.Entry::getValue)
        .sum();
  }

  /** What is left may be the marks of transactions alone, which nobody reads. */
  private boolean isNothingLeft(Map<TopicPartition, Long> behind) {
    if (leftovers == null) {
      leftovers =
          new KafkaConsumer<>(client, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }
    leftovers.assign(behind.keySet());
    behind.forEach(leftovers::seek);
    var ends = leftovers.endOffsets(behind.keySet());
    for (int i = 0; i < LOOKS; i++) {
      if (!leftovers.poll(POLL).isEmpty()) {
        return false;
      }
      if (behind.keySet().stream().allMatch(p -> leftovers.position(p) >= ends.get(p))) {
        return true;
      }
    }
    return false;
  }

  private Map<TopicPartition, Long> committed()
      throws ExecutionException, TimeoutException, InterruptedException {
    var found = new HashMap<TopicPartition, Long>();
    get(admin.listConsumerGroupOffsets(application).partitionsToOffsetAndMetadata())
        .forEach(
            (partition, at) -> {
              if (at != null) {
                found.put(partition, at.offset());
              }
            });
    return found;
  }

  /** Ends with what is not committed yet; none for a topic that is not there yet. */
  private Map<TopicPartition, Long> ends(Collection<String> topics)
      throws ExecutionException, TimeoutException, InterruptedException {
    try {
      var partitions = new HashMap<TopicPartition, OffsetSpec>();
      get(admin.describeTopics(topics).allTopicNames())
          .forEach(
              (name, topic) ->
                  topic
                      .partitions()
                      .forEach(
                          p ->
                              partitions.put(
                                  new TopicPartition(name, p.partition()), OffsetSpec.latest())));
      return get(admin.listOffsets(partitions).all()).entrySet().stream()
          .collect(toMap(Map.Entry::getKey, entry -> entry.getValue().offset()));
    } catch (ExecutionException e) {
      if (e.getCause() instanceof UnknownTopicOrPartitionException) {
        return Map.of();
      }
      throw e;
    }
  }

  private static <T> T get(KafkaFuture<T> answer)
      throws ExecutionException, TimeoutException, InterruptedException {
    return answer.get(TIMEOUT_MILLIS, TimeUnit.MILLISECONDS);
  }

  @Override
  public void close() {
    Undisturbed.close(
        () -> {
          admin.close();
          if (leftovers != null) {
            leftovers.close();
          }
        });
  }
}
