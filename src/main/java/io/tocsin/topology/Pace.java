package io.tocsin.topology;

import java.time.Duration;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.processor.Cancellable;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.ProcessorContext;

/**
 * When what a task has done is handed on: soon while its thread has little to do, ever more rarely
 * the busier it is, so that what waits is not kept waiting by the handing on. Under exactly-once it
 * is handed on by a commit, which alone makes it visible; the commit interval of the configuration
 * is then the longest.
 */
final class Pace {
  private static final Duration COMMIT = Duration.ofMillis(10);
  private static final Duration FLUSH = Duration.ofMillis(2);

  /** How much longer than handing on takes a thread works in between that has no time to spare. */
  private static final double WORTH = 12;

  /** How long such a thread collects at least. */
  private static final Duration COLLECT = Duration.ofMillis(100);

  /** The same over history, where nobody waits for any of it. */
  private static final Duration COLLECT_HISTORY = Duration.ofSeconds(1);

  private final ProcessorContext<?, ?> context;
  private final Effort.Share effort;
  private final Duration shortest;
  private final Duration collect;
  private final Runnable handOn;

  /** Whether the thread waits until it is handed on. */
  private final boolean blocks;

  private Cancellable nap;
  private Cancellable measure;
  private boolean hasWork;
  private long handedOn;
  private long spentBefore;
  private double busyBefore;
  private double cost;

  private Pace(
      ProcessorContext<?, ?> context,
      Effort.Share effort,
      Duration shortest,
      Duration collect,
      Runnable handOn,
      boolean blocks) {
    this.blocks = blocks;
    this.context = context;
    this.effort = effort;
    this.shortest = shortest;
    this.collect = collect;
    this.handOn = handOn;
    this.handedOn = effort.now();
    this.spentBefore = effort.spent();
  }

  /**
   * @param flush hands on what was collected where it is visible without a commit
   */
  static Pace of(
      ProcessorContext<?, ?> context, Effort effort, Settings.ClockKind clock, Runnable flush) {
    var collect = clock == Settings.ClockKind.STREAM ? COLLECT_HISTORY : COLLECT;
    return isExactlyOnce(context)
        ? new Pace(context, effort.mine(), COMMIT, collect, context::commit, true)
        : new Pace(context, effort.mine(), FLUSH, collect, flush, false);
  }

  /** Work begins. */
  void begin() {
    effort.begin();
    measured();
  }

  /** Work was done. */
  void worked() {
    effort.pause();
    hasWork = true;
    if (isDue()) {
      handOn.run();
    } else if (nap == null) {
      nap = context.schedule(FLUSH, PunctuationType.WALL_CLOCK_TIME, now -> wake());
    }
  }

  /** All that was done is handed on. */
  void handedOn() {
    effort.pause();
    if (!hasWork) {
      return;
    }
    busyBefore = busy();
    handedOn = effort.now();
    spentBefore = effort.spent();
    cancel(nap);
    nap = null;
    if (blocks && measure == null) {
      measure = context.schedule(FLUSH, PunctuationType.WALL_CLOCK_TIME, now -> measured());
    }
    hasWork = false;
  }

  /** The first look at the clock after handing on shows how long it took. */
  private void measured() {
    if (measure != null) {
      cost = (cost + effort.now() - handedOn) / 2;
      cancel(measure);
      measure = null;
    }
  }

  private void wake() {
    if (isDue()) {
      handOn.run();
    }
  }

  private boolean isDue() {
    double busy = Math.max(busyBefore, busy());
    double lagging = busy * busy;
    double wait = shortest.toNanos() + cost * (1 + WORTH * lagging) + collect.toNanos() * lagging;
    return effort.now() - handedOn >= wait;
  }

  /** The part of the time since all was handed on that the thread has worked. */
  private double busy() {
    long elapsed = Math.max(1, effort.now() - handedOn);
    return Math.min(1, (double) (effort.spent() - spentBefore) / elapsed);
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
