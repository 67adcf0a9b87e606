package io.tocsin.app;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.DescribeClusterOptions;

/**
 * Whether a cluster answers: a consumer of a topic on which nothing comes looks the same with a
 * broker and without.
 */
final class Pulse implements AutoCloseable {
  private static final long BETWEEN_MILLIS = 1_000;
  private static final int PATIENCE_MILLIS = 3_000;
  private static final int LONGEST_PAUSE_MILLIS = 1_000;

  private final Admin admin;
  private final InstantSource clock;
  private final CountDownLatch closing = new CountDownLatch(1);
  private final Thread thread = new Thread(this::run, "tocsin-pulse");
  private volatile Instant lostSince;

  private Pulse(Admin admin, InstantSource clock) {
    this.admin = admin;
    this.clock = clock;
    thread.setDaemon(true);
  }

  /** Begins to ask; until the first question is not answered the cluster counts as there. */
  static Pulse start(Map<String, Object> client, InstantSource clock) {
    var settings = new HashMap<>(client);
    settings.putIfAbsent(AdminClientConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, LONGEST_PAUSE_MILLIS);
    var pulse = new Pulse(Admin.create(settings), clock);
    pulse.thread.start();
    return pulse;
  }

  /** Since when the cluster does not answer; empty while it does. */
  Optional<Instant> lostSince() {
    return Optional.ofNullable(lostSince);
  }

  private void run() {
    try {
      do {
        ask();
      } while (!closing.await(BETWEEN_MILLIS, TimeUnit.MILLISECONDS));
    } catch (InterruptedException e) {
      // asked to end
    }
  }

  private void ask() throws InterruptedException {
    var asked = clock.instant();
    try {
      admin.describeCluster(new DescribeClusterOptions().timeoutMs(PATIENCE_MILLIS)).nodes().get();
      lostSince = null;
    } catch (ExecutionException e) {
      // whatever the reason: who looks on hears nothing more
      lostSince = lostSince == null ? asked : lostSince;
    }
  }

  @Override
  public void close() {
    closing.countDown();
    admin.close(Duration.ZERO);
  }
}
