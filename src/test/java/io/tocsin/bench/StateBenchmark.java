package io.tocsin.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.tocsin.bench.contender.Child;
import io.tocsin.bench.contender.ChildEnded;
import io.tocsin.bench.contender.Contender;
import io.tocsin.bench.contender.Guarantee;
import io.tocsin.bench.contender.Stable;
import io.tocsin.bench.contender.Storage;
import io.tocsin.bench.measure.Cluster;
import io.tocsin.bench.measure.Usage;
import io.tocsin.bench.workload.Generator;
import io.tocsin.bench.workload.ReferenceFolder;
import io.tocsin.bench.workload.Workload;
import io.tocsin.topology.Settings;
import io.tocsin.wire.Codecs;
import io.tocsin.wire.Format;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * What a state of many subjects takes: {@code StateBenchmark FOLDER SUBJECTS HEAP STEP...}. Steps
 * go on where others ended, also in another run over the same folder:
 *
 * <pre>
 * load    news about every subject once, and once more about any
 * run     a processor takes what is there, says how fast, and stops
 * disk    starts it again from its disk
 * wiped   starts it again with its state folder gone
 * more    news about any subject, a fifth as many as there are subjects, through a running processor
 * policy  another policy, until every subject was told
 * </pre>
 */
public final class StateBenchmark {
  private static final String PREFIX = "state";
  private static final int PARTITIONS = 8;
  private static final double MIB = 1024 * 1024;
  private static final Contender PROCESSOR =
      new Contender("processor", Contender.Kind.TOCSIN, Guarantee.EXACTLY_ONCE, Storage.DURABLE, 2);

  private final Path folder;
  private final int subjects;
  private final List<String> jvm;
  private final Workload workload;
  private final Cluster cluster;
  private final Child broker;
  private long lastSum;
  private long restingSince;

  private StateBenchmark(Path folder, int subjects, String heap) throws Exception {
    this.folder = folder;
    this.subjects = subjects;
    this.jvm =
        new ArrayList<>(List.of(System.getProperty("state.jvm", "-XX:+UseParallelGC").split(" ")));
    jvm.add("-Xmx" + heap);
    int side = (int) Math.round(Math.sqrt(subjects));
    workload = Workload.USUAL.withPlaces(side, side);
    broker = Stable.broker(Files.createDirectories(folder.resolve("broker")));
    var ready = broker.awaitReady();
    cluster = new Cluster(ready.substring(ready.lastIndexOf(' ') + 1));
  }

  public static void main(String... arguments) throws Exception {
    var folder = Files.createDirectories(Path.of(arguments[0])).toAbsolutePath();
    var benchmark = new StateBenchmark(folder, Integer.parseInt(arguments[1]), arguments[2]);
    try {
      for (var step : Arrays.copyOfRange(arguments, 3, arguments.length)) {
        benchmark.step(step);
      }
    } finally {
      benchmark.cluster.close();
      benchmark.broker.close();
    }
  }

  private void step(String step) throws Exception {
    switch (step) {
      case "load" -> load();
      case "run", "disk" -> run(step, 0);
      case "wiped" -> {
        Ground.remove(data().resolve("state"));
        run(step, 0);
      }
      case "more" -> run(step, subjects / 5);
      default -> throw new IllegalArgumentException("no step " + step);
    }
  }

  private void load() throws Exception {
    new ReferenceFolder(workload).write(Files.createDirectories(folder.resolve("reference")));
    cluster.createInputs(PREFIX, PARTITIONS);
    long began = System.nanoTime();
    publish(0, 2L * subjects);
    say("load: %,d news, %.0f s", 2L * subjects, seconds(began));
  }

