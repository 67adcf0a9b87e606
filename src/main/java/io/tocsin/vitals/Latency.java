package io.tocsin.vitals;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How long the legs of the way from an event to who is told take: {@code tocsin.latency} by leg.
 */
public final class Latency {
  private static final Duration[] BUCKETS =
      Stream.of(
              "PT0.005S",
              "PT0.01S",
              "PT0.025S",
              "PT0.05S",
              "PT0.1S",
              "PT0.25S",
              "PT0.5S",
              "PT1S",
              "PT2.5S",
              "PT5S",
              "PT10S",
              "PT30S",
              "PT1M",
              "PT5M",
              "PT30M",
              "PT2H",
              "PT24H")
          .map(Duration::parse)
          .toArray(Duration[]::new);

  /** One of them. */
  public enum Leg {
    /** From when an event was published until its record was written to a topic. */
    EVENT_TO_TOPIC,
    /** From there until a change was emitted that comes of it. */
    TOPIC_TO_CHANGE,
    /** From there until the change went to the listeners of a stream. */
    CHANGE_TO_STREAM,
    /** From there until a receiver of webhooks had taken the change. */
    CHANGE_TO_WEBHOOK
  }

  private final Map<Leg, Timer> timers;
  private final CurrentTrace traces;

  /**
   * @param traces where the registry looks for exemplars
   */
  public Latency(MeterRegistry meters, CurrentTrace traces) {
    this.traces = traces;
    this.timers =
        Stream.of(Leg.values())
            .collect(Collectors.toMap(Function.identity(), leg -> timer(meters, leg)));
  }

  private static Timer timer(MeterRegistry meters, Leg leg) {
    return Timer.builder("tocsin.latency")
        .tag("leg", Books.name(leg))
        .description("how long a leg of the way from an event to who is told took")
        .serviceLevelObjectives(BUCKETS)
        .register(meters);
  }

  /**
   * @param took clocks differ: less than nothing counts as nothing
   * @param trace {@code traceparent}, or {@code null}
   */
  public void took(Leg leg, Duration took, String trace) {
    var timer = timers.get(leg);
    var time = took.isNegative() ? Duration.ZERO : took;
    if (trace == null) {
      timer.record(time);
    } else {
      traces.during(trace, () -> timer.record(time));
    }
  }
}
