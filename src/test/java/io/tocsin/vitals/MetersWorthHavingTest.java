package io.tocsin.vitals;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MetersWorthHavingTest {
  private static final String LAG = "kafka.consumer.fetch.manager.records.lag";
  private static final String AGE = "kafka.stream.processor.node.record.e2e.latency.max";

  private static boolean isKept(String prefix, String meter, String... tags) {
    var meters = new SimpleMeterRegistry();
    meters.config().meterFilter(new MetersWorthHaving(prefix));
    meters.gauge(meter, Tags.of(tags), 1);
    return !meters.getMeters().isEmpty();
  }

  @Test
  void shouldKeepEverythingOfOurs_andOfKafkaWhatIsActedUpon() {
    assertThat(isKept("tocsin", "tocsin.due.overdue")).isTrue();
    assertThat(isKept("tocsin", "jvm.memory.used")).isTrue();
    assertThat(isKept("tocsin", "kafka.stream.thread.commit.ratio")).isTrue();
    assertThat(isKept("tocsin", "kafka.consumer.io.wait.time.ns.avg")).isFalse();
    assertThat(isKept("tocsin", "kafka.stream.state.put.latency.avg")).isFalse();
  }

  @Test
  void shouldKeepATopicOnce_whereKafkaTellsItUnderTwoNames() {
    assertThat(isKept("tocsin", LAG, "topic", "tocsin.news")).isTrue();
    assertThat(isKept("tocsin", LAG, "topic", "tocsin_news")).isFalse();
    assertThat(isKept("tocsin", LAG, "topic", "tocsin-processor-evidence-repartition")).isTrue();
    assertThat(isKept("a_b", LAG, "topic", "a_b.news")).isTrue();
    assertThat(isKept("a_b", LAG, "topic", "a_b_news")).isFalse();
    assertThat(isKept("a.b", LAG, "topic", "a.b-processor-regions-repartition")).isTrue();
    assertThat(isKept("a.b", LAG, "topic", "a_b-processor-regions-repartition")).isFalse();
  }

  @Test
  void shouldKeepTheAgeOfRecordsWhereTheyComeIn_andNotWhereTheyGoOut() {
    assertThat(isKept("tocsin", AGE, "processor.node.id", "from-publishers")).isTrue();
    assertThat(isKept("tocsin", AGE, "processor.node.id", "to-alerts-of-subjects")).isFalse();
    assertThat(isKept("tocsin", AGE, "processor.node.id", "regions-repartition-sink")).isFalse();
  }

  @Test
  void shouldNameByPrometheusRules() {
    assertThat(isKept("tocsin", "process.cpu.time")).isFalse();
    var meters = new SimpleMeterRegistry();
    meters.config().meterFilter(new MetersWorthHaving("tocsin"));

    meters.gauge("system.cpu.count", 2);

    assertThat(meters.find("system.cpus").gauge()).isNotNull();
    assertThat(meters.find("system.cpu.count").gauge()).isNull();
  }

  @Test
  void shouldShowEachPart_asItIsNow() {
    var meters = new SimpleMeterRegistry();
    var hindrance = new String[] {"restores its state"};
    var readiness = new Readiness();
    readiness.needs("processor", () -> Optional.ofNullable(hindrance[0]));
    readiness.needs("board", Optional::empty);

    readiness.bindTo(meters);

    assertThat(meters.get("tocsin.ready").tag("part", "processor").gauge().value()).isZero();
    assertThat(meters.get("tocsin.ready").tag("part", "board").gauge().value()).isOne();
    hindrance[0] = null;
    assertThat(meters.get("tocsin.ready").tag("part", "processor").gauge().value()).isOne();
  }
}
