package io.tocsin.ingest.feed;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What became of looks and items, as counters: {@code tocsin.feed.looks} by feed and outcome
 * ({@code changed}, {@code unchanged}, or the trouble), {@code tocsin.feed.items} by feed and
 * outcome ({@code new}, {@code revised}, {@code refused}). And {@code tocsin.feed.last.success} by
 * feed, in seconds since 1970: alert where that is several intervals ago.
 */
public final class FeedMeters {
  private static final String FEED = "feed";
  private static final String OUTCOME = "outcome";

  private final MeterRegistry meters;
  private final Map<String, Instant> successes = new ConcurrentHashMap<>();

  public FeedMeters(MeterRegistry meters) {
    this.meters = meters;
  }

  void count(Look.Result result) {
    var report = result.report();
    Counter.builder("tocsin.feed.looks")
        .tags(FEED, report.feed(), OUTCOME, outcome(report))
        .description("looks at feeds by what they gave")
        .register(meters)
        .increment();
    items(report, "new", report.fresh());
    items(report, "revised", report.revised());
    items(report, "refused", report.refusals().size());
    success(report.feed(), result.status().succeededAt());
  }

  private void items(Report report, String outcome, int count) {
    Counter.builder("tocsin.feed.items")
        .tags(FEED, report.feed(), OUTCOME, outcome)
        .description("what became of items of feeds")
        .register(meters)
        .increment(count);
  }

  private void success(String feed, Instant at) {
    if (at != null && successes.put(feed, at) == null) {
      Gauge.builder("tocsin.feed.last.success", () -> successes.get(feed).getEpochSecond())
          .tag(FEED, feed)
          .description("when a look at the feed went well last")
          .baseUnit("seconds")
          .register(meters);
    }
  }

  private static String outcome(Report report) {
    if (report.isFine()) {
      return report.changed() ? "changed" : "unchanged";
    }
    return report.trouble().name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
