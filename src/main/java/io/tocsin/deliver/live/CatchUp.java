package io.tocsin.deliver.live;

import io.tocsin.deliver.board.AlertLog;
import io.tocsin.deliver.board.Board;
import io.tocsin.deliver.board.Bookmark;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Tells listeners of the past out of the log, each at its own pace: a step reads a little, and the
 * next comes when the client has taken half of it. Two threads serve all; so many logs are open at
 * a time, and who comes later waits.
 */
final class CatchUp implements AutoCloseable {
  private static final int THREADS = 2;
  private static final int OPEN = 8;
  private static final long WAIT_MILLIS = 50;
  private static final long STOP_WITHIN_MILLIS = 2_000;

  /**
   * A change takes effect before it is emitted; that of a record from the future, up to that later.
   */
  private static final Duration AHEAD = Duration.ofHours(1);

  private final ScheduledThreadPoolExecutor threads =
      new ScheduledThreadPoolExecutor(THREADS, CatchUp::thread);
  private final Set<Telling> tellings = ConcurrentHashMap.newKeySet();
  private final Semaphore open = new Semaphore(OPEN);
  private final Board board;
  private final AlertLog log;
  private final Writing writing;
  private final Limits limits;
  private final Consumer<Errand> back;

  /**
   * @param back takes a listener that has been told
   */
  CatchUp(Board board, AlertLog log, Writing writing, Limits limits, Consumer<Errand> back) {
    this.board = board;
    this.log = log;
    this.writing = writing;
    this.limits = limits;
    this.back = back;
    threads.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
  }

  private static Thread thread(Runnable task) {
    var thread = new Thread(task, "tocsin-catch-up");
    thread.setDaemon(true);
    return thread;
  }

  /** Tells everything behind a place. */
  void from(Listener listener, Bookmark place) {
    begin(listener, () -> place);
  }

  /**
   * Tells everything that took effect at a moment or later; older ones the listener's choice
   * refuses.
   */
  void since(Listener listener, Instant moment) {
    begin(listener, () -> log.at(moment.minus(AHEAD)));
  }

  private void begin(Listener listener, Supplier<Bookmark> place) {
    var telling = new Telling(listener, place, board, log, writing, limits.stall());
    later(() -> enter(telling), 0);
  }

  private void enter(Telling telling) {
    if (telling.listener().isEnded()) {
      return;
    }
    if (open.tryAcquire()) {
      tellings.add(telling);
      step(telling);
    } else {
      later(() -> enter(telling), WAIT_MILLIS);
    }
  }

  private void step(Telling telling) {
    var outcome = telling.step();
    if (outcome instanceof Telling.Outcome.Over over) {
      telling.close();
      tellings.remove(telling);
      open.release();
      over.errand().ifPresent(back);
    } else {
      boolean waits = outcome instanceof Telling.Outcome.Waits;
      later(() -> step(telling), waits ? WAIT_MILLIS : 0);
    }
  }

  private void later(Runnable task, long millis) {
    try {
      threads.schedule(task, millis, TimeUnit.MILLISECONDS);
    } catch (RejectedExecutionException e) {
      // closed: the listeners are told so by who closed it
    }
  }

  @Override
  public void close() {
    threads.shutdown();
    try {
      if (threads.awaitTermination(STOP_WITHIN_MILLIS, TimeUnit.MILLISECONDS)) {
        tellings.forEach(Telling::close);
      } else {
        threads.shutdownNow();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
