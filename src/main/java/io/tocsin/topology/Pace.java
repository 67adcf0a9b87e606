package io.tocsin.topology;

import java.time.Duration;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.processor.Cancellable;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.ProcessorContext;

/**
 * When what a task has done is handed on: soon while there is little to do, ever more rarely the
 * busier it is, so that it never takes a thread's time where there is none to spare. Under
 * exactly-once it is handed on by a commit, which alone makes it visible; the commit interval of
 * the configuration is then the longest.
 */
final class Pace {
  private static final Duration COMMIT = Duration.ofMillis(20);
  private static final Duration FLUSH = Duration.ofMillis(2);

  /** What each piece of work puts it off by; a thread does about 100,000 a second. */
  private static final double MS_PER_PIECE = 0.008;

  private final ProcessorContext<?, ?> context;
  private final Duration shortest;
  private final Runnable handOn;
  private Cancellable nap;
  private Cancellable measure;
  private long handedOn;
  private long cost;
  private long pieces;

  private Pace(ProcessorContext<?, ?> context, Duration shortest, Runnable handOn) {
    this.context = context;
    this.shortest = shortest;
    this.handOn = handOn;
    this.handedOn = context.currentSystemTimeMs();
  }

  /**
   * @param flush hands on what was collected where it is visible without a commit
   */
  static Pace of(ProcessorContext<?, ?> context, Runnable flush) {
    return isExactlyOnce(context)
        ? new Pace(context, COMMIT, context::commit)
        : new Pace(context, FLUSH, flush);
  }

  /** Some work was done. */
  void worked(int count) {
    pieces += count;
    if (isDue()) {
      handOn.run();
    } else if (nap == null) {
      nap = context.schedule(shortest, PunctuationType.WALL_CLOCK_TIME, now -> wake());
    }
  }

  /** All that was done is handed on. */
  void handedOn() {
    handedOn = context.currentSystemTimeMs();
    cancel(nap);
    nap = null;
    if (pieces > 0 && measure == null) {
      // the first look at the clock behind a commit shows how long it took
      measure = context.schedule(FLUSH, PunctuationType.WALL_CLOCK_TIME, this::measured);
    }
    pieces = 0;
  }

  private void measured(long now) {
    cost = (cost + now - handedOn) / 2;
    cancel(measure);
    measure = null;
  }

  private void wake() {
    if (isDue()) {
      handOn.run();
    }
  }

  /** Handing on takes at most half of the time. */
  private boolean isDue() {
    double wait = shortest.toMillis() + cost + pieces * MS_PER_PIECE;
    return context.currentSystemTimeMs() - handedOn >= wait;
  }

  private static void cancel(Cancellable punctuation) {
    if (punctuation != null) {
      punctuation.cancel();
    }
  }

  private static boolean isExactlyOnce(ProcessorContext<?, ?> context) {
    return String.valueOf(context.appConfigs().get(StreamsConfig.PROCESSING_GUARANTEE_CONFIG))
        .startsWith("exactly_once");
  }
}
