package io.tocsin.ingest.feed;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.Locale;

/**
 * What became of looks and items, as counters: {@code tocsin.feed.looks} by feed and outcome
 * ({@code changed}, {@code unchanged}, or the trouble), {@code tocsin.feed.items} by feed and
 * outcome ({@code new}, {@code revised}, {@code refused}).
 */
public final class FeedMeters {
  private final MeterRegistry meters;

  public FeedMeters(MeterRegistry meters) {
    this.meters = meters;
  }

  void count(Report report) {
    meters
        .counter("tocsin.feed.looks", "feed", report.feed(), "outcome", outcome(report))
        .increment();
    items(report, "new", report.fresh());
    items(report, "revised", report.revised());
    items(report, "refused", report.refusals().size());
  }

  private void items(Report report, String outcome, int count) {
    meters.counter("tocsin.feed.items", "feed", report.feed(), "outcome", outcome).increment(count);
  }

  private static String outcome(Report report) {
    if (report.isFine()) {
      return report.changed() ? "changed" : "unchanged";
    }
    return report.trouble().name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
