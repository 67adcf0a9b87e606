package io.tocsin.bench.sweep;

/**
 * One figure of a sweep.
 *
 * @param series what was measured: {@code in order}, {@code late}, {@code tocsin-eos}
 * @param at the number that is varied
 * @param micros of processor time for one record, or for one subject that a statement covers
 * @param recordsPerSecond by the clock on the wall
 * @param memoryMb held by the process at its most
 */
public record Point(
    String series, long at, double micros, double recordsPerSecond, double memoryMb) {
  private static final String MARK = "point";

  /** A line by which one process tells it to another. */
  String line() {
    return String.join(
        "\t",
        MARK,
        series,
        Long.toString(at),
        Double.toString(micros),
        Double.toString(recordsPerSecond),
        Double.toString(memoryMb));
  }

  /** The same for people, as soon as it is there: the whole sweep may take an hour. */
  String inWords() {
    return "%s: %,.2f µs, %,.0f records/s".formatted(series, micros, recordsPerSecond);
  }

  static boolean isLine(String line) {
    return line.startsWith(MARK + "\t");
  }

  static Point parse(String line) {
    var cells = line.split("\t");
    return new Point(
        cells[1],
        Long.parseLong(cells[2]),
        Double.parseDouble(cells[3]),
        Double.parseDouble(cells[4]),
        Double.parseDouble(cells[5]));
  }
}
