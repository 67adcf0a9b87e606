package io.tocsin.vitals;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.tocsin.model.Cause;
import io.tocsin.topology.Holdings;
import io.tocsin.topology.Tally;
import java.time.Duration;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What became of records, as counters: {@code tocsin.records} by outcome, {@code
 * tocsin.dead.letters} by reason, {@code tocsin.alerts} by cause and direction; and how long they
 * took, as histograms: {@code tocsin.latency} by leg.
 *
 * <p>They balance where nothing is under way: {@code read = assessed + duplicate + superseded +
 * recorded + unlocated + policy + dead lettered}.
 */
public final class Books implements Tally {
  private static final Duration[] EXTRACTION =
      Stream.of(
              "PT0.00005S",
              "PT0.0001S",
              "PT0.00025S",
              "PT0.0005S",
              "PT0.001S",
              "PT0.0025S",
              "PT0.01S",
              "PT0.1S",
              "PT1S")
          .map(Duration::parse)
          .toArray(Duration[]::new);

  private final MeterRegistry meters;
  private final Map<Entry, Counter> records = new EnumMap<>(Entry.class);
  private final Latency latency;
  private final HoldingsMeters holdings;
  private final Timer extraction;

  public Books(MeterRegistry meters, Latency latency, InstantSource clock) {
    this.meters = meters;
    this.latency = latency;
    this.holdings = new HoldingsMeters(meters, clock);
    this.extraction =
        Timer.builder("tocsin.extraction")
            .description("how long reading the claims out of a text took")
            .serviceLevelObjectives(EXTRACTION)
            .register(meters);
    for (var entry : Entry.values()) {
      records.put(
          entry,
          Counter.builder("tocsin.records")
              .tag("outcome", name(entry))
              .description("what became of records")
              .register(meters));
    }
  }

  @Override
  public void count(Entry entry, String reason, long times) {
    records.get(entry).increment(times);
    if (entry == Entry.DEAD_LETTERED) {
      Counter.builder("tocsin.dead.letters")
          .tag("reason", reason)
          .description("records that were refused")
          .register(meters)
          .increment(times);
    }
  }

  @Override
  public void told(Cause cause, Direction direction, long times) {
    Counter.builder("tocsin.alerts")
        .tags("cause", cause.name(), "direction", name(direction))
        .description("changes that subscribers to alerts were told")
        .register(meters)
        .increment(times);
  }

  @Override
  public void took(Leg leg, long millis, String trace) {
    latency.took(Latency.Leg.valueOf(leg.name()), Duration.ofMillis(millis), trace);
  }

  @Override
  public void holds(int partition, Holdings held) {
    holdings.set(partition, held);
  }

  @Override
  public void extracted(long nanos) {
    extraction.record(nanos, TimeUnit.NANOSECONDS);
  }

  /** The books as they stand. */
  public Balance balance() {
    var counts = new EnumMap<Entry, Long>(Entry.class);
    records.forEach((entry, counter) -> counts.put(entry, (long) counter.count()));
    return new Balance(counts);
  }

  /**
   * One moment of the books.
   *
   * @param counts of every entry
   */
  public record Balance(Map<Entry, Long> counts) {
    public Balance {
      counts = new EnumMap<>(counts);
    }

    /** The counts by the names that the meters give them. */
    public Map<String, Long> byOutcome() {
      var counts = new LinkedHashMap<String, Long>();
      this.counts.forEach((entry, count) -> counts.put(name(entry), count));
      return counts;
    }

    public long read() {
      return counts.get(Entry.READ);
    }

    /** What is known to have become of records that were read. */
    public long accounted() {
      return counts.entrySet().stream()
          .filter(entry -> entry.getKey() != Entry.READ)
          .mapToLong(Map.Entry::getValue)
          .sum();
    }

    /** Whether every record that was read is accounted for, and none twice. */
    public boolean isEven() {
      return read() == accounted();
    }

    /** The equation with its numbers. */
    @Override
    public String toString() {
      return "read %d %s %s"
          .formatted(
              read(),
              isEven() ? "=" : "≠",
              counts.entrySet().stream()
                  .filter(entry -> entry.getKey() != Entry.READ)
                  .map(entry -> name(entry.getKey()) + " " + entry.getValue())
                  .collect(Collectors.joining(" + ")));
    }
  }

  static String name(Enum<?> entry) {
    return entry.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
