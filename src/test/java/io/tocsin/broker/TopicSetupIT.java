package io.tocsin.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.tocsin.broker.TopicReport.Difference;
import io.tocsin.vitals.Finding;
import io.tocsin.vitals.Finding.Status;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TopicSetupIT {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final int MANY_PARTITIONS = 64;
  private static final int RECORDS = 5_000;
  private static final short DEFAULT = TopicPlan.BROKER_DEFAULT;

  @TempDir static Path folder;
  private static EmbeddedBroker broker;
  private static Admin admin;

  @BeforeAll
  static void start() {
    broker = EmbeddedBroker.start(folder, 0);
    admin = new PlainClients(broker.bootstrapServers()).admin();
  }

  @AfterAll
  static void stop() {
    admin.close();
    broker.close();
  }

  @Test
  void shouldCreateWhatIsMissing_andFindItAsPlannedAfterwards() {
    var setup = new TopicSetup(admin, PATIENCE);
    var plans =
        List.of(
            new TopicPlan("a.news", 8, DEFAULT, Map.of("retention.ms", "604800000")),
            new TopicPlan(
                "a.levels",
                2,
                (short) 1,
                Map.of("cleanup.policy", "compact", "max.message.bytes", "5242880")));

    assertThat(setup.inspect(plans).missing()).containsExactly("a.news", "a.levels");
    var first = setup.ensure(plans);
    var second = setup.ensure(plans);

    assertThat(first.created()).containsExactly("a.news", "a.levels");
    assertThat(first.asPlanned()).isTrue();
    assertThat(second).isEqualTo(new TopicReport(List.of(), List.of(), List.of()));
  }

  /**
   * Kafka takes the second of two batches that are under way, refuses the first for ever:
   * KAFKA-15591.
   */
  @RepeatedTest(3)
  void shouldTakeAllThatIsPublishedAtOnce_whenItHasCreatedATopic(RepetitionInfo round) {
    var topic = "at-once-" + round.getCurrentRepetition();
    new TopicSetup(admin, PATIENCE)
        .ensure(List.of(new TopicPlan(topic, MANY_PARTITIONS, DEFAULT, Map.of())));

    var taken = new AtomicInteger();
    var producer =
        new PlainClients(broker.bootstrapServers())
            .producer(Map.of("linger.ms", 0, "batch.size", 2_000));
    try {
      for (int i = 0; i < RECORDS; i++) {
        var record =
            new ProducerRecord<byte[], byte[]>(topic, i % MANY_PARTITIONS, null, new byte[400]);
        producer.send(record, (at, failure) -> taken.addAndGet(failure == null ? 1 : 0));
      }

      await().atMost(PATIENCE).untilAsserted(() -> assertThat(taken).hasValue(RECORDS));
    } finally {
      // what is refused for ever is not worth waiting for
      producer.close(Duration.ZERO);
    }
  }

  @Test
  void shouldNameEveryDifference_andAlterNone() {
    var setup = new TopicSetup(admin, PATIENCE);
    var there =
        new TopicPlan(
            "b.alerts", 2, DEFAULT, Map.of("retention.ms", "1000", "cleanup.policy", "delete"));
    setup.ensure(List.of(there));
    var wanted =
        new TopicPlan(
            "b.alerts",
            8,
            (short) 3,
            Map.of(
                "retention.ms",
                "2000",
                "cleanup.policy",
                "compact,delete",
                "max.message.bytes",
                "10"));

    var report = setup.ensure(List.of(wanted));

    assertThat(report.created()).isEmpty();
    assertThat(report.differences())
        .containsExactly(
            new Difference("b.alerts", "partitions", "8", "2"),
            new Difference("b.alerts", "replication", "3", "1"),
            new Difference("b.alerts", "cleanup.policy", "compact,delete", "delete"),
            new Difference("b.alerts", "max.message.bytes", "10", "6291456"),
            new Difference("b.alerts", "retention.ms", "2000", "1000"));
    assertThat(setup.inspect(List.of(there)).asPlanned()).isTrue();
  }

  @Test
  void shouldReadAListOfPoliciesInAnyOrder() {
    var setup = new TopicSetup(admin, PATIENCE);
    setup.ensure(
        List.of(new TopicPlan("c", 1, DEFAULT, Map.of("cleanup.policy", "compact,delete"))));

    var report =
        setup.inspect(
            List.of(new TopicPlan("c", 1, DEFAULT, Map.of("cleanup.policy", "delete, compact"))));

    assertThat(report.asPlanned()).isTrue();
  }

  @Test
  void shouldNameTheTopic_whenTheClusterRefusesIt() {
    var setup = new TopicSetup(admin, PATIENCE);

    assertThatThrownBy(() -> setup.ensure(List.of(new TopicPlan("d", 1, (short) 3, Map.of()))))
        .isInstanceOf(BrokerUnavailable.class)
        .hasMessageContaining("cannot create topic d")
        .hasMessageContaining("InvalidReplicationFactor");
    assertThatThrownBy(
            () -> setup.ensure(List.of(new TopicPlan("e", 1, DEFAULT, Map.of("no.such", "1")))))
        .isInstanceOf(BrokerUnavailable.class)
        .hasMessageContaining("cannot create topic e")
        .hasMessageContaining("no.such");
  }

  @Test
  void shouldFindTheBrokerAndItsTopics() {
    var checks = new BrokerChecks(Map.of("bootstrap.servers", broker.bootstrapServers()), PATIENCE);
    var plan = new TopicPlan("f", 1, DEFAULT, Map.of());

    assertThat(checks.reachable())
        .satisfies(finding -> assertThat(finding.status()).isEqualTo(Status.OK))
        .extracting(Finding::detail)
        .asString()
        .contains(broker.bootstrapServers(), "metadata.version ");
    assertThat(checks.topics(List.of(plan)).detail()).isEqualTo("missing: f");
    new TopicSetup(admin, PATIENCE).ensure(List.of(plan));
    assertThat(checks.topics(List.of(plan)).status()).isEqualTo(Status.OK);
    assertThat(checks.topics(List.of(new TopicPlan("f", 4, DEFAULT, Map.of()))))
        .satisfies(finding -> assertThat(finding.status()).isEqualTo(Status.WARN))
        .extracting(Finding::detail)
        .isEqualTo("topic f: partitions is 1, expected 4");
  }

  @Test
  void shouldKnowItsOwnPortFromATakenOne() {
    assertThat(BrokerChecks.port(folder, broker.port()))
        .satisfies(finding -> assertThat(finding.status()).isEqualTo(Status.OK))
        .extracting(Finding::detail)
        .asString()
        .contains("is ours", "process " + ProcessHandle.current().pid());
    assertThat(BrokerChecks.port(folder.resolve("other"), broker.port()).status())
        .isEqualTo(Status.FAIL);
  }

  @Test
  void shouldMeasureTheBrokersClock_andLeaveNoTopicBehind() throws Exception {
    var client = Map.of("bootstrap.servers", broker.bootstrapServers());
    var right = InstantSource.system();
    var late = InstantSource.offset(right, Duration.ofMinutes(-5));

    assertThat(new ClockCheck(client, right, PATIENCE).look("g.").status()).isEqualTo(Status.OK);
    assertThat(new ClockCheck(client, late, PATIENCE).look("g."))
        .satisfies(finding -> assertThat(finding.status()).isEqualTo(Status.WARN))
        .extracting(Finding::detail)
        .asString()
        .contains("ahead of ours by 2", "ms");
    assertThat(admin.listTopics().names().get()).noneMatch(name -> name.startsWith("g."));
  }
}
