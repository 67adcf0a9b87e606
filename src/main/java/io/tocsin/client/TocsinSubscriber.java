package io.tocsin.client;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.consumer.CommitFailedException;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.errors.WakeupException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Changes as they come, on a thread of its own. Only committed ones, so each is there once; while
 * brokers are away it waits and goes on where it was.
 */
public final class TocsinSubscriber implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(TocsinSubscriber.class);
  private static final Duration POLL = Duration.ofMillis(250);
  private static final long STOP_WITHIN_SECONDS = 10;

  private final ChangeReader reader;
  private final ChangeHandler handler;
  private final CompletableFuture<Void> ended = new CompletableFuture<>();
  private final Thread thread = new Thread(this::run, "tocsin-subscriber");
  private volatile boolean closing;

  private TocsinSubscriber(ChangeReader reader, ChangeHandler handler) {
    this.reader = reader;
    this.handler = handler;
    thread.setDaemon(true);
  }

  /**
   * Begins to hand on changes; where it begins is settled when this returns.
   *
   * @throws KafkaUnavailable where no broker answers, or the topic is not there
   */
  public static TocsinSubscriber start(Connection connection, Start start, ChangeHandler handler) {
    var subscriber = new TocsinSubscriber(new ChangeReader(connection, start), handler);
    subscriber.thread.start();
    return subscriber;
  }

  /**
   * Completes when it is closed; exceptionally when the handler threw, or Kafka refuses to go on:
   * no change is handed on any more then.
   */
  public CompletableFuture<Void> ended() {
    return ended.copy();
  }

  /**
   * Ends it: the handler's call that is under way is waited for, ten seconds at most, and none
   * follows it. May be called by the handler, where it does not wait.
   */
  @Override
  public void close() {
    closing = true;
    reader.stop();
    if (Thread.currentThread() == thread) {
      return;
    }
    try {
      ended.get(STOP_WITHIN_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException e) {
      // told by ended()
    } catch (TimeoutException e) {
      LOG.warn("the handler of changes does not come to an end");
    }
  }

  private void run() {
    try (reader) {
      while (!closing) {
        poll();
      }
    } catch (Throwable e) {
      LOG.debug("the subscriber ended", e);
      ended.completeExceptionally(e);
    } finally {
      ended.complete(null);
    }
  }

  private void poll() {
    try {
      reader.poll(POLL, handler);
    } catch (WakeupException e) {
      // closing is looked at next
    } catch (RetriableException | CommitFailedException e) {
      LOG.debug("tried again; with a group, changes may come twice", e);
    }
  }
}
