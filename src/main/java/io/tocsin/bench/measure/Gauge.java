package io.tocsin.bench.measure;

import io.tocsin.bench.contender.Contender;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;

/** Looks at how far a contender is, by the offsets it has committed. */
final class Gauge {
  /** Ends of transactions that may stand after the last record of a partition. */
  private static final long MARKERS = 8;

  private static final double NANOS = 1e9;

  private final Cluster cluster;
  private final String group;
  private final List<String> inputs;
  private final List<String> outputs;
  private final long pid;
  private final long brokerPid;
  private final Map<TopicPartition, Long> inputEnds;

  Gauge(Cluster cluster, Contender contender, String prefix, long pid, long brokerPid)
      throws InterruptedException {
    this.cluster = cluster;
    this.group = contender.application(prefix);
    this.inputs = Cluster.inputs(prefix);
    this.outputs = contender.outputs(prefix);
    this.pid = pid;
    this.brokerPid = brokerPid;
    this.inputEnds = cluster.ends(inputs);
  }

  Sample look() throws InterruptedException {
    var committed = cluster.committed(group);
    var watched = new ArrayList<>(outputs);
    var between = cluster.topics().stream().filter(this::isBetween).toList();
    watched.addAll(between);
    var ends = cluster.ends(watched);
    var read = new HashMap<String, Double>();
    var there = new HashMap<String, Double>();
    read.put(Sample.INPUT, sum(committed, inputs));
    there.put(Sample.INPUT, sum(inputEnds, inputs));
    boolean done =
        inputEnds.entrySet().stream().allMatch(e -> at(committed, e.getKey()) >= e.getValue());
    for (var topic : between) {
      read.put(topic, sum(committed, List.of(topic)));
      there.put(topic, sum(ends, List.of(topic)));
      done &= isThrough(topic, committed, ends);
    }
    return new Sample(
        System.nanoTime() / NANOS,
        read,
        there,
        total(committed) + total(ends),
        Usage.cpuSeconds(pid),
        Usage.cpuSeconds(brokerPid),
        done);
  }

  private static long total(Map<TopicPartition, Long> offsets) {
    return offsets.values().stream().mapToLong(Long::longValue).sum();
  }

  private boolean isBetween(String topic) {
    return topic.startsWith(group + "-") && topic.endsWith("-repartition");
  }

  private static boolean isThrough(
      String topic, Map<TopicPartition, Long> committed, Map<TopicPartition, Long> ends) {
    return ends.entrySet().stream()
        .filter(end -> end.getKey().topic().equals(topic))
        .allMatch(end -> end.getValue() - at(committed, end.getKey()) <= MARKERS);
  }

  private static long at(Map<TopicPartition, Long> offsets, TopicPartition partition) {
    return offsets.getOrDefault(partition, 0L);
  }

  private static double sum(Map<TopicPartition, Long> offsets, List<String> topics) {
    double sum = 0;
    for (var offset : offsets.entrySet()) {
      if (topics.contains(offset.getKey().topic())) {
        sum += offset.getValue();
      }
    }
    return sum;
  }
}
