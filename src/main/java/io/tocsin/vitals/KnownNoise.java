package io.tocsin.vitals;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.filter.Filter;
import ch.qos.logback.core.spi.FilterReply;
import java.util.List;

/**
 * Keeps lines of Kafka off the terminal that look like trouble and are none. They stay in the log
 * file. Each is told by its logger and its words, so that real trouble of the same logger shows.
 */
public final class KnownNoise extends Filter<ILoggingEvent> {
  /** What is known, and why it is harmless. */
  private enum Line {
    /** Every start of a controller says so, at WARN. */
    ACTIVATION("org.apache.kafka.controller.QuorumController", "Performing controller activation"),
    /** A clean stop closes one client twice. */
    CLOSED_TWICE("org.apache.kafka.clients.NetworkClient", "already been closed"),
    /** The first batch of a transactional producer that the partition does not know: retried. */
    FIRST_BATCH("kafka.server.ReplicaManager", "no existing state", "Out of order sequence number"),
    /**
     * The same as its producer sees it, or the transaction before is still being closed: retried.
     */
    TRANSACTION_RETRIED(
        "org.apache.kafka.clients.producer.internals.Sender",
        "CONCURRENT_TRANSACTIONS",
        "OUT_OF_ORDER_SEQUENCE_NUMBER"),
    /** A machine with more to do than it can for a moment: heartbeats are repeated. */
    BUSY_MACHINE("org.apache.kafka.controller.ReplicationControlManager", "event queue overloaded"),
    BUSY_MACHINE_HEARTBEAT("org.apache.kafka.server.BrokerLifecycleManager", "REQUEST_TIMED_OUT"),
    /** The first record to a partition just created, or just moved: retried. */
    LEADER_MOVED(
        "org.apache.kafka.clients.producer.internals.Sender",
        "NOT_LEADER_OR_FOLLOWER",
        "NotLeaderOrFollowerException"),
    /** Topics inside the processor, a moment before it creates them at its first start. */
    NOT_YET_THERE("org.apache.kafka.clients.NetworkClient", "UNKNOWN_TOPIC_OR_PARTITION"),
    /** Where a topic ends was asked before its partitions are read. */
    ASKED_BEFORE_READ(
        "org.apache.kafka.clients.consumer.internals.OffsetFetcherUtils",
        "Not updating last stable offset"),
    /** Two clients ask for the broker's own topics at once; the first one creates them. */
    CREATED_TWICE("kafka.server.DefaultAutoTopicCreationManager", "TOPIC_ALREADY_EXISTS"),
    /** Said of a configuration that Streams makes for itself; ours enables it. */
    GLOBAL_HANDLER(
        "org.apache.kafka.streams.StreamsConfig",
        "Processing exception handler is not enabled for the GlobalThread"),
    /** A producer that may write nowhere aborts, as it closes, a transaction that it never had. */
    NOTHING_TO_ABORT(
        "org.apache.kafka.clients.producer.internals.Sender",
        "while aborting transaction when during closing"),
    /** A data folder below the folder for temporary files was chosen on purpose. */
    TEMPORARY_FOLDER(
        "org.apache.kafka.streams.processor.internals.StateDirectory",
        "Using an OS temp directory");

    private final String logger;
    private final List<String> words;

    Line(String logger, String... words) {
      this.logger = logger;
      this.words = List.of(words);
    }

    boolean matches(ILoggingEvent event) {
      return event.getLoggerName().equals(logger)
          && (contains(event.getFormattedMessage())
              || event.getThrowableProxy() != null
                  && contains(event.getThrowableProxy().getMessage()));
    }

    private boolean contains(String text) {
      return text != null && words.stream().anyMatch(text::contains);
    }
  }

  @Override
  public FilterReply decide(ILoggingEvent event) {
    for (var line : Line.values()) {
      if (line.matches(event)) {
        return FilterReply.DENY;
      }
    }
    return FilterReply.NEUTRAL;
  }
}
