package io.tocsin.faults;

import static java.util.stream.Collectors.joining;
import static org.awaitility.Awaitility.await;

import io.tocsin.testing.ChildJvm;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.Uuid;

/**
 * Three brokers, each a child JVM that is a controller as well: replication 3, of which 2 must have
 * a record. Numbered from 1.
 */
final class Brokers implements AutoCloseable {
  static final int COUNT = 3;
  private static final Duration PATIENCE = Duration.ofMinutes(4);
  private static final Duration LOOK = Duration.ofMillis(250);

  /** Below those that the system gives to whoever connects to somewhere. */
  private static final int LOWEST_PORT = 12_000;

  private static final int HIGHEST_PORT = 30_000;

  private final Path folder;
  private final List<BrokerFile.Ports> ports = new ArrayList<>();
  private final List<Relay> relays = new ArrayList<>();
  private final ChildJvm[] nodes = new ChildJvm[COUNT];
  private final String clusterId = Uuid.randomUuid().toString();
  private Admin admin;

  private Brokers(Path folder) {
    this.folder = folder;
  }

  /** Starts them in a folder of their own; returns when all three serve. */
  static Brokers start(Path folder) throws IOException {
    var brokers = new Brokers(folder);
    try {
      for (int i = 0; i < COUNT; i++) {
        int relayed = freePort();
        var relay = Relay.to(relayed, freePort());
        brokers.relays.add(relay);
        brokers.ports.add(new BrokerFile.Ports(freePort(), relayed, freePort(), relay.port()));
      }
      for (int number = 1; number <= COUNT; number++) {
        BrokerFile.write(folder, brokers.logs(number), number, brokers.ports);
        brokers.launch(number);
      }
      brokers.awaitHealthy();
      return brokers;
    } catch (IOException | RuntimeException | Error e) {
      brokers.close();
      throw e;
    }
  }

  /** Bootstrap servers whose way is never cut. */
  String direct() {
    return bootstrap(ports.stream().map(BrokerFile.Ports::direct).toList());
  }

  /** Bootstrap servers whose way {@link #cut} cuts. */
  String relayed() {
    return bootstrap(ports.stream().map(BrokerFile.Ports::relay).toList());
  }

  private static String bootstrap(List<Integer> ports) {
    return ports.stream().map(port -> "127.0.0.1:" + port).collect(joining(","));
  }

  /** Where a broker keeps its logs and metadata. */
  Path logs(int number) {
    return folder.resolve("broker-" + number);
  }

  /** The way of all that came by {@link #relayed} is cut. */
  void cut() {
    relays.forEach(Relay::cut);
  }

  void mend() {
    relays.forEach(Relay::mend);
  }

  /** SIGKILL. */
  void kill(int number) {
    node(number).kill();
  }

  /** SIGTERM; returns when it has handed its partitions over and is gone. */
  void stop(int number) {
    node(number).terminate();
  }

  /** Starts one that is not there; returns when it serves, perhaps not in sync yet. */
  void start(int number) {
    launch(number);
    node(number).awaitLine("ready"::equals);
  }

  /** SIGSTOP: it holds its connections and answers nothing. */
  void pause(int number) {
    node(number).pause();
  }

  void resume(int number) {
    node(number).resume();
  }

  boolean isAlive(int number) {
    return node(number).isAlive();
  }

  private ChildJvm node(int number) {
    return nodes[number - 1];
  }

  private void launch(int number) {
    nodes[number - 1] =
        ChildJvm.of(BrokerNode.class)
            .flags("-Xmx256m")
            .args(folder.resolve("broker-" + number + ".properties"), clusterId)
            .start();
  }

  /** Starts those that are not there, and waits until every replica is in sync. */
  void heal() {
    mend();
    for (int number = 1; number <= COUNT; number++) {
      if (!isAlive(number)) {
        launch(number);
      }
      resume(number);
    }
    awaitHealthy();
  }

  /** Waits until all brokers serve and every replica of every topic is in sync. */
  void awaitHealthy() {
    for (var node : nodes) {
      node.awaitLine("ready"::equals);
    }
    await("all replicas in sync").atMost(PATIENCE).pollInterval(LOOK).until(this::isInSync);
  }

  private boolean isInSync() throws InterruptedException {
    try {
      var nodes = admin().describeCluster().nodes().get(5, TimeUnit.SECONDS);
      var names = admin().listTopics().names().get(5, TimeUnit.SECONDS);
      return nodes.size() == COUNT
          && admin()
              .describeTopics(names)
              .allTopicNames()
              .get(5, TimeUnit.SECONDS)
              .values()
              .stream()
              .flatMap(topic -> topic.partitions().stream())
              .allMatch(p -> p.leader() != null && p.isr().size() == p.replicas().size());
    } catch (ExecutionException | TimeoutException e) {
      return false;
    }
  }

  /** The number of the broker that leads a partition. */
  int leader(String topic, int partition) throws Exception {
    return admin()
        .describeTopics(List.of(topic))
        .allTopicNames()
        .get(30, TimeUnit.SECONDS)
        .get(topic)
        .partitions()
        .get(partition)
        .leader()
        .id();
  }

  /** An administrator of the cluster; closed with it. */
  synchronized Admin admin() {
    if (admin == null) {
      admin = Admin.create(Map.of("bootstrap.servers", direct()));
    }
    return admin;
  }

  @Override
  public void close() throws IOException {
    if (admin != null) {
      admin.close(Duration.ZERO);
    }
    IntStream.range(0, COUNT).filter(i -> nodes[i] != null).forEach(i -> nodes[i].close());
    for (var relay : relays) {
      relay.close();
    }
  }

  static int freePort() throws IOException {
    while (true) {
      int port = ThreadLocalRandom.current().nextInt(LOWEST_PORT, HIGHEST_PORT);
      try (var free = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
        return free.getLocalPort();
      } catch (IOException taken) {
        continue;
      }
    }
  }

  /** A folder for a cluster, below the build's own. */
  static Path folder() throws IOException {
    return Files.createTempDirectory("tocsin-faults-");
  }
}
