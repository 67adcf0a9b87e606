package io.tocsin.vitals;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.tocsin.topology.Holdings;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.ToLongFunction;

/** What the assessors of this process hold, and how far behind time they are, as gauges. */
final class HoldingsMeters {
  private static final double MILLIS = 1000;

  private final Map<Integer, Holdings> partitions = new ConcurrentHashMap<>();
  private final InstantSource clock;

  HoldingsMeters(MeterRegistry meters, InstantSource clock) {
    this.clock = clock;
    sum("tocsin.dossiers", Tags.of("place", "heap"), Holdings::open)
        .description("dossiers by where they lie")
        .register(meters);
    sum("tocsin.dossiers", Tags.of("place", "shelf"), held -> held.known() - held.open())
        .description("dossiers by where they lie")
        .register(meters);
    sum("tocsin.exhibits", Tags.empty(), Holdings::exhibits)
        .description("exhibits in dossiers on the heap")
        .register(meters);
    sum("tocsin.exhibits.room", Tags.empty(), Holdings::room)
        .description("exhibits that there is room for on the heap")
        .register(meters);
    sum("tocsin.due.subjects", Tags.empty(), Holdings::waiting)
        .description("subjects that must be looked at at some moment")
        .register(meters);
    Gauge.builder("tocsin.due.overdue", this, HoldingsMeters::overdue)
        .description("how long ago the first of them should have been looked at")
        .baseUnit("seconds")
        .register(meters);
  }

  /**
   * @param holdings {@code null} where a partition is assessed elsewhere from now on
   */
  void set(int partition, Holdings holdings) {
    if (holdings == null) {
      partitions.remove(partition);
    } else {
      partitions.put(partition, holdings);
    }
  }

  private Gauge.Builder<HoldingsMeters> sum(String name, Tags tags, ToLongFunction<Holdings> of) {
    return Gauge.builder(name, this, held -> Math.max(0, held.sum(of))).tags(tags);
  }

  private long sum(ToLongFunction<Holdings> of) {
    return partitions.values().stream().mapToLong(of).sum();
  }

  private double overdue() {
    long due =
        partitions.values().stream().mapToLong(Holdings::nextDue).min().orElse(Long.MAX_VALUE);
    return Math.max(0, clock.millis() - due) / MILLIS;
  }
}
