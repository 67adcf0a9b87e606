package io.tocsin.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.api.read.Flow;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.Metric;
import org.apache.kafka.common.MetricName;
import org.junit.jupiter.api.Test;

class FlowReadTest {
  private record Given(MetricName metricName, Object metricValue) implements Metric {}

  private static Metric lag(String topic, String partition, Object value) {
    return new Given(
        new MetricName(
            "records-lag",
            "consumer-fetch-manager-metrics",
            "",
            Map.of("topic", topic, "partition", partition)),
        value);
  }

  private static Metric latency(String step, String task, String which, Object value) {
    return new Given(
        new MetricName(
            "record-e2e-latency-" + which,
            "stream-processor-node-metrics",
            "",
            Map.of("processor-node-id", step, "task-id", task)),
        value);
  }

  @Test
  void shouldAddUpWhatWaits_overPartitions() {
    var flow =
        FlowRead.of(
            List.of(
                lag("tocsin.news", "0", 3.0),
                lag("tocsin.news", "1", 4.0),
                lag("tocsin.controls", "0", 0.0),
                lag("tocsin_news", "0", 3.0),
                lag("tocsin.statements", "0", Double.NaN)));

    assertThat(flow.lag()).isEqualTo(Map.of("tocsin.news", 7L, "tocsin.controls", 0L));
  }

  @Test
  void shouldTellTheSlowestTask_ofEachStep() {
    var flow =
        FlowRead.of(
            List.of(
                latency("to-alerts", "1_0", "avg", 1.0),
                latency("evidence-sink", "0_0", "avg", 1.0),
                latency("evidence", "1_0", "avg", 20.0),
                latency("evidence", "1_0", "max", 90.0),
                latency("evidence", "1_0", "min", 5.0),
                latency("evidence", "1_1", "avg", 35.0),
                latency("evidence", "1_1", "max", 60.0),
                latency("levels", "1_0", "avg", Double.NaN)));

    assertThat(flow.latency()).isEqualTo(Map.of("evidence", new Flow.Latency(35, 90)));
  }

  @Test
  void shouldBeEmpty_whereNothingIsMeasured() {
    assertThat(FlowRead.of(List.of())).isEqualTo(Flow.NONE);
  }
}
