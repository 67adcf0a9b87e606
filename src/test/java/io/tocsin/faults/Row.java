package io.tocsin.faults;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What one fault came to; filled in as the test goes on, so that a row of a test that fails tells.
 */
final class Row {
  /** How it went. */
  enum Result {
    HELD,
    FAILED,
    SKIPPED
  }

  private final List<String> done = new ArrayList<>();
  private final List<Duration> recoveries = new ArrayList<>();
  private final List<String> notes = new ArrayList<>();
  private String verdict = "";
  private Long lost;
  private Long repeated;
  private String books = "";

  /** What was done, a phrase. */
  Row done(String what, Object... values) {
    done.add(what.formatted(values));
    return this;
  }

  /** From the fault, or its end, to the first commit of the slowest partition. */
  Row recovered(Duration after) {
    recoveries.add(after);
    return this;
  }

  Row note(String what, Object... values) {
    notes.add(what.formatted(values));
    return this;
  }

  Row books(String how) {
    books = how;
    return this;
  }

  Row judged(Verdict verdict) {
    lost = (long) verdict.lost().size();
    repeated = (long) verdict.repeated().size();
    this.verdict = "%d of %d changes".formatted(verdict.told(), verdict.expected());
    if (!verdict.wrong().isEmpty()) {
      note("%d told otherwise, such as %s", verdict.wrong().size(), verdict.wrong().get(0));
    }
    verdict.standing().stream().findFirst().ifPresent(line -> note("standing %s", line));
    return this;
  }

  /** The row as the table has it. */
  Entry entry(String fault, String order, Result result, String why) {
    if (!why.isEmpty()) {
      notes.add(0, why);
    }
    return new Entry(
        fault,
        order,
        result.name().toLowerCase(Locale.ROOT),
        String.join("; ", done),
        verdict,
        lost,
        repeated,
        books,
        recoveries.stream().map(Duration::toMillis).toList(),
        String.join("; ", notes));
  }

  /**
   * One row, as JSON has it.
   *
   * @param order by which rows are sorted
   * @param lost changes, {@code null} where it did not come to a verdict
   * @param recoveryMillis one for each time that was taken
   */
  record Entry(
      String fault,
      String order,
      String result,
      String done,
      String changes,
      Long lost,
      Long repeated,
      String books,
      List<Long> recoveryMillis,
      String notes) {

    /** The cells of a table in Markdown. */
    List<String> cells() {
      return List.of(
          fault, result, done, changes, text(lost), text(repeated), books, recovery(), notes);
    }

    private String recovery() {
      if (recoveryMillis.isEmpty()) {
        return "";
      }
      var sorted = recoveryMillis.stream().sorted().toList();
      var median = seconds(sorted.get(sorted.size() / 2));
      return sorted.size() == 1
          ? median
          : "median %s, at most %s".formatted(median, seconds(sorted.get(sorted.size() - 1)));
    }

    private static String seconds(long millis) {
      return String.format(Locale.ROOT, "%.1f s", millis / 1e3);
    }

    private static String text(Long number) {
      return number == null ? "" : number.toString();
    }
  }
}
