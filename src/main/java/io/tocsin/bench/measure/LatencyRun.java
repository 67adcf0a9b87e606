package io.tocsin.bench.measure;

import io.tocsin.bench.contender.Contender;
import io.tocsin.bench.contender.Stable;
import io.tocsin.bench.workload.Workload;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.apache.kafka.clients.producer.KafkaProducer;

/**
 * How soon a contender tells of news as they happen, at several shares of what it can do. It begins
 * with topics of its own that are empty.
 *
 * @param warmUp how long the contender is kept half busy before anything is noted
 * @param measured how long each load is noted
 * @param until a moment of {@link System#nanoTime} by which no load may still run
 */
public record LatencyRun(
    Cluster cluster,
    Stable stable,
    Workload workload,
    Duration warmUp,
    Duration measured,
    long until) {
  public static final List<Integer> LOADS = List.of(10, 50, 80);

  private static final String PREFIX = "bench-live";
  private static final String PINGS = "bench-pings";
  private static final int WARM = 50;
  private static final double SETTLE_SECONDS = 2;
  private static final Duration GRACE = Duration.ofSeconds(10);
  private static final long LOOK_MILLIS = 50;

  /**
   * @param capacity records a second that the contender can do
   * @param note told of each load before it begins
   */
  public List<Latency> of(Contender contender, double capacity, Path folder, Consumer<String> note)
      throws IOException, InterruptedException {
    if (!isTimeFor(warmUp.plus(measured))) {
      note.accept(contender.name() + " is left out: no time");
      return List.of();
    }
    prepare(contender);
    var told = contender.outputs(PREFIX).get(0);
    try (var child = stable.live().start(contender, cluster.bootstrap(), PREFIX, folder)) {
      child.awaitReady();
      cluster.awaitMembers(contender.application(PREFIX));
      try (var bulk = Publishing.producer(cluster.bootstrap(), 5);
          var probes = Publishing.producer(cluster.bootstrap(), 0);
          var changes = new Ear(cluster.bootstrap(), told);
          var pings = new Ear(cluster.bootstrap(), PINGS)) {
        var results = new ArrayList<Latency>();
        var loop = loop(bulk, probes, changes, pings);
        note.accept(contender.name() + " warms up");
        loop.run(capacity * WARM / 100, warmUp.toMillis() / 1000.0);
        await(changes, pings);
        for (int load : LOADS) {
          if (!isTimeFor(measured)) {
            note.accept("%s at %d %% is left out: no time".formatted(contender.name(), load));
            continue;
          }
          note.accept("%s at %d %%".formatted(contender.name(), load));
          double rate = capacity * load / 100;
          loop.run(rate, SETTLE_SECONDS);
          changes.restart();
          pings.restart();
          double sent = loop.run(rate, measured.toMillis() / 1000.0);
          child.check();
          await(changes, pings);
          results.add(
              new Latency(contender.name(), load, rate, sent, changes.delays(), pings.delays()));
        }
        return results;
      }
    } finally {
      remove(contender);
    }
  }

  private boolean isTimeFor(Duration work) {
    long end = System.nanoTime() + work.toNanos();
    return end - until < 0;
  }

  private OpenLoop loop(
      KafkaProducer<byte[], byte[]> bulk,
      KafkaProducer<byte[], byte[]> probes,
      Ear changes,
      Ear pings) {
    return new OpenLoop(Publishing.live(PREFIX, workload), bulk, probes, changes, pings, PINGS);
  }

  private void prepare(Contender contender) throws InterruptedException {
    remove(contender);
    cluster.createInputs(PREFIX, stable.partitions());
    cluster.create(PINGS, 1);
    if (contender.kind() == Contender.Kind.NAIVE) {
      cluster.create(contender.outputs(PREFIX).get(0), stable.partitions());
    }
  }

  private void remove(Contender contender) throws InterruptedException {
    cluster.forget(contender.application(PREFIX));
    cluster.delete(topic -> topic.startsWith(PREFIX) || topic.equals(PINGS));
  }

  private static void await(Ear changes, Ear pings) throws InterruptedException {
    long end = System.nanoTime() + GRACE.toNanos();
    while ((changes.isWaiting() || pings.isWaiting()) && System.nanoTime() - end < 0) {
      Thread.sleep(LOOK_MILLIS);
    }
  }
}
