package io.tocsin.ingest.feed;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The items of a feed that are known, by the ids of their records. Immutable.
 *
 * <p>It is written down before and after its records are published. An item of which nobody knows
 * whether Kafka has it is published again as it was, which the assessment takes for the same; if it
 * has changed meanwhile it gets the next number, so that the change counts in either case.
 */
record Memory(Map<String, Item> items) {
  static final Memory EMPTY = new Memory(Map.of());

  /** What has left the feed this long ago is forgotten. */
  static final Duration FORGOTTEN_AFTER = Duration.ofDays(30);

  /** Of what has left the feed so many are known at most; what is in it is always known. */
  static final int MOST = 20_000;

  Memory {
    items = Map.copyOf(items);
  }

  /** All of it is with Kafka, and what left long ago is forgotten. */
  Memory acknowledged(Instant now) {
    var today = day(now);
    var kept = new LinkedHashMap<String, Item>();
    items.forEach(
        (id, item) -> {
          if (item.seen().isAfter(today.minus(FORGOTTEN_AFTER))) {
            kept.put(id, item.acknowledged());
          }
        });
    if (kept.size() > MOST) {
      kept.entrySet().stream()
          .filter(e -> e.getValue().seen().isBefore(today))
          .sorted(Map.Entry.comparingByValue(Comparator.comparing(Item::seen)))
          .limit(kept.size() - MOST)
          .map(Map.Entry::getKey)
          .toList()
          .forEach(kept::remove);
    }
    return new Memory(kept);
  }

  /** Days are enough to tell what left long ago, and change less than moments. */
  static Instant day(Instant now) {
    return now.truncatedTo(ChronoUnit.DAYS);
  }
}
