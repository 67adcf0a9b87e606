package io.tocsin.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The server.properties of one of several brokers; what is not here is as Kafka ships it. */
final class BrokerFile {
  static final String CONTROLLER = "CONTROLLER";
  private static final String DIRECT = "DIRECT";
  private static final String RELAYED = "RELAYED";

  private BrokerFile() {}

  /**
   * Where a broker listens.
   *
   * @param direct for its fellows, and for clients that no cut is to reach
   * @param relayed for clients that come through a relay
   * @param relay where that relay listens
   */
  record Ports(int direct, int relayed, int controller, int relay) {}

  /** Writes it for the broker of this number, from 1. */
  static Path write(Path folder, Path logs, int number, List<Ports> all) throws IOException {
    var ports = all.get(number - 1);
    var settings = new Properties();
    settings.setProperty("process.roles", "broker,controller");
    settings.setProperty("node.id", Integer.toString(number));
    settings.setProperty(
        "listeners",
        String.join(
            ",",
            at(DIRECT, ports.direct()),
            at(RELAYED, ports.relayed()),
            at(CONTROLLER, ports.controller())));
    settings.setProperty(
        "advertised.listeners", at(DIRECT, ports.direct()) + "," + at(RELAYED, ports.relay()));
    settings.setProperty(
        "listener.security.protocol.map",
        "DIRECT:PLAINTEXT,RELAYED:PLAINTEXT,CONTROLLER:PLAINTEXT");
    settings.setProperty("inter.broker.listener.name", DIRECT);
    settings.setProperty("controller.listener.names", CONTROLLER);
    settings.setProperty(
        "controller.quorum.voters",
        IntStream.rangeClosed(1, all.size())
            .mapToObj(n -> n + "@127.0.0.1:" + all.get(n - 1).controller())
            .collect(Collectors.joining(",")));
    settings.setProperty("log.dirs", logs.toString());
    settings.setProperty("auto.create.topics.enable", "false");
    replicas(settings, Math.min(3, all.size()));
    small(settings);
    var file = folder.resolve("broker-" + number + ".properties");
    try (var out = Files.newBufferedWriter(file)) {
      settings.store(out, null);
    }
    return file;
  }

  private static void replicas(Properties settings, int replicas) {
    var enough = Integer.toString(Math.max(1, replicas - 1));
    for (var topic : List.of("offsets.topic", "transaction.state.log")) {
      settings.setProperty(topic + ".replication.factor", Integer.toString(replicas));
      settings.setProperty(topic + ".num.partitions", "4");
    }
    settings.setProperty("transaction.state.log.min.isr", enough);
    settings.setProperty("default.replication.factor", Integer.toString(replicas));
    settings.setProperty("min.insync.replicas", enough);
  }

  private static void small(Properties settings) {
    settings.setProperty("num.network.threads", "2");
    settings.setProperty("num.io.threads", "4");
    settings.setProperty("message.max.bytes", Integer.toString(6 * 1024 * 1024));
    settings.setProperty("log.cleaner.dedupe.buffer.size", Integer.toString(4 * 1024 * 1024));
    settings.setProperty("log.index.size.max.bytes", Integer.toString(512 * 1024));
    settings.setProperty("group.initial.rebalance.delay.ms", "0");
    // of a machine that has other work: a controller that had no turn for two seconds is not gone
    settings.setProperty("controller.quorum.fetch.timeout.ms", "5000");
    settings.setProperty("controller.quorum.election.timeout.ms", "2000");
  }

  private static String at(String listener, int port) {
    return "%s://127.0.0.1:%d".formatted(listener, port);
  }
}
