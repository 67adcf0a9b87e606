package io.tocsin.bench.measure;

import io.tocsin.bench.contender.Child;
import io.tocsin.bench.contender.Contender;
import io.tocsin.bench.contender.Stable;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.LongConsumer;

/**
 * One run of one contender over a topic that is loaded already.
 *
 * @param broker the process of the broker
 * @param logs where the broker keeps its topics
 * @param longest after that, from the first record on, a run is cut; what was done by then counts
 */
public record Run(
    Cluster cluster, Stable stable, Child broker, Path logs, String prefix, Duration longest) {
  private static final long LOOK_MILLIS = 100;
  private static final int LOOKS_FOR_EACH_WALK = 10;
  private static final double QUIET_SECONDS = 2;
  private static final double STUCK_SECONDS = 60;
  private static final double START_SECONDS = 180;
  private static final double MIB = 1024 * 1024;

  /** Runs a contender in a folder that is its own. */
  public Figures of(Contender contender, Path folder, LongConsumer progress)
      throws IOException, InterruptedException {
    tidy(contender);
    for (var topic : contender.outputs(prefix)) {
      if (contender.kind() == Contender.Kind.NAIVE) {
        cluster.create(topic, stable.partitions());
      }
    }
    if (contender.kind() == Contender.Kind.FLOOR) {
      cluster.create(contender.application(prefix) + "-claims-repartition", stable.partitions());
    }
    var growth = new LogGrowth(logs);
    try (var child = stable.start(contender, cluster.bootstrap(), prefix, folder)) {
      var course = watch(contender, child, growth, progress);
      return figures(contender, child, folder, course, growth);
    }
  }

  /** Leaves nothing of an earlier run. */
  public void tidy(Contender contender) throws InterruptedException {
    var application = contender.application(prefix);
    var inputs = Cluster.inputs(prefix);
    cluster.forget(application);
    cluster.delete(
        topic ->
            topic.startsWith(application + "-")
                || topic.startsWith(prefix + ".") && !inputs.contains(topic));
  }

  private Course watch(Contender contender, Child child, LogGrowth growth, LongConsumer progress)
      throws InterruptedException {
    var gauge = new Gauge(cluster, contender, prefix, child.pid(), broker.pid());
    var course = new Course();
    long told = 0;
    for (int looks = 1; ; looks++) {
      child.check();
      course.add(gauge.look());
      long processed = (long) course.last().through();
      progress.accept(Math.max(0, processed - told));
      told = Math.max(told, processed);
      if (looks % LOOKS_FOR_EACH_WALK == 0) {
        growth.look();
      }
      if (isOver(course)) {
        return course;
      }
      Thread.sleep(LOOK_MILLIS);
    }
  }

  private boolean isOver(Course course) {
    var last = course.last();
    if (course.quiet() > (course.hasBegun() ? STUCK_SECONDS : START_SECONDS)) {
      throw new IllegalStateException(
          "nothing has moved for %.0f s, with %.0f records done"
              .formatted(course.quiet(), last.through()));
    }
    return last.done() && course.quiet() >= QUIET_SECONDS
        || course.sinceBegun() >= longest.toSeconds();
  }

  private Figures figures(
      Contender contender, Child child, Path folder, Course course, LogGrowth growth)
      throws IOException, InterruptedException {
    var whole = course.whole();
    var steady = course.steady();
    var collections = CollectorLog.read(Stable.collections(folder));
    return new Figures(
        contender.name(),
        contender.threads(),
        steady.rate(),
        steady.cpuPerMillion(),
        steady.brokerCpuPerMillion(),
        whole.rate(),
        whole.cpuPerMillion(),
        whole.records(),
        whole.seconds(),
        course.isComplete(),
        Usage.peakMemory(child.pid()).orElse(collections.peakHeap()) / MIB,
        growth.look() / Math.max(1, whole.records()),
        Usage.written(child.pid()).orElse(0) / Math.max(1, whole.records()),
        collections.pauses(),
        collections.pausedSeconds(),
        deadLetters());
  }

  private long deadLetters() throws InterruptedException {
    return cluster.ends(List.of(prefix + ".dead-letters")).values().stream()
        .mapToLong(Long::longValue)
        .sum();
  }
}
