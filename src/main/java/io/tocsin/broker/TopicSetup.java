package io.tocsin.broker;

import io.tocsin.broker.BrokerUnavailable.Reason;
import io.tocsin.broker.TopicReport.Difference;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/** Creates the topics that are missing, and says how the others differ from the plan. */
public final class TopicSetup {
  private static final Duration POLL = Duration.ofMillis(20);

  private final Admin admin;
  private final Duration timeout;

  /**
   * @param timeout for each question to the cluster
   */
  public TopicSetup(Admin admin, Duration timeout) {
    this.admin = admin;
    this.timeout = timeout;
  }

  /**
   * Creates what is missing, and returns when it can be published to. Safe to run by several
   * processes at once.
   *
   * @throws BrokerUnavailable where the cluster does not answer, or refuses a topic
   */
  public TopicReport ensure(Collection<TopicPlan> plans) {
    var found = describe(plans);
    var missing = plans.stream().filter(plan -> !found.containsKey(plan.name())).toList();
    var created = missing.stream().filter(this::create).map(TopicPlan::name).toList();
    if (!missing.isEmpty()) {
      awaitServed(missing);
    }
    return new TopicReport(created, List.of(), differences(plans, found));
  }

  /**
   * A cluster says "created" before the leaders of the partitions serve them. Of two batches that a
   * producer has under way then, the first may be refused and the second taken, and from then on
   * the first is refused for ever (KAFKA-15591): it is lost once the producer's patience is over.
   */
  private void awaitServed(Collection<TopicPlan> missing) {
    var end = System.nanoTime() + timeout.toNanos();
    while (!isServed(missing)) {
      if (System.nanoTime() - end > 0) {
        throw new BrokerUnavailable(
            Reason.FAILED,
            "topics just created are not served after %d s: ask again"
                .formatted(timeout.toSeconds()));
      }
      LockSupport.parkNanos(POLL.toNanos());
    }
  }

  /** Whether all can be seen, and their leaders know where each partition ends. */
  private boolean isServed(Collection<TopicPlan> topics) {
    var seen = describe(topics);
    if (seen.size() < topics.size()) {
      return false;
    }
    var ends =
        seen.values().stream()
            .flatMap(TopicSetup::partitions)
            .collect(Collectors.toMap(partition -> partition, partition -> OffsetSpec.latest()));
    try {
      ask("see the topics just created", admin.listOffsets(ends).all());
      return true;
    } catch (BrokerUnavailable e) {
      if (e.getCause() instanceof RetriableException) {
        return false;
      }
      throw e;
    }
  }

  private static Stream<TopicPartition> partitions(TopicDescription topic) {
    return topic.partitions().stream()
        .map(partition -> new TopicPartition(topic.name(), partition.partition()));
  }

  /**
   * Only looks.
   *
   * @throws BrokerUnavailable where the cluster does not answer
   */
  public TopicReport inspect(Collection<TopicPlan> plans) {
    var found = describe(plans);
    var missing =
        plans.stream().map(TopicPlan::name).filter(name -> !found.containsKey(name)).toList();
    return new TopicReport(List.of(), missing, differences(plans, found));
  }

  private Map<String, TopicDescription> describe(Collection<TopicPlan> plans) {
    var found = new LinkedHashMap<String, TopicDescription>();
    var asked = admin.describeTopics(plans.stream().map(TopicPlan::name).toList());
    asked
        .topicNameValues()
        .forEach(
            (name, description) -> {
              try {
                found.put(name, ask("describe topic " + name, description));
              } catch (BrokerUnavailable e) {
                if (!(e.getCause() instanceof UnknownTopicOrPartitionException)) {
                  throw e;
                }
              }
            });
    return found;
  }

  private boolean create(TopicPlan plan) {
    var topic =
        new NewTopic(
            plan.name(),
            Optional.of(plan.partitions()),
            Optional.of(plan.replication()).filter(copies -> copies != TopicPlan.BROKER_DEFAULT));
    try {
      ask(
          "create topic " + plan.name(),
          admin.createTopics(List.of(topic.configs(plan.config()))).all());
      return true;
    } catch (BrokerUnavailable e) {
      if (e.getCause() instanceof TopicExistsException) {
        return false;
      }
      if (e.getCause() instanceof AuthorizationException) {
        throw new BrokerUnavailable(
            Reason.MAY_NOT_CREATE,
            "there is no topic %s, and this user may not create it".formatted(plan.name()));
      }
      throw e;
    }
  }

  private List<Difference> differences(
      Collection<TopicPlan> plans, Map<String, TopicDescription> found) {
    var resources =
        found.keySet().stream()
            .map(name -> new ConfigResource(ConfigResource.Type.TOPIC, name))
            .toList();
    var configs = ask("describe the topics' settings", admin.describeConfigs(resources).all());
    var differences = new ArrayList<Difference>();
    for (var plan : plans) {
      var description = found.get(plan.name());
      if (description != null) {
        var resource = new ConfigResource(ConfigResource.Type.TOPIC, plan.name());
        differences.addAll(compare(plan, description, configs.get(resource)));
      }
    }
    return differences;
  }

  static List<Difference> compare(TopicPlan plan, TopicDescription topic, Config config) {
    var differences = new ArrayList<Difference>();
    var partitions = topic.partitions();
    note(differences, plan, "partitions", plan.partitions(), partitions.size());
    if (plan.replication() != TopicPlan.BROKER_DEFAULT) {
      var copies = partitions.get(0).replicas().size();
      note(differences, plan, "replication", plan.replication(), copies);
    }
    plan.config().keySet().stream()
        .sorted()
        .forEach(
            key -> {
              var entry = config.get(key);
              var actual = entry == null ? "unknown to the broker" : entry.value();
              note(differences, plan, key, plan.config().get(key), actual);
            });
    return differences;
  }

  private static void note(
      List<Difference> differences,
      TopicPlan plan,
      String setting,
      Object expected,
      Object actual) {
    var wanted = canonical(expected);
    var is = canonical(actual);
    if (!wanted.equals(is)) {
      differences.add(new Difference(plan.name(), setting, wanted, is));
    }
  }

  /** The order of a list such as {@code compact,delete} means nothing. */
  private static String canonical(Object value) {
    var parts = String.valueOf(value).split(",");
    Arrays.setAll(parts, i -> parts[i].strip());
    Arrays.sort(parts);
    return String.join(",", parts);
  }

  private <T> T ask(String what, KafkaFuture<T> answer) {
    try {
      return answer.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException e) {
      throw failed(what, e.getCause());
    } catch (TimeoutException e) {
      throw failed(what, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw failed(what, e);
    }
  }

  private static BrokerUnavailable failed(String what, Throwable cause) {
    return new BrokerUnavailable(
        Reason.FAILED, "cannot %s: %s".formatted(what, Faults.text(cause)), cause);
  }
}
