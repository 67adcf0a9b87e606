package io.tocsin.broker;

import io.tocsin.vitals.Finding;
import io.tocsin.vitals.MachineChecks;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.DescribeClusterResult;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.errors.AuthorizationException;

/** Checks of a broker, ours or another's; none writes anything. */
public final class BrokerChecks {
  private static final String BROKER = "Kafka";
  private static final String TOPICS = "topics";

  private final Map<String, Object> client;
  private final Duration timeout;

  /**
   * @param client properties of Kafka's clients, {@code bootstrap.servers} among them
   * @param timeout for each question
   */
  public BrokerChecks(Map<String, ?> client, Duration timeout) {
    this.client = new TreeMap<>(client);
    this.client.putIfAbsent("default.api.timeout.ms", (int) timeout.toMillis());
    this.client.putIfAbsent(
        "request.timeout.ms", (int) Math.min(timeout.toMillis(), Integer.MAX_VALUE));
    this.timeout = timeout;
  }

  /** Whether the port is free, or held by the broker of this very data folder. */
  public static Finding port(Path dataFolder, int port) {
    var ours = Running.in(dataFolder).filter(running -> running.port() == port);
    return ours.map(running -> Finding.ok("Kafka port", port + " is ours: " + running))
        .orElseGet(() -> MachineChecks.port("Kafka port", port));
  }

  /** Whether a broker answers, and which. */
  public Finding reachable() {
    try (var admin = Admin.create(client)) {
      var cluster = admin.describeCluster();
      var detail =
          "cluster %s of %d at %s, %s"
              .formatted(
                  get(cluster.clusterId()),
                  get(cluster.nodes()).size(),
                  client.get("bootstrap.servers"),
                  version(admin));
      return Finding.ok(BROKER, detail + controller(cluster));
    } catch (KafkaException | ExecutionException | TimeoutException e) {
      return Finding.fail(
          BROKER,
          "no broker answers at %s (%s)".formatted(client.get("bootstrap.servers"), text(e)),
          "start it, or correct bootstrap.servers and the security settings of the client");
    } catch (InterruptedException e) {
      return interrupted(BROKER);
    }
  }

  /** Brokers do not tell their release; the metadata version tells it well enough. */
  private String version(Admin admin)
      throws ExecutionException, TimeoutException, InterruptedException {
    var features = get(admin.describeFeatures().featureMetadata()).finalizedFeatures();
    var metadata = features.get("metadata.version");
    return metadata == null
        ? "no metadata.version (older than KRaft)"
        : "metadata.version " + metadata.maxVersionLevel();
  }

  private String controller(DescribeClusterResult cluster)
      throws ExecutionException, TimeoutException, InterruptedException {
    var node = get(cluster.controller());
    return node == null ? ", no controller" : "";
  }

  /** Whether the topics are there, and as planned. */
  public Finding topics(Collection<TopicPlan> plans) {
    try (var admin = Admin.create(client)) {
      var report = new TopicSetup(admin, timeout).inspect(plans);
      if (!report.differences().isEmpty()) {
        return Finding.warn(
            TOPICS,
            String.join("; ", report.differences().stream().map(Object::toString).toList()),
            "alter them with Kafka's own tools if the difference is not meant; they are left as they are");
      }
      return report.missing().isEmpty()
          ? Finding.ok(TOPICS, "all %d as planned".formatted(plans.size()))
          : Finding.warn(
              TOPICS,
              "missing: " + String.join(", ", report.missing()),
              "they are created at the next start");
    } catch (KafkaException | BrokerUnavailable e) {
      return Finding.fail(TOPICS, text(e), advice(e, "see what is said about Kafka"));
    }
  }

  private <T> T get(KafkaFuture<T> answer)
      throws ExecutionException, TimeoutException, InterruptedException {
    return answer.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** What to do where a right may be missing. */
  static String advice(Throwable trouble, String otherwise) {
    for (var at = trouble; at != null; at = at.getCause()) {
      if (at instanceof AuthorizationException) {
        return "grant what is listed by: tocsin doctor --acls --role operator";
      }
    }
    return otherwise;
  }

  private static String text(Exception e) {
    return Faults.chain(e instanceof ExecutionException ? e.getCause() : e);
  }

  static Finding interrupted(String what) {
    Thread.currentThread().interrupt();
    return Finding.warn(what, "interrupted while asking", "ask again");
  }
}
