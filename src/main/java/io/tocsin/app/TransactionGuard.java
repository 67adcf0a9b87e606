package io.tocsin.app;

import io.tocsin.broker.HangingTransactions;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.AuthorizationException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks after transactions that a killed process may have left open in our topics, from the start
 * on until none is open that was there before; meanwhile readers, and the restore of state, wait.
 */
final class TransactionGuard implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(TransactionGuard.class);
  private static final Duration BETWEEN = Duration.ofSeconds(1);
  private static final Duration TIMEOUT = Duration.ofSeconds(5);
  private static final Duration SLACK = Duration.ofSeconds(3);

  private final Admin admin;
  private final String prefix;
  private final Duration patience;
  private final InstantSource clock;
  private final CountDownLatch closing = new CountDownLatch(1);
  private final Thread thread;
  private boolean saidForbidden;

  /**
   * @param client properties that every client has in common
   * @param prefix of the topics that are ours
   * @param transactionTimeout the longest that any of our producers has
   */
  TransactionGuard(
      Map<String, Object> client, String prefix, Duration transactionTimeout, InstantSource clock) {
    this.admin = Admin.create(client);
    this.prefix = prefix;
    this.patience = transactionTimeout.plus(SLACK);
    this.clock = clock;
    this.thread = new Thread(this::run, "tocsin-transactions");
    thread.setDaemon(true);
    thread.start();
  }

  private void run() {
    try (admin) {
      var hanging = new HangingTransactions(admin, clock, patience, TIMEOUT);
      // what was left behind shows within the patience; later ones are looked after by their owner
      var end = clock.instant().plus(patience.multipliedBy(3));
      do {
        look(hanging);
      } while (clock.instant().isBefore(end)
          && !closing.await(BETWEEN.toMillis(), TimeUnit.MILLISECONDS));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void look(HangingTransactions hanging) throws InterruptedException {
    try {
      for (var aborted : hanging.look(partitions()).aborted()) {
        LOG.warn("ended a transaction that a process had left open in {}", aborted.partition());
      }
    } catch (ExecutionException e) {
      if (e.getCause() instanceof AuthorizationException) {
        forbidden(e.getCause());
      } else {
        LOG.debug("could not look for open transactions", e);
      }
    } catch (TimeoutException | KafkaException e) {
      LOG.debug("could not look for open transactions", e);
    }
  }

  /**
   * To end another's transaction takes the right to alter the cluster, which nobody should have.
   */
  private void forbidden(Throwable why) {
    if (!saidForbidden) {
      saidForbidden = true;
      LOG.warn(
          "a transaction that a process left open holds up readers, and this user may not end it"
              + " ({}): its administrator may, with kafka-transactions.sh",
          why.getMessage());
    }
  }

  private List<TopicPartition> partitions()
      throws ExecutionException, TimeoutException, InterruptedException {
    var names =
        admin.listTopics().names().get(TIMEOUT.toMillis(), TimeUnit.MILLISECONDS).stream()
            .filter(name -> name.startsWith(prefix))
            .toList();
    var found = new ArrayList<TopicPartition>();
    admin
        .describeTopics(names)
        .allTopicNames()
        .get(TIMEOUT.toMillis(), TimeUnit.MILLISECONDS)
        .forEach(
            (name, topic) ->
                topic
                    .partitions()
                    .forEach(p -> found.add(new TopicPartition(name, p.partition()))));
    return found;
  }

  @Override
  public void close() {
    closing.countDown();
    try {
      thread.join(TIMEOUT.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
