package io.tocsin.app;

import io.tocsin.vitals.Finding;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.GroupState;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.GroupIdNotFoundException;

/** Whether a processor runs, and how far behind it is. */
final class ProcessorCheck {
  private static final String WHAT = "processor";
  private static final long MANY = 10_000;

  private final Map<String, Object> client;
  private final Duration timeout;

  /**
   * @param client properties that every client has in common
   * @param timeout for each question
   */
  ProcessorCheck(Map<String, Object> client, Duration timeout) {
    this.client = new HashMap<>(client);
    this.client.putIfAbsent("default.api.timeout.ms", (int) timeout.toMillis());
    this.client.putIfAbsent("request.timeout.ms", (int) timeout.toMillis());
    this.timeout = timeout;
  }

  /**
   * @param group the application's id
   */
  Finding look(String group) {
    try (var admin = Admin.create(client)) {
      int members = members(admin, group);
      long lag = lag(admin, group);
      return members == 0 ? stopped(group, lag) : running(group, members, lag);
    } catch (ExecutionException | TimeoutException | KafkaException e) {
      var cause = e instanceof ExecutionException ? e.getCause() : e;
      return Finding.warn(
          WHAT,
          "group %s cannot be looked at (%s)".formatted(group, cause.getMessage()),
          "See what is said about Kafka. A right that is missing is in: tocsin doctor --acls --role operator");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Finding.warn(WHAT, "interrupted while asking", "Ask again.");
    }
  }

  private static Finding stopped(String group, long lag) {
    return Finding.warn(
        WHAT,
        "none runs in the group %s; %d records wait".formatted(group, lag),
        "Start one with tocsin up, or tocsin process.");
  }

  private static Finding running(String group, int members, long lag) {
    var detail =
        "%d member%s in the group %s, %d records behind"
            .formatted(members, members == 1 ? "" : "s", group, lag);
    return lag < MANY
        ? Finding.ok(WHAT, detail)
        : Finding.warn(WHAT, detail, "Look again in a minute: more should be less by then.");
  }

  private int members(Admin admin, String group)
      throws ExecutionException, TimeoutException, InterruptedException {
    try {
      var description =
          get(admin.describeConsumerGroups(List.of(group)).describedGroups().get(group));
      return description.groupState() == GroupState.DEAD ? 0 : description.members().size();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof GroupIdNotFoundException) {
        return 0;
      }
      throw e;
    }
  }

  private long lag(Admin admin, String group)
      throws ExecutionException, TimeoutException, InterruptedException {
    Map<TopicPartition, OffsetAndMetadata> read;
    try {
      read = get(admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata());
    } catch (ExecutionException e) {
      if (e.getCause() instanceof GroupIdNotFoundException) {
        return 0;
      }
      throw e;
    }
    var asked = new HashMap<TopicPartition, OffsetSpec>();
    read.forEach((partition, offset) -> asked.put(partition, OffsetSpec.latest()));
    Map<TopicPartition, ListOffsetsResultInfo> ends =
        asked.isEmpty() ? Map.of() : get(admin.listOffsets(asked).all());
    long lag = 0;
    for (var end : ends.entrySet()) {
      var offset = read.get(end.getKey());
      lag += Math.max(0, end.getValue().offset() - (offset == null ? 0 : offset.offset()));
    }
    return lag;
  }

  private <T> T get(KafkaFuture<T> answer)
      throws ExecutionException, TimeoutException, InterruptedException {
    return answer.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
  }
}
