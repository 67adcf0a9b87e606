package io.tocsin.broker;

import java.nio.file.Path;
import java.util.Properties;

/**
 * The settings of the single node: pure values, no I/O.
 *
 * @param logFolder where the node keeps its topics and its own metadata, nothing else
 * @param brokerPort the port clients connect to
 * @param controllerPort the port of the node's own quorum of one; may differ at every start
 */
record BrokerSettings(Path logFolder, int brokerPort, int controllerPort) {
  static final String HOST = "127.0.0.1";
  static final int NODE_ID = 1;
  static final String BROKER_LISTENER = "BROKER";
  static final String CONTROLLER_LISTENER = "CONTROLLER";

  /** A whole record batch, so that an article of several megabytes still fits. */
  static final int MAX_MESSAGE_BYTES = 6 * 1024 * 1024;

  private static final int KIB = 1024;
  private static final int MIB = 1024 * KIB;

  Properties toProperties() {
    var settings = new Properties();
    identity(settings);
    internalTopics(settings);
    size(settings);
    recovery(settings);
    groups(settings);
    return settings;
  }

  private void identity(Properties settings) {
    settings.setProperty("process.roles", "broker,controller");
    settings.setProperty("node.id", Integer.toString(NODE_ID));
    settings.setProperty(
        "listeners",
        "%s://%s:%d,%s://%s:%d"
            .formatted(
                BROKER_LISTENER, HOST, brokerPort, CONTROLLER_LISTENER, HOST, controllerPort));
    settings.setProperty(
        "listener.security.protocol.map",
        BROKER_LISTENER + ":PLAINTEXT," + CONTROLLER_LISTENER + ":PLAINTEXT");
    settings.setProperty("inter.broker.listener.name", BROKER_LISTENER);
    settings.setProperty("controller.listener.names", CONTROLLER_LISTENER);
    settings.setProperty(
        "controller.quorum.voters", "%d@%s:%d".formatted(NODE_ID, HOST, controllerPort));
    settings.setProperty("log.dirs", logFolder.toString());
    settings.setProperty("auto.create.topics.enable", "false");
    // a start that cannot finish must end in an error, not in silence
    set(settings, "server.max.startup.time.ms", 300_000);
  }

  private static void internalTopics(Properties settings) {
    for (var topic :
        new String[] {"offsets.topic", "transaction.state.log", "share.coordinator.state.topic"}) {
      set(settings, topic + ".replication.factor", 1);
      set(settings, topic + ".num.partitions", 1);
    }
    set(settings, "transaction.state.log.min.isr", 1);
    set(settings, "share.coordinator.state.topic.min.isr", 1);
    set(settings, "default.replication.factor", 1);
    set(settings, "min.insync.replicas", 1);
    // a laptop that was off for a month must still know how far it had read
    set(settings, "offsets.retention.minutes", 366 * 24 * 60);
  }

  private static void size(Properties settings) {
    set(settings, "num.network.threads", 2);
    set(settings, "num.io.threads", 4);
    set(settings, "background.threads", 2);
    set(settings, "group.coordinator.threads", 1);
    set(settings, "share.coordinator.threads", 1);
    set(settings, "log.cleaner.dedupe.buffer.size", 4 * MIB);
    set(settings, "log.cleaner.io.buffer.size", 64 * KIB);
    set(settings, "log.index.size.max.bytes", 512 * KIB);
    set(settings, "log.segment.bytes", 32 * MIB);
    set(settings, "offsets.topic.segment.bytes", 8 * MIB);
    set(settings, "transaction.state.log.segment.bytes", 8 * MIB);
    set(settings, "share.coordinator.state.topic.segment.bytes", 8 * MIB);
    set(settings, "message.max.bytes", MAX_MESSAGE_BYTES);
    set(settings, "replica.fetch.max.bytes", MAX_MESSAGE_BYTES);
    // the idle quorum otherwise writes two records a second into the metadata log for ever
    set(settings, "metadata.max.idle.interval.ms", 0);
  }

  /** How soon what a killed process left behind is over. */
  private static void recovery(Properties settings) {
    set(settings, "broker.session.timeout.ms", 2000);
    set(settings, "broker.heartbeat.interval.ms", 500);
    set(settings, "transaction.abort.timed.out.transaction.cleanup.interval.ms", 500);
  }

  private static void groups(Properties settings) {
    set(settings, "group.initial.rebalance.delay.ms", 0);
    set(settings, "group.min.session.timeout.ms", 1000);
    set(settings, "group.streams.initial.rebalance.delay.ms", 0);
    set(settings, "group.streams.min.session.timeout.ms", 2000);
    set(settings, "group.streams.session.timeout.ms", 6000);
    set(settings, "group.streams.min.heartbeat.interval.ms", 200);
    set(settings, "group.streams.heartbeat.interval.ms", 1500);
  }

  private static void set(Properties settings, String key, int value) {
    settings.setProperty(key, Integer.toString(value));
  }
}
