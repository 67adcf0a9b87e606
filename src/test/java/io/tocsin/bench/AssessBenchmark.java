package io.tocsin.bench;

import io.tocsin.assess.Assessor;
import io.tocsin.assess.HeapArchive;
import io.tocsin.assess.Policy;
import io.tocsin.assess.Report;
import io.tocsin.assess.SmallReference;
import io.tocsin.assess.Territory;
import io.tocsin.model.Category;
import io.tocsin.model.Claim;
import io.tocsin.model.Credibility;
import io.tocsin.model.Reliability;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * How many rows a second one subject takes in, by how many it has already: in order the number must
 * not fall, late it falls with the rows, for they are folded anew.
 */
public final class AssessBenchmark {
  private static final int SAMPLE = 2_000;
  private static final int LATE_SAMPLE = 10;
  private static final long STEP = 10_000;

  private AssessBenchmark() {}

  /** Prints one line for each size. */
  public static void main(String[] arguments) {
    measure(20_000, new StringBuilder());
    var lines = new StringBuilder();
    for (int rows : List.of(1_000, 10_000, 100_000)) {
      measure(rows, lines);
    }
    System.out.print(lines);
  }

  private static void measure(int rows, StringBuilder lines) {
    var reference = SmallReference.get();
    var assessor =
        new Assessor(
            reference,
            new HeapArchive(reference.regions()::country),
            Territory.EVERYWHERE,
            Policy.DEFAULT,
            Long.MIN_VALUE);
    take(assessor, reports(0, rows, 0));
    double inOrder = rate(assessor, reports(rows, SAMPLE, 0));
    double late = rate(assessor, reports(rows + SAMPLE, LATE_SAMPLE, 3_600_000));
    lines.append("%,9d rows: %,12.0f in order/s, %,10.1f late/s%n".formatted(rows, inOrder, late));
  }

  private static double rate(Assessor assessor, List<Report> reports) {
    long start = System.nanoTime();
    take(assessor, reports);
    return reports.size() * 1e9 / (System.nanoTime() - start);
  }

  private static void take(Assessor assessor, List<Report> reports) {
    reports.forEach(r -> assessor.apply(r, Math.max(assessor.clock(), r.arrival())));
  }

  private static List<Report> reports(int first, int count, long late) {
    var random = new Random(first);
    var reports = new ArrayList<Report>();
    for (int i = first; i < first + count; i++) {
      long time = 1_449_000_000_000L + i * STEP - late;
      var source = "source-" + random.nextInt(50);
      reports.add(
          new Report(
              "n" + i,
              0,
              false,
              time,
              time,
              source,
              source,
              Reliability.B,
              Credibility.PROBABLY_TRUE,
              null,
              random.nextLong(),
              "What happened",
              null,
              List.of(new Claim("isil", "FR", Category.PLOT, 1))));
    }
    return reports;
  }
}
