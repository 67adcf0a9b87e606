package io.tocsin.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tocsin.app.LiveRun;
import io.tocsin.app.Load;
import io.tocsin.assess.Policy;
import io.tocsin.oracle.SmallWorld;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What one fault is played in: a small world of places, topics of its own on the cluster, a load,
 * and processors. Closing ends the processors; the folder stays until the run of the tests ends.
 */
final class Scene implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofMinutes(5);
  private static final Duration LOOK = Duration.ofMillis(500);
  private static final int PARTITIONS = 4;

  private final Brokers brokers;
  private final String prefix;
  private final Path folder;
  private final Path world;
  private final LiveRun live;
  private final Load load;
  private final List<Processor> processors = new ArrayList<>();
  private final Map<String, String> sets = new TreeMap<>();

  private Scene(Brokers brokers, String prefix, Path folder, Map<String, String> sets)
      throws IOException {
    this.brokers = brokers;
    this.prefix = prefix;
    this.folder = folder;
    this.world = Files.createDirectories(folder.resolve("world"));
    new SmallWorld().writeTo(world);
    this.sets.putAll(sets);
    this.sets.put("topics.prefix", prefix);
    this.sets.put("topics.partitions", Integer.toString(PARTITIONS));
    this.sets.put("reference", world.toString());
    this.sets.putIfAbsent("clock", "stream");
    this.sets.putIfAbsent("threads", "2");
    this.live = new LiveRun(brokers.direct(), folder, prefix, flat(forLoad()));
    this.load = new Load(live, Double.parseDouble(System.getProperty("tocsin.faults.rate", "30")));
  }

  static Scene on(Brokers brokers, String prefix) throws IOException {
    return on(brokers, prefix, Map.of());
  }

  /**
   * @param prefix of the topics; no other test's
   * @param sets keys of the configuration, for the load and every processor
   */
  static Scene on(Brokers brokers, String prefix, Map<String, String> sets) throws IOException {
    return new Scene(brokers, prefix, Files.createTempDirectory("tocsin-fault-" + prefix), sets);
  }

  /** A record waits for Kafka as long as a fault may last, and is not given up. */
  private Map<String, String> forLoad() {
    var all = new TreeMap<>(sets);
    all.put("kafka.delivery.timeout.ms", "600000");
    all.put("kafka.request.timeout.ms", "15000");
    return all;
  }

  private static String[] flat(Map<String, String> sets) {
    return sets.entrySet().stream()
        .flatMap(e -> List.of(e.getKey(), e.getValue()).stream())
        .toArray(String[]::new);
  }

  /** A processor with a data folder of this name; not started yet. */
  Processor processor(String name) {
    var processor = new Processor(folder.resolve(name), brokers.direct(), sets);
    processors.add(processor);
    return processor;
  }

  /** With two processors that run, named one and two. */
  Scene withTwoProcessors() throws IOException {
    try {
      processor("one").start();
      processor("two").start();
      return this;
    } catch (IOException | RuntimeException | Error e) {
      close();
      throw e;
    }
  }

  Load load() {
    return load;
  }

  /** Where this scene keeps its files. */
  Path folder() {
    return folder;
  }

  /** The world's files of reference data. */
  Path world() {
    return world;
  }

  /** The topics as a client sees them. */
  LiveRun live() {
    return live;
  }

  String prefix() {
    return prefix;
  }

  /** The consumer group of the processors. */
  String group() {
    return prefix + "-processor";
  }

  /** Waits until at least so many changes are told. */
  void awaitTold(int changes) {
    await(changes + " changes")
        .atMost(PATIENCE)
        .pollInterval(LOOK)
        .until(
            () -> {
              checkProcessors();
              return told() >= changes;
            });
  }

  /** How many changes are committed by now. */
  int told() {
    return live.alerts().size();
  }

  /** Takes the time from here on. */
  Recovery recovery() {
    return Recovery.of(brokers.admin(), group());
  }

  /** Ends the load, waits until the processors are through, and judges; the row gets it all. */
  void judge(Row row) throws InterruptedException {
    judge(row, Policy.DEFAULT);
  }

  /** The same where the processors follow another policy. */
  void judge(Row row, Policy policy) throws InterruptedException {
    var verdict = verdict(row, policy);
    assertThat(verdict.isClean()).as("nothing lost, repeated or wrong: %s", verdict).isTrue();
  }

  /** The same where not all of it is expected to be as if nothing had been. */
  Verdict verdict(Row row) throws InterruptedException {
    return verdict(row, Policy.DEFAULT);
  }

  private Verdict verdict(Row row, Policy policy) throws InterruptedException {
    var expected = load.end(world, policy);
    await("processors to be through")
        .atMost(PATIENCE)
        .pollInterval(LOOK)
        .until(
            () -> {
              checkProcessors();
              return live.isThrough();
            });
    var verdict = Verdict.of(live, expected);
    row.judged(verdict);
    settleBooks(row, expected);
    return verdict;
  }

  /** Of processors that none was taken from, the books say what became of every record. */
  private void settleBooks(Row row, Load.Expected expected) {
    var books = books();
    long read = books.getOrDefault("read", 0L);
    long accounted = books.values().stream().mapToLong(n -> n).sum() - read;
    row.books(
        "read %d, accounted for %d, published %d%s"
            .formatted(
                read,
                accounted,
                expected.records(),
                processors.stream().anyMatch(Processor::wasEnded)
                    ? "; counts of an ended process went with it"
                    : ""));
  }

  /** Whether all processors still run that were not ended by the test. */
  void checkProcessors() {
    assertThat(processors).as("processors").noneMatch(Processor::hasFailed);
  }

  /** What the processors that run say became of records since their starts, added up. */
  Map<String, Long> books() {
    var all = new TreeMap<String, Long>();
    processors.stream()
        .filter(Processor::isAlive)
        .forEach(p -> p.books().forEach((outcome, count) -> all.merge(outcome, count, Long::sum)));
    return all;
  }

  @Override
  public void close() {
    load.close();
    processors.forEach(Processor::close);
  }
}
