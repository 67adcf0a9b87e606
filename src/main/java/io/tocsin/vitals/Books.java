package io.tocsin.vitals;

import io.micrometer.core.instrument.MeterRegistry;
import io.tocsin.topology.Tally;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What became of records, as counters: {@code tocsin.records} by outcome, {@code
 * tocsin.dead.letters} by reason, {@code tocsin.alerts} by cause.
 *
 * <p>They balance where nothing is under way: {@code read = assessed + duplicate + superseded +
 * recorded + unlocated + policy + dead lettered}.
 */
public final class Books implements Tally {
  private final MeterRegistry meters;

  public Books(MeterRegistry meters) {
    this.meters = meters;
  }

  @Override
  public void count(Entry entry, String reason) {
    if (entry == Entry.ALERT) {
      meters.counter("tocsin.alerts", "cause", reason).increment();
      return;
    }
    if (entry == Entry.DEAD_LETTERED) {
      meters.counter("tocsin.dead.letters", "reason", reason).increment();
    }
    meters.counter("tocsin.records", "outcome", name(entry)).increment();
  }

  /** The books as they stand. */
  public Balance balance() {
    var counts = new EnumMap<Entry, Long>(Entry.class);
    for (var entry : Entry.values()) {
      if (entry != Entry.ALERT) {
        counts.put(entry, (long) meters.counter("tocsin.records", "outcome", name(entry)).count());
      }
    }
    return new Balance(counts);
  }

  /**
   * One moment of the books.
   *
   * @param counts of every entry but alerts
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

  private static String name(Entry entry) {
    return entry.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
