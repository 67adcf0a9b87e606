package io.tocsin.app;

import io.tocsin.api.read.Flow;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.common.Metric;

/** What the metrics of Kafka Streams say of the way of records (KIP-613 for latency). */
final class FlowRead {
  private static final String CONSUMER = "consumer-fetch-manager-metrics";
  private static final String NODE = "stream-processor-node-metrics";

  private FlowRead() {}

  static Flow of(Collection<? extends Metric> metrics) {
    var lag = new HashMap<String, Long>();
    var means = new HashMap<String, Double>();
    var greatest = new HashMap<String, Double>();
    for (var metric : metrics) {
      if (!(metric.metricValue() instanceof Double value) || value.isNaN() || value < 0) {
        continue;
      }
      var name = metric.metricName();
      if (name.group().equals(CONSUMER) && name.name().equals("records-lag")) {
        lag.merge(name.tags().get("topic"), value.longValue(), Long::sum);
      } else if (name.group().equals(NODE)
          && name.name().startsWith("record-e2e-latency-")
          && isBeginning(name.tags().get("processor-node-id"))) {
        var into = name.name().endsWith("avg") ? means : greatest;
        if (!name.name().endsWith("min")) {
          // the slowest task counts: a mean over tasks would hide it
          into.merge(name.tags().get("processor-node-id"), value, Math::max);
        }
      }
    }
    lag.keySet().removeIf(topic -> isSpeltAnew(topic, lag.keySet()));
    return new Flow(lag, latency(means, greatest));
  }

  /**
   * What goes to a topic is stamped anew, so that only where records come in says how old they are.
   */
  private static boolean isBeginning(String step) {
    return !step.startsWith("to-") && !step.endsWith("-sink");
  }

  /** Kafka's clients tell a topic with dots a second time, with underscores (KIP-1109). */
  private static boolean isSpeltAnew(String topic, Set<String> all) {
    return all.stream().anyMatch(t -> !t.equals(topic) && t.replace('.', '_').equals(topic));
  }

  private static Map<String, Flow.Latency> latency(
      Map<String, Double> means, Map<String, Double> greatest) {
    var latency = new HashMap<String, Flow.Latency>();
    means.forEach(
        (step, mean) ->
            latency.put(step, new Flow.Latency(mean, greatest.getOrDefault(step, mean))));
    return latency;
  }
}
