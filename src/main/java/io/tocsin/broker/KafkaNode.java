package io.tocsin.broker;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import kafka.server.BrokerServer;
import kafka.server.ControllerServer;
import kafka.server.FaultHandlerFactory;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import kafka.server.Server;
import kafka.server.SharedServer;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.metrics.Metrics;
import org.apache.kafka.common.utils.Exit;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.raft.QuorumConfig;
import org.apache.kafka.server.ServerSocketFactory;
import org.apache.kafka.server.common.Feature;
import org.apache.kafka.server.fault.FaultHandler;
import org.slf4j.LoggerFactory;

/**
 * A broker and its controller, put together from the server's own parts (KIP-500).
 *
 * <p>The server has a ready-made assembly, {@code KafkaRaftServer}. It ends the process on faults,
 * cannot take sockets that are bound already, and leaves no room for the wait in {@link
 * #awaitFormerSelfFenced}. These are internal classes of one exact Kafka version; no other class of
 * ours touches them.
 */
final class KafkaNode {
  private static final Duration CONTROLLED_SHUTDOWN = Duration.ofSeconds(3);
  private static final long FENCE_POLL_MILLIS = 20;
  private static final long FENCE_GRACE_MILLIS = 10_000;

  private final KafkaConfig config;
  private final Metrics metrics;
  private final ControllerServer controller;
  private final BrokerServer broker;

  private KafkaNode(
      KafkaConfig config, Metrics metrics, ControllerServer controller, BrokerServer broker) {
    this.config = config;
    this.metrics = metrics;
    this.controller = controller;
    this.broker = broker;
  }

  /** Formats the folder where it is new, and puts the parts together; starts nothing. */
  static KafkaNode assemble(BrokerSettings settings, Listeners listeners, Faults faults)
      throws Exception {
    var clusterId = format(settings.logFolder());
    var config = KafkaConfig.fromProps(settings.toProperties(), false);
    var loaded =
        KafkaRaftServer.initializeLogDirs(config, LoggerFactory.getLogger(KafkaNode.class), "");
    var metrics = Server.initializeMetrics(config, Time.SYSTEM, clusterId);
    var quorum = config.quorumConfig();
    var shared =
        new SharedServer(
            config,
            loaded._1(),
            Time.SYSTEM,
            metrics,
            CompletableFuture.completedFuture(QuorumConfig.parseVoterConnections(quorum.voters())),
            QuorumConfig.parseBootstrapServers(quorum.bootstrapServers()),
            faultHandlers(faults),
            sockets(listeners));
    var controller = new ControllerServer(shared, KafkaRaftServer.configSchema(), loaded._2());
    return new KafkaNode(config, metrics, controller, new BrokerServer(shared));
  }

  /** Returns when the broker serves its clients. */
  void start() throws InterruptedException {
    controller.startup();
    awaitFormerSelfFenced();
    broker.startup();
  }

  /**
   * Waits until the controller has declared our former incarnation dead.
   *
   * <p>After a kill the replayed metadata still says that this broker is alive and leads every
   * partition. Were it to start on that belief it would complete the transactions the killed one
   * left open, be fenced in the middle, find "no leader" for the markers and drop them: the
   * transaction is then over for its coordinator and open for ever in the partition, and no
   * read_committed reader gets past it. After a clean stop there is nothing to wait for.
   */
  private void awaitFormerSelfFenced() throws InterruptedException {
    var wait = Duration.ofMillis(config.brokerSessionTimeoutMs() + FENCE_GRACE_MILLIS);
    var end = System.nanoTime() + wait.toNanos();
    while (controller.metadataCache().hasAliveBroker(BrokerSettings.NODE_ID)) {
      if (System.nanoTime() - end > 0) {
        throw new IllegalStateException(
            "the controller still holds the former incarnation of this broker for alive after "
                + wait.toSeconds()
                + " s");
      }
      Thread.sleep(FENCE_POLL_MILLIS);
    }
  }

  /** Stops both, the broker first; what the other leaves undone does not keep one from stopping. */
  void stop() throws Exception {
    try (metrics) {
      try {
        broker.shutdown(CONTROLLED_SHUTDOWN);
      } finally {
        controller.shutdown();
      }
    }
  }

  private static String format(Path logFolder) throws Exception {
    var clusterId = Identity.read(logFolder).orElseGet(() -> Uuid.randomUuid().toString());
    var folder = logFolder.toString();
    try (var silence =
        new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8)) {
      new Formatter()
          .setPrintStream(silence)
          .setNodeId(BrokerSettings.NODE_ID)
          .setClusterId(clusterId)
          .setSupportedFeatures(Feature.PRODUCTION_FEATURES)
          .setDirectories(List.of(folder))
          .setMetadataLogDirectory(folder)
          .setControllerListenerName(BrokerSettings.CONTROLLER_LISTENER)
          .setIgnoreFormatted(true)
          .run();
    }
    return clusterId;
  }

  private static ServerSocketFactory sockets(Listeners listeners) {
    return (listener, address, backlog, receiveBuffer) -> listeners.take(listener);
  }

  private static FaultHandlerFactory faultHandlers(Faults faults) {
    return (name, fatal, action) ->
        (FaultHandler)
            (message, cause) -> {
              action.run();
              var where = name + ": " + message;
              return fatal ? faults.report(where, cause) : new RuntimeException(where, cause);
            };
  }

  /**
   * Has Kafka's own ways out of the process end in a report. They are one per JVM: the broker that
   * started last hears of them. The callers count on not coming back, hence the throw, which ends
   * the thread that met the fault.
   */
  static void guardExits(Faults faults) {
    Exit.Procedure report =
        (status, message) -> {
          var why = message == null ? "" : ": " + message;
          throw faults.report("Kafka asked to end the process, status " + status + why, null);
        };
    Exit.setExitProcedure(report);
    Exit.setHaltProcedure(report);
  }

  static void releaseExits() {
    Exit.resetExitProcedure();
    Exit.resetHaltProcedure();
  }
}
