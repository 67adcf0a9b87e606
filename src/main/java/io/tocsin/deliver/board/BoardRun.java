package io.tocsin.deliver.board;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.InterruptException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps a {@link Board} up to date by a thread of its own. */
public final class BoardRun implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(BoardRun.class);
  private static final Duration POLL = Duration.ofMillis(250);
  private static final long STOP_WITHIN_MILLIS = 2_000;
  private static final long FIRST_PAUSE_MILLIS = 500;
  private static final long LONGEST_PAUSE_MILLIS = 30_000;

  private final Board board;
  private final Supplier<Feed> feeds;
  private final Hearer hearer;
  private final Thread thread = new Thread(this::run, "tocsin-board");
  private final CountDownLatch stop = new CountDownLatch(1);
  private volatile String trouble;

  private BoardRun(Board board, Supplier<Feed> feeds, Hearer hearer) {
    this.board = board;
    this.feeds = feeds;
    this.hearer = hearer;
    thread.setDaemon(true);
  }

  /**
   * Begins; returns at once.
   *
   * @param feeds opens the two topics; asked again where it fails
   */
  public static BoardRun start(Board board, Supplier<Feed> feeds, Hearer hearer) {
    var run = new BoardRun(board, feeds, hearer);
    run.thread.start();
    return run;
  }

  /** Why the board does not move on; empty while it does. */
  public Optional<String> trouble() {
    return Optional.ofNullable(trouble);
  }

  private void run() {
    try (var feed = persistently(feeds)) {
      feed.cut().ifPresent(since -> board.history().startsAt(since.toEpochMilli()));
      hearer.opened(feed.bookmark());
      while (stop.getCount() > 0) {
        var entries = persistently(() -> feed.poll(POLL));
        var notes = persistently(() -> board.reader().read(entries));
        board.take(notes, hearer);
        if (!board.isReady() && persistently(feed::isCaughtUp)) {
          board.caughtUp();
          hearer.caughtUp();
        }
      }
    } catch (InterruptException | InterruptedException e) {
      // asked to end
      Thread.interrupted();
    } catch (RuntimeException e) {
      trouble = "it ended: " + e;
      LOG.error("The board ended", e);
    }
  }

  /** What fails is tried again, after pauses that grow: whoever reads the board can wait. */
  private <T> T persistently(Supplier<T> what) throws InterruptedException {
    long pause = FIRST_PAUSE_MILLIS;
    while (true) {
      try {
        var result = what.get();
        trouble = null;
        return result;
      } catch (InterruptException e) {
        throw e;
      } catch (RuntimeException e) {
        trouble =
            e.getMessage()
                + (e instanceof AuthorizationException
                    ? "; grant what is listed by: tocsin doctor --acls --role reader"
                    : "");
        LOG.warn("The board cannot go on, and tries again in {} ms: {}", pause, trouble);
        if (stop.await(pause, TimeUnit.MILLISECONDS)) {
          throw new InterruptedException("asked to end");
        }
        pause = Math.min(2 * pause, LONGEST_PAUSE_MILLIS);
      }
    }
  }

  @Override
  public void close() {
    stop.countDown();
    try {
      thread.join(STOP_WITHIN_MILLIS);
      // in the middle of something that waits for a broker
      thread.interrupt();
      thread.join(STOP_WITHIN_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
