package io.tocsin.vitals;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.config.MeterFilter;
import io.micrometer.core.instrument.config.MeterFilterReply;
import java.util.Set;

/**
 * Of some 400 things that Kafka's clients measure, by node, partition and store, those that an
 * operator acts upon; and names that Prometheus' rules allow.
 */
public final class MetersWorthHaving implements MeterFilter {
  private static final String KAFKA = "kafka.";
  private static final String CPUS = "system.cpu.count";

  /** In nanoseconds; the usage says the same. */
  private static final String CPU_TIME = "process.cpu.time";

  private static final Set<String> STREAMS =
      Set.of(
          "stream.alive.stream.threads",
          "stream.failed.stream.threads",
          "stream.client.state",
          "stream.thread.process.ratio",
          "stream.thread.poll.ratio",
          "stream.thread.commit.ratio",
          "stream.thread.punctuate.ratio",
          "stream.thread.commit.total",
          "stream.thread.commit.latency.avg",
          "stream.thread.commit.latency.max",
          "stream.thread.process.total",
          "stream.thread.poll.records.avg",
          "stream.thread.task.created.rate",
          "stream.thread.task.closed.rate",
          "stream.task.process.total",
          "stream.task.dropped.records.total",
          "stream.processor.node.record.e2e.latency.avg",
          "stream.processor.node.record.e2e.latency.max",
          "stream.topic.bytes.consumed.total",
          "stream.topic.bytes.produced.total",
          "stream.state.updater.active.restoring.tasks",
          "stream.state.updater.standby.updating.tasks",
          "stream.state.updater.restore.records.rate");

  private static final Set<String> STORES =
      Set.of(
          "stream.state.estimate.num.keys",
          "stream.state.total.sst.files.size",
          "stream.state.size.all.mem.tables",
          "stream.state.estimate.table.readers.mem",
          "stream.state.block.cache.usage",
          "stream.state.block.cache.capacity",
          "stream.state.estimate.pending.compaction.bytes",
          "stream.state.num.running.compactions",
          "stream.state.mem.table.flush.pending",
          "stream.state.background.errors");

  private static final Set<String> CLIENTS =
      Set.of(
          "consumer.fetch.manager.records.lag",
          "consumer.fetch.manager.records.consumed.total",
          "consumer.fetch.manager.bytes.consumed.total",
          "consumer.fetch.manager.fetch.latency.avg",
          "consumer.fetch.manager.fetch.latency.max",
          "consumer.coordinator.assigned.partitions",
          "consumer.coordinator.rebalance.total",
          "consumer.coordinator.failed.rebalance.total",
          "consumer.coordinator.rebalance.latency.max",
          "consumer.coordinator.last.heartbeat.seconds.ago",
          "consumer.last.poll.seconds.ago",
          "consumer.failed.authentication.total",
          "producer.record.send.total",
          "producer.record.error.total",
          "producer.record.retry.total",
          "producer.outgoing.byte.total",
          "producer.request.latency.avg",
          "producer.request.latency.max",
          "producer.produce.throttle.time.max",
          "producer.buffer.available.bytes",
          "producer.failed.authentication.total",
          "admin.client.request.total",
          "admin.client.failed.authentication.total");

  private final String prefix;
  private final String underscored;

  /**
   * @param prefix of the topics' names
   */
  public MetersWorthHaving(String prefix) {
    this.prefix = prefix;
    this.underscored = prefix.replace('.', '_');
  }

  @Override
  public MeterFilterReply accept(Meter.Id id) {
    if (id.getName().equals(CPU_TIME)) {
      return MeterFilterReply.DENY;
    }
    if (!id.getName().startsWith(KAFKA)) {
      return MeterFilterReply.NEUTRAL;
    }
    var name = id.getName().substring(KAFKA.length());
    boolean known = STREAMS.contains(name) || STORES.contains(name) || CLIENTS.contains(name);
    return known && !isSink(id.getTag("processor.node.id")) && !isTwin(id.getTag("topic"))
        ? MeterFilterReply.NEUTRAL
        : MeterFilterReply.DENY;
  }

  /** To Prometheus only what belongs to a histogram may end in count. */
  @Override
  public Meter.Id map(Meter.Id id) {
    return id.getName().equals(CPUS) ? id.withName("system.cpus") : id;
  }

  /** What goes to a topic says nothing that the next step does not. */
  private static boolean isSink(String node) {
    return node != null && (node.startsWith("to-") || node.endsWith("-sink"));
  }

  /** Kafka's clients tell a topic with dots a second time, with underscores (KIP-1109). */
  private boolean isTwin(String topic) {
    return topic != null
        && (topic.startsWith(underscored + "_")
            || !underscored.equals(prefix) && topic.startsWith(underscored));
  }
}
