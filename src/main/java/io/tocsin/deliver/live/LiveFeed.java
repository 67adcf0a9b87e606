package io.tocsin.deliver.live;

import io.tocsin.deliver.board.AlertLog;
import io.tocsin.deliver.board.Board;
import io.tocsin.deliver.board.Bookmark;
import io.tocsin.deliver.board.Hearer;
import io.tocsin.deliver.board.State;
import io.tocsin.deliver.board.Told;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Hands changes to listeners as the board hears of them. */
public final class LiveFeed implements Hearer, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(LiveFeed.class);
  private static final int ERRANDS = 256;
  private static final long STOP_WITHIN_MILLIS = 5_000;

  private final BlockingQueue<Errand> errands = new ArrayBlockingQueue<>(ERRANDS);
  private final AtomicBoolean stopping = new AtomicBoolean();
  private final Limits limits;
  private final Counts counts = new Counts();
  private final CatchUp catchUp;
  private final FanOut fanOut;
  private final Thread thread = new Thread(this::run, "tocsin-live");

  private LiveFeed(Board board, AlertLog log, Writing writing, Limits limits) {
    this.limits = limits;
    this.catchUp = new CatchUp(board, log, writing, limits, this::put);
    this.fanOut = new FanOut(writing, limits, counts, catchUp);
    thread.setDaemon(true);
  }

  /** Begins; it is to be told by a run of the board. */
  public static LiveFeed start(Board board, AlertLog log, Writing writing, Limits limits) {
    var feed = new LiveFeed(board, log, writing, limits);
    feed.thread.start();
    return feed;
  }

  public Limits limits() {
    return limits;
  }

  /** How many listen now. */
  public int listeners() {
    return counts.listeners();
  }

  /** How many were sent away, by reason. */
  public Map<Dropped, Long> dropped() {
    return counts.dropped();
  }

  /**
   * Takes a listener in.
   *
   * @return whether there is room for one more
   */
  public boolean join(Listener listener, From from) {
    if (stopping.get() || !counts.enter(limits.listeners())) {
      return false;
    }
    return put(new Errand.Joins(listener, from));
  }

  /** The client has gone. */
  public void leave(Listener listener) {
    listener.gone();
    put(new Errand.Leaves(listener));
  }

  @Override
  public void opened(Bookmark place) {
    put(new Errand.Opened(place));
  }

  @Override
  public void heard(List<Told> changes, List<State> states) {
    if (!changes.isEmpty() || !states.isEmpty() && counts.listeners() > 0) {
      put(new Errand.Heard(changes, states));
    }
  }

  @Override
  public void caughtUp() {
    put(new Errand.CaughtUp());
  }

  /** Waits for room: whoever brings more than is handed out is held up. */
  private boolean put(Errand errand) {
    try {
      while (!stopping.get()) {
        if (errands.offer(errand, 1, TimeUnit.SECONDS)) {
          return true;
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return false;
  }

  private void run() {
    long heartbeat = limits.heartbeat().toNanos();
    long next = System.nanoTime() + heartbeat;
    while (!stopping.get()) {
      try {
        var errand = errands.poll(Math.max(1, next - System.nanoTime()), TimeUnit.NANOSECONDS);
        if (errand != null) {
          fanOut.run(errand);
        }
        if (errands.isEmpty()) {
          fanOut.send();
        }
        if (System.nanoTime() - next >= 0) {
          fanOut.heartbeat();
          next = System.nanoTime() + heartbeat;
        }
      } catch (InterruptedException e) {
        break;
      } catch (RuntimeException e) {
        LOG.error("The live feed could not do one errand and goes on", e);
      }
    }
    fanOut.close();
  }

  /** Says good-bye to all who listen. */
  @Override
  public void close() {
    stopping.set(true);
    catchUp.close();
    thread.interrupt();
    try {
      thread.join(STOP_WITHIN_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
