package io.tocsin.faults;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.TopicPartition;
import org.awaitility.Awaitility;

/**
 * How long until the processors get on everywhere: from the moment it is made until every partition
 * of the records and of the evidence that was read before has been committed further. The load must
 * go on meanwhile.
 */
final class Recovery {
  private static final Duration PATIENCE = Duration.ofMinutes(4);
  private static final Duration LOOK = Duration.ofMillis(100);

  private final Admin admin;
  private final String group;
  private final Predicate<TopicPartition> counts;
  private final Map<TopicPartition, Long> before;
  private long begun = System.nanoTime();

  private Recovery(Admin admin, String group) {
    this.admin = admin;
    this.group = group;
    // regions overall move too seldom to tell
    this.counts = partition -> !partition.topic().endsWith("-regions-repartition");
    this.before = known();
  }

  /** Asked again where a broker has just gone or come. */
  private Map<TopicPartition, Long> known() {
    return Awaitility.await("how far the group is")
        .atMost(PATIENCE)
        .pollInterval(LOOK)
        .until(this::committed, Optional::isPresent)
        .orElseThrow();
  }

  /** Notes how far the group is. */
  static Recovery of(Admin admin, String group) {
    return new Recovery(admin, group);
  }

  /** Begins to take the time only now. */
  Recovery fromNow() {
    begun = System.nanoTime();
    return this;
  }

  /** Waits until all have got on; how long that took. */
  Duration await() {
    Awaitility.await("all partitions get on: " + before.keySet())
        .atMost(PATIENCE)
        .pollInterval(LOOK)
        .until(this::isOver);
    return Duration.ofNanos(System.nanoTime() - begun);
  }

  private boolean isOver() {
    return committed()
        .filter(
            now ->
                before.entrySet().stream()
                    .allMatch(e -> now.getOrDefault(e.getKey(), 0L) > e.getValue()))
        .isPresent();
  }

  private Optional<Map<TopicPartition, Long>> committed() {
    try {
      var found = new HashMap<TopicPartition, Long>();
      admin
          .listConsumerGroupOffsets(group)
          .partitionsToOffsetAndMetadata()
          .get(10, TimeUnit.SECONDS)
          .forEach(
              (partition, at) -> {
                if (at != null) {
                  found.put(partition, at.offset());
                }
              });
      return Optional.of(
          found.entrySet().stream()
              .filter(e -> counts.test(e.getKey()))
              .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
    } catch (ExecutionException | TimeoutException e) {
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted", e);
    }
  }
}
