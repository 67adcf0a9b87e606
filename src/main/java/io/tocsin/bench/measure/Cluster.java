package io.tocsin.bench.measure;

import io.tocsin.broker.TopicPlan;
import io.tocsin.broker.TopicSetup;
import io.tocsin.wire.Codecs;
import io.tocsin.wire.Format;
import io.tocsin.wire.Topics;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.GroupState;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.GroupIdNotFoundException;
import org.apache.kafka.common.errors.GroupNotEmptyException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/** The broker of a bench, as its administrator sees it. */
public final class Cluster implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final long LOOK_MILLIS = 100;

  private final String bootstrap;
  private final Admin admin;

  public Cluster(String bootstrap) {
    this.bootstrap = bootstrap;
    this.admin = Admin.create(Map.of("bootstrap.servers", bootstrap));
  }

  public String bootstrap() {
    return bootstrap;
  }

  /** Creates the topics of news and statements under a prefix, as the product would. */
  public void createInputs(String prefix, int partitions) {
    var inputs = Set.copyOf(inputs(prefix));
    create(
        new Topics(prefix, Codecs.of(Format.AVRO))
            .specs(partitions).stream()
                .filter(spec -> inputs.contains(spec.name()))
                .map(spec -> plan(spec.name(), spec.partitions(), spec.config()))
                .toList());
  }

  /** Creates a topic that keeps what it gets. */
  public void create(String topic, int partitions) {
    create(List.of(plan(topic, partitions, Map.of())));
  }

  private void create(List<TopicPlan> plans) {
    new TopicSetup(admin, PATIENCE).ensure(plans);
  }

  private static TopicPlan plan(String name, int partitions, Map<String, String> config) {
    return new TopicPlan(name, partitions, TopicPlan.BROKER_DEFAULT, config);
  }

  /** The topics that contenders read. */
  public static List<String> inputs(String prefix) {
    return List.of(prefix + ".news", prefix + ".statements");
  }

  public Set<String> topics() throws InterruptedException {
    return ask(admin.listTopics().names());
  }

  /** Deletes topics and waits until they are gone. */
  public void delete(Predicate<String> chosen) throws InterruptedException {
    var doomed = topics().stream().filter(chosen).collect(Collectors.toSet());
    if (doomed.isEmpty()) {
      return;
    }
    ask(admin.deleteTopics(doomed).all());
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (topics().stream().anyMatch(doomed::contains)) {
      overdue(end, "topics are still there: " + doomed);
      Thread.sleep(LOOK_MILLIS);
    }
  }

  /** Forgets how far a group had read; waits until its members are gone. */
  public void forget(String group) throws InterruptedException {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (true) {
      try {
        admin
            .deleteConsumerGroups(List.of(group))
            .all()
            .get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        return;
      } catch (ExecutionException e) {
        if (e.getCause() instanceof GroupIdNotFoundException) {
          return;
        }
        if (!(e.getCause() instanceof GroupNotEmptyException)) {
          throw new IllegalStateException("the group %s stays".formatted(group), e.getCause());
        }
        overdue(end, "the group %s still has members".formatted(group));
        Thread.sleep(LOOK_MILLIS);
      } catch (TimeoutException e) {
        throw new IllegalStateException("the broker does not answer", e);
      }
    }
  }

  /** Waits until a group has members that know what is theirs. */
  public void awaitMembers(String group) throws InterruptedException {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!isStable(group)) {
      overdue(end, "the group %s has no members".formatted(group));
      Thread.sleep(LOOK_MILLIS);
    }
  }

  private boolean isStable(String group) throws InterruptedException {
    try {
      var described =
          admin
              .describeConsumerGroups(List.of(group))
              .describedGroups()
              .get(group)
              .get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
      return described.groupState() == GroupState.STABLE && !described.members().isEmpty();
    } catch (ExecutionException e) {
      return false;
    } catch (TimeoutException e) {
      throw new IllegalStateException("the broker does not answer", e);
    }
  }

  /** How far a group has read; nothing for one that nobody knows. */
  public Map<TopicPartition, Long> committed(String group) throws InterruptedException {
    var committed = new HashMap<TopicPartition, Long>();
    ask(admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata())
        .forEach(
            (partition, at) -> {
              if (at != null) {
                committed.put(partition, at.offset());
              }
            });
    return committed;
  }

  /** Where topics end; those that are not there are left out. */
  public Map<TopicPartition, Long> ends(Collection<String> topics) throws InterruptedException {
    var asked = new HashMap<TopicPartition, OffsetSpec>();
    admin
        .describeTopics(topics)
        .topicNameValues()
        .forEach(
            (name, description) -> {
              try {
                description
                    .get()
                    .partitions()
                    .forEach(
                        p ->
                            asked.put(
                                new TopicPartition(name, p.partition()), OffsetSpec.latest()));
              } catch (ExecutionException e) {
                if (!(e.getCause() instanceof UnknownTopicOrPartitionException)) {
                  throw new IllegalStateException("cannot describe " + name, e.getCause());
                }
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
            });
    var ends = new HashMap<TopicPartition, Long>();
    if (!asked.isEmpty()) {
      ask(admin.listOffsets(asked).all())
          .forEach((partition, at) -> ends.put(partition, at.offset()));
    }
    return ends;
  }

  @Override
  public void close() {
    admin.close(Duration.ofSeconds(5));
  }

  private static void overdue(long end, String what) {
    if (System.nanoTime() - end > 0) {
      throw new IllegalStateException(what + " after " + PATIENCE.toSeconds() + " s");
    }
  }

  private static <T> T ask(KafkaFuture<T> answer) throws InterruptedException {
    try {
      return answer.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    } catch (ExecutionException e) {
      throw new IllegalStateException(
          "the broker of the bench refused: " + e.getCause().getMessage(), e.getCause());
    } catch (TimeoutException e) {
      throw new IllegalStateException("the broker of the bench does not answer", e);
    }
  }
}
