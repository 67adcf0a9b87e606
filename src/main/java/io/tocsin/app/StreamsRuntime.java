package io.tocsin.app;

import io.micrometer.core.instrument.MeterRegistry;
import io.tocsin.api.read.Flow;
import io.tocsin.topology.AlertTopology;
import io.tocsin.topology.Layout;
import io.tocsin.topology.Ledger;
import io.tocsin.topology.LedgerClients;
import io.tocsin.topology.RocksMemory;
import io.tocsin.topology.Settings.ClockKind;
import io.tocsin.topology.Tally;
import io.tocsin.trace.Tracing;
import io.tocsin.vitals.KafkaMeters;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.streams.CloseOptions;
import org.apache.kafka.streams.CloseOptions.GroupMembershipOperation;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.errors.MissingSourceTopicException;
import org.apache.kafka.streams.errors.StreamsException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The processor while it runs: the only holder of Kafka Streams. */
final class StreamsRuntime implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(StreamsRuntime.class);

  /** Stores are written to disk by then, or all of them have to be read back at the next start. */
  private static final Duration CLOSE_WITHIN = Duration.ofSeconds(25);

  private static final long LOOK_MILLIS = 250;

  /** Any of these makes the process a static member of its group. */
  private static final List<String> STATIC =
      List.of("group.instance.id", "consumer.group.instance.id", "main.consumer.group.instance.id");

  /** A row with its share of its report and its place in the course, measured. */
  private static final long BYTES_PER_EXHIBIT = 400;

  private final KafkaStreams streams;
  private final Preparation preparation;
  private final Troubles troubles = new Troubles();
  private final CompletableFuture<Void> running = new CompletableFuture<>();
  private final boolean leaves;
  private final Runnable groupChanged;

  private StreamsRuntime(
      KafkaStreams streams, Properties properties, Preparation preparation, Runnable groupChanged) {
    this.streams = streams;
    this.preparation = preparation;
    this.leaves = STATIC.stream().noneMatch(properties::containsKey);
    this.groupChanged = groupChanged;
    streams.setUncaughtExceptionHandler(troubles);
    streams.setGlobalStateRestoreListener(preparation);
    streams.setStateListener((now, before) -> moved(now));
  }

  /** The topology that these options lead to. */
  static Topology topology(
      Options options, Properties properties, Tally tally, Tracing tracing, Layout layout) {
    var reference = Wiring.reference(options);
    return AlertTopology.build(
        new io.tocsin.topology.Settings(
            Wiring.topics(options),
            Wiring.codecs(options),
            reference,
            Signatures.of(options).entitlement(reference.authorities()),
            options.topics().partitions(),
            ClockKind.valueOf(options.processing().clock().name()),
            options.policy().name(),
            Wiring.policy(options),
            options.processing().stores() == Options.Stores.ROCKSDB,
            room(options),
            Wiring.source(options),
            tally,
            tracing,
            layout),
        properties);
  }

  /** A quarter of the heap is for exhibits; the rest of them lies on the shelf. */
  private static int room(Options options) {
    long exhibits = Runtime.getRuntime().maxMemory() / 4 / BYTES_PER_EXHIBIT;
    return (int) Math.min(Integer.MAX_VALUE, exhibits / options.topics().partitions());
  }

  /**
   * Starts the processor; returns at once.
   *
   * @param memory what stores on disk share
   * @param groupChanged is run whenever the group shares out partitions anew; must return at once
   * @throws Failure where it cannot even be made
   */
  static StreamsRuntime start(
      StreamsSettings settings,
      Tally tally,
      Tracing tracing,
      RocksMemory memory,
      Runnable groupChanged) {
    var properties = settings.ofAProcess();
    properties.put(RocksMemory.KEY, memory);
    properties.putIfAbsent("rocksdb.config.setter", RocksMemory.Setter.class);
    var folder =
        Path.of(properties.get("state.dir").toString(), properties.getProperty("application.id"));
    while (true) {
      try {
        var preparation = new Preparation();
        var streams = streams(settings.options(), properties, tally, tracing, preparation);
        return new StreamsRuntime(streams, properties, preparation, groupChanged).started(folder);
      } catch (StreamsException | org.apache.kafka.common.config.ConfigException e) {
        if (!DamagedStore.discarded(e)) {
          throw explained(e);
        }
      }
    }
  }

  /**
   * Stores are opened at once, and those that do not open end the start. What has a fault that only
   * reading meets would pass for a store with less in it, so it is looked for before.
   *
   * @param folder of the stores; nobody else has it, since Kafka Streams has been made
   */
  private StreamsRuntime started(Path folder) {
    try {
      StoreFiles.damaged(folder).forEach(store -> store.discarded("a table's checksum is wrong"));
      streams.start();
      return this;
    } catch (StreamsException e) {
      close();
      throw e;
    }
  }

  /** Where there are transactions, what is counted counts once it is committed. */
  private static KafkaStreams streams(
      Options options, Properties properties, Tally tally, Tracing tracing, Layout layout) {
    if (options.processing().guarantee() == Options.Guarantee.AT_LEAST_ONCE) {
      return new KafkaStreams(topology(options, properties, tally, tracing, layout), properties);
    }
    var ledger = new Ledger(tally);
    return new KafkaStreams(
        topology(options, properties, ledger, tracing, layout),
        properties,
        new LedgerClients(ledger));
  }

  /**
   * Returns when every task runs, with its state restored.
   *
   * @param bulletin is told meanwhile what is waited for
   * @throws Failure where the processor ends before
   */
  void awaitRunning(Bulletin bulletin) throws InterruptedException {
    while (true) {
      try {
        CompletableFuture.anyOf(running, troubles.fatal()).get(LOOK_MILLIS, TimeUnit.MILLISECONDS);
        check();
        return;
      } catch (TimeoutException e) {
        bulletin.look(hindrance());
      } catch (ExecutionException e) {
        throw explained(e.getCause());
      }
    }
  }

  /**
   * Why not all of it processes now, and how far it is: it waits for its partitions, reads state
   * back, lays out dossiers, or has lost a thread; empty where every task runs.
   */
  Optional<String> hindrance() {
    var state = streams.state();
    if (state == KafkaStreams.State.RUNNING) {
      return troubles.hindrance();
    }
    return Optional.of(
        preparation
            .word()
            .orElse(
                state == KafkaStreams.State.REBALANCING
                    ? "waits for its share of the partitions"
                    : "is " + state.name().toLowerCase(Locale.ROOT).replace('_', ' ')));
  }

  /** How far it is with what comes before the first record. */
  Preparation preparation() {
    return preparation;
  }

  /** What Kafka Streams, its clients and its stores measure, as meters, from now on. */
  KafkaMeters meters(MeterRegistry meters) {
    return new KafkaMeters(streams, meters);
  }

  /** How records come through now. */
  Flow flow() {
    return FlowRead.of(streams.metrics().values());
  }

  /**
   * @throws Failure where the processor has ended by itself
   */
  void check() {
    if (troubles.fatal().isDone()) {
      throw explained(troubles.fatal().join());
    }
  }

  /** It cannot go on, for a reason that Kafka Streams does not know of. */
  void end(Failure why) {
    troubles.fatal().complete(why);
  }

  /** Stops within seconds: a static member keeps its place for when it returns. */
  @Override
  public void close() {
    troubles.close();
    var within = CloseOptions.timeout(CLOSE_WITHIN);
    boolean closed =
        streams.close(
            leaves
                ? within.withGroupMembershipOperation(GroupMembershipOperation.LEAVE_GROUP)
                : within);
    if (!closed) {
      LOG.warn("the processor did not stop within {} s", CLOSE_WITHIN.toSeconds());
    }
  }

  private void moved(KafkaStreams.State now) {
    if (now == KafkaStreams.State.REBALANCING) {
      groupChanged.run();
    } else if (now == KafkaStreams.State.RUNNING) {
      troubles.over();
      preparation.over();
      running.complete(null);
    } else if (now == KafkaStreams.State.ERROR) {
      // its cause is known already where a thread died of it
      troubles.fatal().complete(new StreamsException("the processor ended in an error"));
    }
  }

  private static Failure explained(Throwable trouble) {
    LOG.debug("the processor ended", trouble);
    if (trouble instanceof Failure known) {
      return known;
    }
    var root = Troubles.root(trouble);
    if (holds(trouble, MissingSourceTopicException.class)) {
      return new Failure(
          "topics that the processor reads are gone: " + root.getMessage(),
          "Start it again: it creates what is missing.",
          trouble);
    }
    if (holds(trouble, AuthorizationException.class)
        || holds(trouble, AuthenticationException.class)) {
      return new Failure(
          "Kafka does not let the processor in: " + root.getMessage(),
          "Correct the kafka.* settings, or the rights of this user in the cluster.",
          trouble);
    }
    if (FullDisk.isIn(trouble)) {
      return FullDisk.failure(trouble);
    }
    if (String.valueOf(trouble.getMessage()).contains("same state directory")) {
      return new Failure(
          "another processor runs in this data folder",
          "Stop it, or give this one a data folder of its own with --data.",
          trouble);
    }
    return new Failure(
        "the processor ended: " + Optional.ofNullable(root.getMessage()).orElse(root.toString()),
        "The log file tells more; the records it was at are taken up again at the next start.",
        trouble);
  }

  private static boolean holds(Throwable trouble, Class<? extends Throwable> kind) {
    for (var at = trouble; at != null; at = at.getCause()) {
      if (kind.isInstance(at)) {
        return true;
      }
    }
    return false;
  }
}