  private void publish(long from, long to) {
    var generator = new Generator(workload);
    var codec = Codecs.of(Format.AVRO).news();
    Map<String, Object> settings =
        Map.of("bootstrap.servers", cluster.bootstrap(), "linger.ms", 20, "batch.size", 256 * 1024);
    try (var producer =
        new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer())) {
      for (long number = from; number < to; number++) {
        var news = number < subjects ? generator.each(number) : generator.any(number);
        producer.send(
            new ProducerRecord<>(PREFIX + ".news", news.id().getBytes(UTF_8), codec.encode(news)));
      }
      producer.flush();
    }
  }

  private Path data() {
    return folder.resolve("processor");
  }

  private void run(String step, long more) throws Exception {
    // a machine with more to do than it can must not cost a member its place
    var sets =
        Map.of(
            "streams.consumer.session.timeout.ms", "60000",
            "streams.producer.transaction.timeout.ms", "60000");
    var stable =
        new Stable(jvm, sets, PARTITIONS, folder.resolve("reference"), Settings.ClockKind.STREAM);
    long began = System.nanoTime();
    try (var child = stable.start(PROCESSOR, cluster.bootstrap(), PREFIX, data())) {
      awaitReady(child);
      double ready = seconds(began);
      say(
          "%s: ready after %.1f s, %.1f s of processor time; %s",
          step, ready, Usage.cpuSeconds(child.pid()), memory(child));
      child.said().forEach(line -> System.out.println("    | " + line));
      if (more > 0) {
        long there = total(cluster.ends(List.of(PREFIX + ".news")));
        publish(there, there + more);
      }
      through(step, child);
    }
    sizes();
  }

  /** However long it takes: a busy machine is no failure. */
  private static void awaitReady(Child child) throws InterruptedException {
    while (true) {
      try {
        child.awaitReady();
        return;
      } catch (ChildEnded e) {
        child.check();
      }
    }
  }

  private void through(String step, Child child) throws Exception {
    var group = PROCESSOR.application(PREFIX);
    long began = System.nanoTime();
    double cpu = Usage.cpuSeconds(child.pid());
    long first = read(group);
    long last = first;
    double told = 0;
    while (!isThrough(group)) {
      child.check();
      Thread.sleep(500);
      if (seconds(began) - told > 20) {
        told = seconds(began);
        long now = read(group);
        say(
            "  %s: %.0f s, %,d read, %.0f/s, %s",
            step, told, now, (now - last) / 20.0, memory(child));
        last = now;
      }
    }
    long done = read(group) - first;
    if (done > 0) {
      say(
          "%s: %,d records in %.0f s, %.0f/s, %.0f us of processor time each; %s",
          step,
          done,
          seconds(began),
          done / seconds(began),
          (Usage.cpuSeconds(child.pid()) - cpu) * 1e6 / done,
          memory(child));
    }
  }

  /**
   * Ends of transactions lie behind the last record, so what is between is through when it rests.
   */
  private boolean isThrough(String group) throws InterruptedException {
    var committed = cluster.committed(group);
    boolean read =
        cluster.ends(List.of(PREFIX + ".news")).entrySet().stream()
            .allMatch(end -> committed.getOrDefault(end.getKey(), 0L) >= end.getValue());
    long sum = total(committed) + total(cluster.ends(List.of(PREFIX + ".levels")));
    long now = System.nanoTime();
    restingSince = sum == lastSum ? restingSince : now;
    lastSum = sum;
    return read && now - restingSince > 3_000_000_000L;
  }

  private long read(String group) throws InterruptedException {
    return cluster.committed(group).entrySet().stream()
        .filter(at -> at.getKey().topic().equals(PREFIX + ".news"))
        .mapToLong(Map.Entry::getValue)
        .sum();
  }

  private static long total(Map<?, Long> offsets) {
    return offsets.values().stream().mapToLong(Long::longValue).sum();
  }

  private void sizes() throws IOException {
    say("  state folder %.0f MiB; topics:", size(data().resolve("state")) / MIB);
    try (var topics = Files.list(folder.resolve("broker/kafka"))) {
      var sizes = new java.util.TreeMap<String, Long>();
      for (var topic : topics.filter(Files::isDirectory).toList()) {
        var name = topic.getFileName().toString().replaceFirst("-\\d+$", "");
        sizes.merge(name, size(topic), Long::sum);
      }
      sizes.forEach(
          (name, size) -> {
            if (size > MIB) {
              say("    %-60s %6.0f MiB", name, size / MIB);
            }
          });
    }
  }

  private static long size(Path folder) throws IOException {
    try (var files = Files.walk(folder)) {
      long sum = 0;
      for (var file : files.filter(Files::isRegularFile).toList()) {
        if (Files.exists(file) && !file.toString().matches(".*\\.(index|timeindex)$")) {
          sum += Files.size(file);
        }
      }
      return sum;
    }
  }

  private static String memory(Child child) throws IOException {
    var status = Files.readAllLines(Path.of("/proc/" + child.pid() + "/status"));
    long resident =
        status.stream()
            .filter(l -> l.startsWith("VmRSS:"))
            .mapToLong(l -> Long.parseLong(l.replaceAll("\\D", "")))
            .findFirst()
            .orElse(0);
    return "resident %d MiB, at most %.0f"
        .formatted(resident / 1024, Usage.peakMemory(child.pid()).orElse(0) / MIB);
  }

  private static double seconds(long since) {
    return Duration.ofNanos(System.nanoTime() - since).toMillis() / 1e3;
  }

  private static void say(String format, Object... values) {
    System.out.printf(format + "%n", values);
  }
}
