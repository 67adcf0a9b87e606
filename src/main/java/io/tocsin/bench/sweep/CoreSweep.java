package io.tocsin.bench.sweep;

import io.tocsin.bench.workload.Generator;
import io.tocsin.bench.workload.Workload;
import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Consumer;

/** The sweeps of the core alone. Each value is tried in a core that knows nothing yet. */
public final class CoreSweep {
  private static final long WARM_UP = 30_000;

  /** Of all subjects together, so that few more change little. */
  private static final long ROWS = 200_000;

  /** So many more rows a subject may get while they are timed, of those that it has. */
  private static final int TENTH = 10;

  private static final long MOST_IN_ORDER = 20_000;
  private static final long MOST_LATE = 2_000;

  /** One that is late folds half of its subject's rows again. */
  private static final long FOLDED_AGAIN = 4_000_000;

  private static final int STATEMENTS = 5;

  private final Path folder;
  private final long warmUp;
  private final long records;
  private final Consumer<Point> found;

  /**
   * @param folder for reference data
   * @param warmUp records that go before, so that the first value does not pay for the compiler
   * @param records that are timed at each value, where it is records that are
   */
  CoreSweep(Path folder, long warmUp, long records, Consumer<Point> found) {
    this.folder = folder;
    this.warmUp = warmUp;
    this.records = records;
    this.found = found;
  }

  /** The main method of the process that it runs in: {@code SWEEP VALUE RECORDS FOLDER}. */
  public static void main(String... arguments) throws IOException {
    var sweep = Sweep.valueOf(arguments[0]);
    long value = Long.parseLong(arguments[1]);
    long records = Long.parseLong(arguments[2]);
    new CoreSweep(
            Path.of(arguments[3]), WARM_UP, records, point -> System.out.println(point.line()))
        .run(sweep, value);
    System.out.println("ready");
  }

  /** Runs it twice: what the compiler has yet to learn of a value is learnt by the first time. */
  void run(Sweep sweep, long value) throws IOException {
    warmUp();
    new CoreSweep(folder, warmUp, records, point -> {}).measure(sweep, value);
    measure(sweep, value);
  }

  private void measure(Sweep sweep, long value) throws IOException {
    switch (sweep) {
      case SUBJECTS -> subjects(value);
      case ROWS -> rows(value);
      case LATE -> late(value);
      case STATEMENT -> statement(value);
      default -> throw new IllegalArgumentException(sweep + " needs a broker");
    }
  }

  private void warmUp() throws IOException {
    var workload = Workload.USUAL;
    var generator = new Generator(workload);
    var core = new Core(workload, folder);
    core.take(0, warmUp, generator::news);
    core.take(0, warmUp / 100, generator::statement);
  }

  /** Every subject once, then reports about any of them. */
  private void subjects(long count) throws IOException {
    int entities = (int) Math.round(Math.sqrt(count));
    int regions = (int) (count / entities);
    var workload = Workload.USUAL.withPlaces(entities, regions).withSkew(0);
    var generator = new Generator(workload);
    var core = new Core(workload, folder);
    long known = (long) entities * regions;
    core.take(0, known, generator::each);
    core.restart();
    core.take(known, records, generator::any);
    found.accept(core.point("one more report", count, 1));
  }

  /** Subjects with so many rows each, then a few more of them. */
  private void rows(long count) throws IOException {
    long subjects = Math.max(1, ROWS / count);
    var workload = Workload.USUAL.withPlaces((int) subjects, 1);
    var generator = new Generator(workload);
    var core = new Core(workload, folder);
    long known = subjects * count;
    core.take(0, known, generator::each);
    long more = subjects * Math.max(1, count / TENTH);
    long inOrder = Math.min(more, MOST_IN_ORDER);
    core.restart();
    core.take(known, inOrder, generator::each);
    found.accept(core.point("in order", count, 1));
    long back = subjects * (count / 2);
    core.restart();
    core.take(
        known + inOrder,
        Math.min(Math.min(more, MOST_LATE), FOLDED_AGAIN / count),
        number -> generator.delayed(number, number - back));
    found.accept(core.point("late by half of all rows", count, 1));
  }

  private void late(long percent) throws IOException {
    var workload = Workload.USUAL.withLate(percent);
    var generator = new Generator(workload);
    var core = new Core(workload, folder);
    core.take(0, records, generator::news);
    core.restart();
    core.take(records, records, generator::news);
    found.accept(core.point("one more news", percent, 1));
  }

  /** Many entities in one country, then statements about all of it. */
  private void statement(long subjects) throws IOException {
    var workload = Workload.USUAL.withPlaces((int) subjects, 1);
    var generator = new Generator(workload);
    var core = new Core(workload, folder);
    core.take(0, subjects, generator::each);
    core.restart();
    core.take(0, STATEMENTS, number -> generator.covering(number, subjects));
    found.accept(core.point("each subject covered", subjects, subjects));
  }
}
