package io.tocsin.app;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.tocsin.topology.Layout;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.streams.processor.StateRestoreListener;

/**
 * How far tasks are with what comes before their first record: state is read back from Kafka where
 * the disk does not have it, and dossiers are laid out from it. Safe for use by many threads.
 */
final class Preparation implements StateRestoreListener, Layout {
  private record Restore(long start, long end, long at) {
    long done() {
      return Math.min(at, end) - start;
    }

    long left() {
      return Math.max(0, end - at);
    }
  }

  private final Map<TopicPartition, Restore> restores = new HashMap<>();
  private final Map<Integer, Double> layouts = new TreeMap<>();
  private long restored;

  /**
   * What is under way, as a fragment: {@code reads its state back: ...}; empty where nothing is.
   */
  synchronized Optional<String> word() {
    var parts = new ArrayList<String>();
    long left = left();
    if (left > 0) {
      long done = restored + restores.values().stream().mapToLong(Restore::done).sum();
      parts.add(
          "reads its state back: %,d of %,d records (%d %%)"
              .formatted(done, done + left, 100 * done / (done + left)));
    }
    if (!layouts.isEmpty()) {
      parts.add("lays out its dossiers: " + partitions());
    }
    return parts.isEmpty() ? Optional.empty() : Optional.of(String.join("; ", parts));
  }

  private String partitions() {
    return layouts.entrySet().stream()
        .map(at -> "partition %d at %d %%".formatted(at.getKey(), (int) (100 * at.getValue())))
        .collect(Collectors.joining(", "));
  }

  private synchronized long left() {
    return restores.values().stream().mapToLong(Restore::left).sum();
  }

  private synchronized int underLayout() {
    return layouts.size();
  }

  /** Every task runs: what comes later is counted from nothing. */
  synchronized void over() {
    restored = 0;
  }

  /** Shows it among the meters. */
  void meter(MeterRegistry meters) {
    Gauge.builder("tocsin.restore.remaining", this, Preparation::left)
        .description("Records of state still to be read back from Kafka before tasks run")
        .baseUnit("records")
        .register(meters);
    Gauge.builder("tocsin.layout.partitions", this, Preparation::underLayout)
        .description("Partitions whose dossiers are being laid out before their tasks run")
        .register(meters);
  }

  @Override
  public synchronized void onRestoreStart(
      TopicPartition changelog, String store, long start, long end) {
    restores.put(changelog, new Restore(start, end, start));
  }

  @Override
  public synchronized void onBatchRestored(
      TopicPartition changelog, String store, long last, long count) {
    restores.computeIfPresent(
        changelog, (c, restore) -> new Restore(restore.start(), restore.end(), last + 1));
  }

  @Override
  public synchronized void onRestoreEnd(TopicPartition changelog, String store, long count) {
    var restore = restores.remove(changelog);
    if (restore != null) {
      restored += restore.end() - restore.start();
    }
  }

  @Override
  public synchronized void onRestoreSuspended(TopicPartition changelog, String store, long count) {
    restores.remove(changelog);
  }

  @Override
  public synchronized void at(int partition, double part) {
    layouts.put(partition, part);
  }

  @Override
  public synchronized void over(int partition) {
    layouts.remove(partition);
  }
}
