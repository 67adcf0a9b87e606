package io.tocsin.topology;

import io.tocsin.model.Cause;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Remembers what it was told. */
final class CountedTally implements Tally {
  private final Map<Entry, Integer> counts = new EnumMap<>(Entry.class);
  final List<String> reasons = new ArrayList<>();
  final List<String> told = new ArrayList<>();
  final List<String> took = new ArrayList<>();
  final List<Long> extracted = new ArrayList<>();
  final Map<Integer, Holdings> holdings = new HashMap<>();

  @Override
  public void count(Entry entry, String reason, long times) {
    counts.merge(entry, (int) times, Integer::sum);
    if (!reason.isEmpty()) {
      reasons.add(times + " " + reason);
    }
  }

  @Override
  public void told(Cause cause, Direction direction, long times) {
    told.add(times + " " + cause + " " + direction);
  }

  @Override
  public void took(Leg leg, long millis, String trace) {
    took.add(leg + " " + millis + (trace == null ? "" : " " + trace));
  }

  @Override
  public void holds(int partition, Holdings held) {
    holdings.put(partition, held);
    holdings.values().removeIf(Objects::isNull);
  }

  @Override
  public void extracted(long nanos) {
    extracted.add(nanos);
  }

  int counted(Entry entry) {
    return counts.getOrDefault(entry, 0);
  }
}
