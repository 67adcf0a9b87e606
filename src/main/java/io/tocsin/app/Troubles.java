package io.tocsin.app;

import io.tocsin.wire.RegistryUnavailable;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.common.errors.InvalidPidMappingException;
import org.apache.kafka.common.errors.InvalidProducerEpochException;
import org.apache.kafka.common.errors.InvalidTxnStateException;
import org.apache.kafka.common.errors.OutOfOrderSequenceException;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.errors.TransactionAbortableException;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What to do when a thread of the processor dies: where the outside world failed and may recover,
 * or files were damaged that can be made anew, another takes its place after a while; a bug ends
 * the run.
 */
final class Troubles implements StreamsUncaughtExceptionHandler {
  private static final Logger LOG = LoggerFactory.getLogger(Troubles.class);
  private static final Duration FIRST_BACKOFF = Duration.ofSeconds(1);
  private static final Duration LONGEST_BACKOFF = Duration.ofSeconds(30);

  private final CountDownLatch closing = new CountDownLatch(1);
  private final CompletableFuture<Throwable> fatal = new CompletableFuture<>();
  private int inARow;
  private String hindrance;

  @Override
  public StreamThreadExceptionResponse handle(Throwable trouble) {
    if (DamagedStore.discarded(trouble)) {
      pause(backoff(trouble));
      return StreamThreadExceptionResponse.REPLACE_THREAD;
    }
    if (isPassing(trouble)) {
      var backoff = backoff(trouble);
      LOG.warn(
          "a thread of the processor ended ({}); another starts in {} s",
          root(trouble).getMessage(),
          backoff.toSeconds());
      LOG.debug("where it ended", trouble);
      pause(backoff);
      return StreamThreadExceptionResponse.REPLACE_THREAD;
    }
    fatal.complete(trouble);
    return StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
  }

  /** Completes with what ended the processor for good. */
  CompletableFuture<Throwable> fatal() {
    return fatal;
  }

  /** All is well again. */
  synchronized void over() {
    inARow = 0;
    hindrance = null;
  }

  /** Why not all threads work, as a fragment; empty where they do. */
  synchronized Optional<String> hindrance() {
    return Optional.ofNullable(hindrance);
  }

  /** Nobody waits any longer. */
  void close() {
    closing.countDown();
  }

  static boolean isPassing(Throwable trouble) {
    for (var at = trouble; at != null; at = at.getCause()) {
      if (at instanceof RegistryUnavailable || at instanceof RetriableException || isAborted(at)) {
        return true;
      }
    }
    return false;
  }

  /**
   * Whether a transaction cannot go on, such as one that took longer than its timeout: nothing of
   * it counts, and the next thread takes up what it was at.
   */
  private static boolean isAborted(Throwable trouble) {
    return trouble instanceof InvalidTxnStateException
        || trouble instanceof TransactionAbortableException
        || trouble instanceof OutOfOrderSequenceException
        || trouble instanceof ProducerFencedException
        || trouble instanceof InvalidProducerEpochException
        || trouble instanceof InvalidPidMappingException;
  }

  static Throwable root(Throwable trouble) {
    var at = trouble;
    while (at.getCause() != null) {
      at = at.getCause();
    }
    return at;
  }

  private synchronized Duration backoff(Throwable trouble) {
    hindrance = "has lost a thread, and starts another: " + root(trouble).getMessage();
    var backoff = FIRST_BACKOFF.multipliedBy(1L << Math.min(inARow++, 5));
    return backoff.compareTo(LONGEST_BACKOFF) < 0 ? backoff : LONGEST_BACKOFF;
  }

  private void pause(Duration backoff) {
    try {
      closing.await(backoff.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
