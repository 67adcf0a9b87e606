package io.tocsin.deliver.notice;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * How far an endpoint is through with the topic: what is open holds back all behind it, so that a
 * restart takes it up again.
 */
final class Positions {
  private final Map<Integer, TreeSet<Long>> open = new HashMap<>();
  private final Map<Integer, Long> next = new TreeMap<>();

  void open(Position at) {
    open.computeIfAbsent(at.partition(), p -> new TreeSet<>()).add(at.offset());
    next.merge(at.partition(), at.offset() + 1, Math::max);
  }

  void close(Position at) {
    open.get(at.partition()).remove(at.offset());
  }

  /** How far beyond what is open the topic was read: what a restart meets again. */
  long ahead() {
    return open.entrySet().stream()
        .filter(entry -> !entry.getValue().isEmpty())
        .mapToLong(entry -> next.get(entry.getKey()) - entry.getValue().first())
        .sum();
  }

  /** The offset to go on from, for each partition that anything was read of. */
  Map<Integer, Long> resume() {
    var resume = new TreeMap<>(next);
    open.forEach(
        (partition, offsets) -> {
          if (!offsets.isEmpty()) {
            resume.put(partition, offsets.first());
          }
        });
    return resume;
  }
}
