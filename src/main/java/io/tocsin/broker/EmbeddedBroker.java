package io.tocsin.broker;

import io.tocsin.broker.BrokerUnavailable.Reason;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A real Kafka broker of one node in this JVM: loopback only, its topics durable in a folder that
 * it alone holds while it is open. Replication is one; a killed process loses nothing that was
 * acknowledged, a power cut may lose the last seconds.
 */
public final class EmbeddedBroker implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(EmbeddedBroker.class);
  private static final Duration STOP_WITHIN = Duration.ofSeconds(20);

  private final DataFolder folder;
  private final Listeners listeners;
  private final Faults faults;
  private final KafkaNode node;
  private final AtomicBoolean closed = new AtomicBoolean();

  private EmbeddedBroker(DataFolder folder, Listeners listeners, Faults faults, KafkaNode node) {
    this.folder = folder;
    this.listeners = listeners;
    this.faults = faults;
    this.node = node;
  }

  /** As {@link #start(Path, int, Consumer)}, for those who only want fatal faults logged. */
  public static EmbeddedBroker start(Path dataFolder, int port) {
    return start(dataFolder, port, fault -> {});
  }

  /**
   * Starts the broker and returns when it accepts records. After a kill this takes two seconds
   * longer than after a clean stop.
   *
   * @param dataFolder created where it is missing; what it holds is served again
   * @param port on the loopback address; 0 for any free one
   * @param onFatal told at most once, on a thread of its own, when the broker can serve no longer
   *     (its disk failed, say); it is given a {@link BrokerUnavailable}, and should close this
   * @throws BrokerUnavailable with a {@link Reason} and a message that says what to do
   */
  public static EmbeddedBroker start(Path dataFolder, int port, Consumer<Throwable> onFatal) {
    var folder = DataFolder.claim(dataFolder);
    Listeners listeners = null;
    try {
      listeners = Listeners.bind(port);
      folder.announce(
          new Running(ProcessHandle.current().pid(), BrokerSettings.HOST, listeners.brokerPort()));
      return start(folder, listeners, new Faults(folder.path(), onFatal));
    } catch (RuntimeException e) {
      giveBack(folder, listeners);
      throw e;
    }
  }

  private static EmbeddedBroker start(DataFolder folder, Listeners listeners, Faults faults) {
    var settings =
        new BrokerSettings(folder.logs(), listeners.brokerPort(), listeners.controllerPort());
    KafkaNode.guardExits(faults);
    KafkaNode node = null;
    try {
      node = KafkaNode.assemble(settings, listeners, faults);
      awaitStart(node, faults);
      faults.serving();
    } catch (Exception e) {
      faults.closing();
      if (node != null) {
        stop(node);
      }
      KafkaNode.releaseExits();
      if (e instanceof InterruptedException) {
        Thread.currentThread().interrupt();
      }
      throw Faults.explain(folder.path(), e);
    }
    return new EmbeddedBroker(folder, listeners, faults, node);
  }

  /**
   * A fault on one of the broker's own threads would leave its start waiting; so both are heard.
   */
  private static void awaitStart(KafkaNode node, Faults faults) throws Exception {
    var started = inBackground("tocsin-broker-start", node::start);
    try {
      CompletableFuture.anyOf(started, faults.first()).get();
    } catch (ExecutionException e) {
      throw e.getCause() instanceof Exception cause ? cause : e;
    }
  }

  /** What {@code bootstrap.servers} wants. */
  public String bootstrapServers() {
    return BrokerSettings.HOST + ":" + port();
  }

  public int port() {
    return listeners.brokerPort();
  }

  /** Stops the broker cleanly, in a second or so, and gives the folder back. */
  @Override
  public void close() {
    if (!closed.compareAndSet(false, true)) {
      return;
    }
    faults.closing();
    stop(node);
    KafkaNode.releaseExits();
    giveBack(folder, listeners);
  }

  /** A broker whose disk is gone may never stop; it is left to its daemon thread then. */
  private static void stop(KafkaNode node) {
    var stopped = inBackground("tocsin-broker-stop", node::stop);
    try {
      stopped.get(STOP_WITHIN.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException e) {
      LOG.warn("the embedded broker did not stop cleanly", e.getCause());
    } catch (TimeoutException e) {
      LOG.warn("the embedded broker did not stop within {} s", STOP_WITHIN.toSeconds());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      LOG.warn("interrupted while the embedded broker was stopping");
    }
  }

  private static void giveBack(DataFolder folder, Listeners listeners) {
    if (listeners != null) {
      listeners.close();
    }
    try {
      folder.close();
    } catch (IOException e) {
      LOG.warn("data folder {} was not given back cleanly", folder.path(), e);
    }
  }

  private interface Step {
    void run() throws Exception;
  }

  private static CompletableFuture<Void> inBackground(String name, Step step) {
    var done = new CompletableFuture<Void>();
    var thread =
        new Thread(
            () -> {
              try {
                step.run();
                done.complete(null);
              } catch (Throwable failure) {
                done.completeExceptionally(failure);
              }
            },
            name);
    thread.setDaemon(true);
    thread.start();
    return done;
  }
}
