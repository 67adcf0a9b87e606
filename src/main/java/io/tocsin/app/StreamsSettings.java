package io.tocsin.app;

import io.tocsin.broker.TopicPlan;
import io.tocsin.wire.Topics;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;

/**
 * What Kafka Streams is run with. Nothing else sets any of it.
 *
 * @param bootstrap of the cluster
 * @param member where given, the process is a static member of its group (KIP-345) under this id
 */
record StreamsSettings(Options options, String bootstrap, Optional<String> member) {
  /** What must be as it is for results to be right, or for the process to be found by others. */
  private static final Set<String> OWNED =
      Set.of(
          "client.id",
          "group.protocol",
          "ensure.explicit.internal.resource.naming",
          "processing.exception.handler",
          "processing.exception.handler.global.enabled",
          "consumer.isolation.level",
          "main.consumer.isolation.level");

  private static final Duration STATIC_SESSION = Duration.ofSeconds(10);

  /** The shortest that brokers allow unless they are told otherwise. */
  private static final Duration SESSION = Duration.ofSeconds(6);

  /** Those who are left hear with their next one that somebody is gone. */
  private static final Duration HEARTBEAT = Duration.ofMillis(300);

  /** Long enough for the work of a policy over a partition of many subjects. */
  private static final Duration TRANSACTION = Duration.ofMinutes(2);

  /** Where nobody knows whose a transaction is, so that only its time ends it. */
  private static final Duration UNNAMED_TRANSACTION = Duration.ofSeconds(5);

  private static final Duration STATIC_UNNAMED_TRANSACTION = Duration.ofSeconds(10);

  /** How soon a processor that has caught up gets what it is to have: the least that there is. */
  private static final Duration PROBING = Duration.ofSeconds(60);

  /** What the topology depends on, and all else but who runs it. */
  Properties properties() {
    var given = options.processing().streams().values();
    refuseOwned(given.keySet());
    var properties = new Properties();
    identity(properties);
    results(properties);
    sizes(properties);
    failover(properties);
    properties.putAll(Wiring.client(options, bootstrap));
    properties.putAll(given);
    return properties;
  }

  /**
   * The same for a process that is going to run: with a name of its own.
   *
   * @throws Failure where the data folder cannot be written
   */
  Properties ofAProcess() {
    var properties = properties();
    var application = Wiring.application(options);
    // a replay reads there which clock the processor goes by, and others whose transactions are its
    properties.put(
        "client.id",
        ProcessorClock.clientId(
            application, options.processing().clock(), processName(application)));
    return properties;
  }

  /** How long a transaction may take; it is over before where its process is known to be gone. */
  Duration transactionTimeout() {
    var least = options.processing().commitInterval().multipliedBy(3);
    var unnamed = member.isPresent() ? STATIC_UNNAMED_TRANSACTION : UNNAMED_TRANSACTION;
    var usual = namesItsTransactions() ? TRANSACTION : unnamed;
    return usual.compareTo(least) > 0 ? usual : least;
  }

  /** Whether the group can tell whose a transaction is: an id is kept with state on disk alone. */
  boolean namesItsTransactions() {
    return options.processing().stores() == Options.Stores.ROCKSDB
        && options.processing().guarantee() == Options.Guarantee.EXACTLY_ONCE;
  }

  private void identity(Properties properties) {
    properties.put("application.id", Wiring.application(options));
    properties.put("state.dir", stateFolder(options).toString());
    properties.put("num.stream.threads", options.processing().threads());
    properties.put("replication.factor", (int) options.topics().replication());
    if (options.topics().replication() == TopicPlan.BROKER_DEFAULT) {
      properties.put("replication.factor", -1);
    }
  }

  private String processName(String application) {
    return options.processing().stores() == Options.Stores.ROCKSDB
        ? ProcessId.of(stateFolder(options), application)
        : member.orElseGet(() -> Long.toString(ProcessHandle.current().pid()));
  }

  static Path stateFolder(Options options) {
    return options.data().resolve("state");
  }

  private void results(Properties properties) {
    boolean exactly = options.processing().guarantee() == Options.Guarantee.EXACTLY_ONCE;
    properties.put("processing.guarantee", exactly ? "exactly_once_v2" : "at_least_once");
    properties.put("commit.interval.ms", options.processing().commitInterval().toMillis());
    // a commit sends all that waits, and nobody sees anything before; without one, each hop waits
    properties.put("producer.linger.ms", exactly ? 100 : 5);
    // a bundle that waits for others is sent after the next poll
    properties.put("poll.ms", 5);
    // history is taken in the order of its times, or what is ahead makes the rest too late to
    // count;
    // live, nothing is ahead, and waiting costs a line of log for each record, written or not
    boolean isHistory = options.processing().clock() == Options.ClockMode.STREAM;
    properties.put("max.task.idle.ms", isHistory ? 0L : -1L);
    properties.put("ensure.explicit.internal.resource.naming", true);
    properties.put("processing.exception.handler.global.enabled", true);
  }

  private static void sizes(Properties properties) {
    properties.put("producer.batch.size", 256 * 1024);
    properties.put("max.poll.records", 2_000);
    properties.put("buffered.records.per.partition", 2_000);
    properties.put("producer.max.request.size", Topics.MAX_DEAD_LETTER_BYTES);
    // little of each partition at a time: what one is ahead makes the others late
    properties.put("consumer.max.partition.fetch.bytes", 64 * 1024);
    properties.put("topic.max.message.bytes", Integer.toString(Topics.MAX_DEAD_LETTER_BYTES));
  }

  private void failover(Properties properties) {
    var session = member.isPresent() ? STATIC_SESSION : SESSION;
    properties.put("consumer.session.timeout.ms", (int) session.toMillis());
    properties.put("consumer.heartbeat.interval.ms", (int) HEARTBEAT.toMillis());
    member.ifPresent(id -> properties.put("consumer.group.instance.id", id));
    // with a Kafka of its own it is alone
    properties.put("num.standby.replicas", member.isPresent() ? 0 : 1);
    properties.put("probing.rebalance.interval.ms", PROBING.toMillis());
    if (options.processing().guarantee() == Options.Guarantee.EXACTLY_ONCE) {
      properties.put("producer.transaction.timeout.ms", (int) transactionTimeout().toMillis());
    }
  }

  private static void refuseOwned(Set<String> given) {
    given.stream()
        .filter(OWNED::contains)
        .sorted()
        .findFirst()
        .ifPresent(
            key -> {
              throw new Failure(
                  "streams.%s cannot be set: results depend on it".formatted(key), "Leave it out.");
            });
  }
}
