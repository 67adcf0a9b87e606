package io.tocsin.bench.sweep;

import io.tocsin.assess.Assessor;
import io.tocsin.assess.Evidence;
import io.tocsin.assess.HeapArchive;
import io.tocsin.assess.Policy;
import io.tocsin.assess.Territory;
import io.tocsin.bench.measure.Usage;
import io.tocsin.bench.workload.ReferenceFolder;
import io.tocsin.bench.workload.Workload;
import io.tocsin.model.Incoming;
import io.tocsin.reference.Reference;
import io.tocsin.topology.Intake;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongFunction;

/**
 * The assessment alone, in one thread of one process, its memory on the heap. What is timed is
 * applying evidence; making it is not.
 */
final class Core {
  private static final int BATCH = 1_000;
  private static final double NANOS_IN_MICRO = 1e3;
  private static final double NANOS = 1e9;
  private static final double MIB = 1024 * 1024;

  private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
  private final Intake intake;
  private final Assessor assessor;
  private long cpu;
  private long wall;
  private long applied;

  Core(Workload workload, Path folder) throws IOException {
    new ReferenceFolder(workload).write(Files.createDirectories(folder));
    var reference = Reference.load(folder);
    this.intake = new Intake(reference);
    this.assessor =
        new Assessor(
            reference,
            new HeapArchive(reference.regions()::country),
            Territory.EVERYWHERE,
            Policy.DEFAULT,
            Long.MIN_VALUE);
  }

  /** Applies so many records, numbered from the first one on, and times them. */
  void take(long first, long count, LongFunction<? extends Incoming> records) {
    var batch = new ArrayList<Evidence>(BATCH);
    for (long number = first; number < first + count; number++) {
      batch.add(intake.read(records.apply(number)));
      if (batch.size() == BATCH) {
        apply(batch);
      }
    }
    apply(batch);
  }

  /** Forgets what was timed so far. */
  void restart() {
    cpu = 0;
    wall = 0;
    applied = 0;
  }

  /**
   * What was timed since.
   *
   * @param parts in how many parts a record's cost is to be divided
   */
  Point point(String series, long at, double parts) {
    double done = applied * parts;
    return new Point(
        series,
        at,
        cpu / NANOS_IN_MICRO / done,
        done * NANOS / wall,
        Usage.peakMemory(ProcessHandle.current().pid()).orElse(heap()) / MIB);
  }

  private void apply(List<Evidence> batch) {
    long cpuBefore = threads.getCurrentThreadCpuTime();
    long before = System.nanoTime();
    for (var evidence : batch) {
      assessor.apply(evidence, Math.max(assessor.clock(), evidence.arrival()));
    }
    cpu += threads.getCurrentThreadCpuTime() - cpuBefore;
    wall += System.nanoTime() - before;
    applied += batch.size();
    batch.clear();
  }

  private static long heap() {
    return Runtime.getRuntime().totalMemory();
  }
}
