package io.tocsin.app;

import io.tocsin.broker.BrokerUnavailable;
import io.tocsin.broker.TopicReport;
import io.tocsin.broker.TopicSetup;
import java.time.Duration;
import java.util.List;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.KafkaException;

/** Creates the topics that are missing. */
final class TopicsRun {
  private static final Duration WITHIN = Duration.ofSeconds(30);

  private final Options options;
  private final String bootstrap;

  TopicsRun(Options options, String bootstrap) {
    this.options = options;
    this.bootstrap = bootstrap;
  }

  /**
   * Creates them, and says how each topic is.
   *
   * @throws Failure where Kafka cannot be used
   */
  List<Results.TopicState> states() {
    var report = run();
    return Wiring.plans(options).stream()
        .map(plan -> new Results.TopicState(plan.name(), state(plan.name(), report)))
        .toList();
  }

  private static String state(String topic, TopicReport report) {
    if (report.created().contains(topic)) {
      return "created";
    }
    var differences =
        report.differences().stream()
            .filter(difference -> difference.topic().equals(topic))
            .map(d -> "%s is %s, not %s".formatted(d.setting(), d.actual(), d.expected()))
            .toList();
    return differences.isEmpty() ? "as configured" : String.join("; ", differences);
  }

  /**
   * Creates them.
   *
   * @throws Failure where Kafka cannot be used
   */
  TopicReport run() {
    try (var admin = Admin.create(Wiring.client(options, bootstrap))) {
      return new TopicSetup(admin, WITHIN).ensure(Wiring.plans(options));
    } catch (BrokerUnavailable e) {
      if (e.reason() != BrokerUnavailable.Reason.MAY_NOT_CREATE) {
        throw e;
      }
      throw new Failure(
          e.getMessage(),
          "Have it created by who may, with: tocsin topics. That takes what is listed by:"
              + " tocsin doctor --acls --role operator");
    } catch (KafkaException e) {
      throw new Failure(
          "Kafka at %s cannot be used: %s".formatted(bootstrap, Troubles.root(e).getMessage()),
          "Correct kafka.bootstrap.servers and the kafka.* settings.",
          e);
    }
  }
}
