package io.tocsin.bench;

import com.sun.management.ThreadMXBean;
import io.tocsin.assess.Exhibit;
import io.tocsin.assess.Subjects;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What one more piece of evidence costs a subject that has some already: taking it in, where that
 * leaves the subject, and when to look again. One shot a time, since the subject grows with each.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 30)
@Measurement(iterations = 15)
@OperationsPerInvocation(SubjectBenchmark.SAMPLE)
public class SubjectBenchmark {
  static final int SAMPLE = 100;
  private static final long DAY = 86_400_000;

  /** What is allocated. */
  @State(Scope.Thread)
  @AuxCounters(AuxCounters.Type.EVENTS)
  public static class Memory {
    /** In bytes, for each piece of evidence. */
    public double allocated;
  }

  @Param({"10", "100", "1000", "10000", "100000"})
  int rows;

  /** From row to row, in s. */
  @Param({"60"})
  int step;

  private Subjects subjects;
  private long now;
  private List<Exhibit> inOrder;
  private List<Exhibit> minuteLate;
  private List<Exhibit> dayLate;
  private List<Exhibit> refutations;
  private ThreadMXBean threads;

  /** A subject with its rows. */
  @Setup(Level.Iteration)
  public void fill() {
    threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    subjects = new Subjects(1, 1);
    long ms = step * 1_000L;
    for (var row : subjects.rows(rows, Subjects.START, ms)) {
      subjects.take(0, row, row.time());
    }
    now = Subjects.START + rows * ms;
    inOrder = subjects.rows(SAMPLE, now, ms);
    minuteLate = subjects.rows(SAMPLE, now - 61_000, 0);
    dayLate = subjects.rows(SAMPLE, now - DAY, 7);
    refutations = new ArrayList<>();
    for (int i = 0; i < SAMPLE; i++) {
      refutations.add(subjects.refutation(now + i));
    }
  }

  @Benchmark
  public double inOrder(Memory memory) {
    return take(inOrder, memory);
  }

  @Benchmark
  public double minuteLate(Memory memory) {
    return take(minuteLate, memory);
  }

  @Benchmark
  public double dayLate(Memory memory) {
    return take(dayLate, memory);
  }

  @Benchmark
  public double refuted(Memory memory) {
    return take(refutations, memory);
  }

  /** A change put into words: its ten heaviest rows and the rest. */
  @Benchmark
  public int told(Memory memory) {
    long before = threads.getCurrentThreadAllocatedBytes();
    int told = 0;
    for (int i = 0; i < SAMPLE; i++) {
      told += subjects.tell(0, now + i).hashCode();
    }
    memory.allocated = (threads.getCurrentThreadAllocatedBytes() - before) / (double) SAMPLE;
    return told;
  }

  private double take(List<Exhibit> exhibits, Memory memory) {
    long before = threads.getCurrentThreadAllocatedBytes();
    double score = 0;
    for (var exhibit : exhibits) {
      now = Math.max(now, exhibit.time());
      score += subjects.take(0, exhibit, now);
    }
    memory.allocated = (threads.getCurrentThreadAllocatedBytes() - before) / (double) SAMPLE;
    return score;
  }
}
