package io.tocsin.app;

import io.tocsin.broker.OrphanedTransactions;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.KafkaException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Ends what processors have left open that are gone, whenever the group shares out partitions anew:
 * those who take them over wait for it.
 */
final class OrphanGuard implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(OrphanGuard.class);
  private static final Duration TIMEOUT = Duration.ofSeconds(5);
  private static final long BETWEEN_MILLIS = 250;

  /** So often after each change of the group: for some ten seconds. */
  private static final int LOOKS = 40;

  private final Admin admin;
  private final String application;
  private final Semaphore changes = new Semaphore(0);
  private final Thread thread;
  private volatile boolean closing;

  /**
   * @param client properties that every client has in common
   * @param application the id of the application
   */
  OrphanGuard(Map<String, Object> client, String application) {
    this.admin = Admin.create(client);
    this.application = application;
    this.thread = new Thread(this::run, "tocsin-orphans");
    thread.setDaemon(true);
    thread.start();
  }

  /** The group shares out partitions anew, so somebody may be gone. */
  void groupChanged() {
    changes.release();
  }

  private void run() {
    try (admin) {
      var orphaned =
          new OrphanedTransactions(
              admin, application, client -> ProcessId.in(application, client), TIMEOUT);
      int looks = 0;
      while (!closing) {
        if (looks == 0) {
          changes.acquire();
          looks = LOOKS;
        } else if (changes.tryAcquire(BETWEEN_MILLIS, TimeUnit.MILLISECONDS)) {
          looks = LOOKS;
        }
        changes.drainPermits();
        if (!closing) {
          look(orphaned);
          looks--;
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void look(OrphanedTransactions orphaned) throws InterruptedException {
    try {
      for (var ended : orphaned.end()) {
        LOG.info("ended the transaction {} of a processor that is gone", ended);
      }
    } catch (ExecutionException | TimeoutException | KafkaException e) {
      LOG.debug("could not look for transactions of processors that are gone", e);
    }
  }

  @Override
  public void close() {
    closing = true;
    changes.release();
    try {
      thread.join(TIMEOUT.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
