package io.tocsin.app;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * How a run comes to an end by request. The first request lets the command finish: one that waits
 * in {@link #await} goes on, any other is interrupted. The second one kills at once.
 *
 * <pre>
 *   running ──first request──▶ stopping ──second request──▶ killed
 * </pre>
 */
public final class Shutdown {
  private final CountDownLatch asked = new CountDownLatch(1);
  private final Runnable kill;
  private final Thread command;
  private boolean waiting;

  /**
   * @param command the thread that runs the command
   * @param kill ends the process without another word
   */
  public Shutdown(Thread command, Runnable kill) {
    this.command = command;
    this.kill = kill;
  }

  /** Asks the run to end: what Ctrl-C and a TERM signal do. */
  public void request() {
    synchronized (this) {
      if (asked.getCount() > 0) {
        asked.countDown();
        if (!waiting) {
          command.interrupt();
        }
        return;
      }
    }
    kill.run();
  }

  /** Whether the run was asked to end. */
  public boolean isRequested() {
    return asked.getCount() == 0;
  }

  /** Waits until the run is asked to end; to be called by the command's own thread. */
  public void await() throws InterruptedException {
    enter();
    try {
      asked.await();
    } finally {
      leave();
    }
  }

  /**
   * Waits this long at most.
   *
   * @return whether the run was asked to end
   */
  public boolean await(long millis) throws InterruptedException {
    enter();
    try {
      return asked.await(millis, TimeUnit.MILLISECONDS);
    } finally {
      leave();
    }
  }

  private synchronized void enter() {
    waiting = true;
  }

  private synchronized void leave() {
    waiting = false;
  }
}
