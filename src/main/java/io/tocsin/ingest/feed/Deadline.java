package io.tocsin.ingest.feed;

import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.hc.core5.concurrent.Cancellable;

/** Ends whatever request is under way when the time for the whole is over. */
final class Deadline implements AutoCloseable {
  private final Future<?> end;
  private Cancellable underWay;
  private boolean over;

  Deadline(Duration total, ScheduledExecutorService timer) {
    this.end = timer.schedule(this::cancel, total.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** A request is under way from now on; where the time is over it is ended at once. */
  synchronized void watch(Cancellable request) {
    underWay = request;
    if (over) {
      request.cancel();
    }
  }

  synchronized boolean isOver() {
    return over;
  }

  synchronized void cancel() {
    over = true;
    if (underWay != null) {
      underWay.cancel();
    }
    notifyAll();
  }

  @Override
  public void close() {
    end.cancel(false);
  }
}
