package io.tocsin.assess;

import io.tocsin.model.Action;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToLongFunction;

/**
 * The statements that cover one claim, by issue: what they do to a row of it is looked up by time,
 * so that a row asks only those that are near enough to matter.
 */
final class Bearing {
  /** Of a claim that no statement covers. */
  static final Bearing NONE = new Bearing(List.of());

  private final List<Ruling> judgements = new ArrayList<>();
  private final List<Ruling> allClears = new ArrayList<>();
  private final List<Ruling> corroborating = new ArrayList<>();

  /**
   * @param rulings by issue, then id
   */
  Bearing(List<Ruling> rulings) {
    for (var ruling : rulings) {
      switch (ruling.statement().action()) {
        case CONFIRM, DENY -> judgements.add(ruling);
        case ALL_CLEAR -> allClears.add(ruling);
        default -> {}
      }
      if (ruling.statement().corroborates()) {
        corroborating.add(ruling);
      }
    }
  }

  /** The CONFIRM or DENY that holds for a row at a moment, or {@code null}. */
  Ruling judgement(Row row, long time, long window) {
    if (judgements.isEmpty()
        || judgements.get(judgements.size() - 1).from() < row.time() - window) {
      return null;
    }
    Ruling latest = null;
    int from = firstSince(judgements, row.time() - window, Ruling::from);
    for (int i = from; i < judgements.size(); i++) {
      var ruling = judgements.get(i);
      if (ruling.from() > row.time() + window || ruling.from() > time) {
        break;
      }
      latest = ruling.inForce(time) && aboutCategory(ruling, row) ? ruling : latest;
    }
    return latest;
  }

  /** The all-clears that hold for a row at a moment. */
  List<Ruling> allClears(Row row, long time) {
    if (allClears.isEmpty() || allClears.get(allClears.size() - 1).from() < row.time()) {
      return List.of();
    }
    int from = firstSince(allClears, row.time(), Ruling::from);
    return allClears.subList(from, allClears.size()).stream()
        .filter(ruling -> ruling.inForce(time))
        .toList();
  }

  /**
   * Until when, exclusively, a row's claim is corroborated by official word; NEVER where it is not.
   */
  long corroborated(Row row, long time, long window) {
    for (int i = corroborating.size() - 1; i >= 0; i--) {
      var ruling = corroborating.get(i);
      if (ruling.from() <= time - window) {
        break;
      }
      // a WARN is not narrowed by categories
      boolean speaks = ruling.statement().action() == Action.WARN || aboutCategory(ruling, row);
      if (speaks && ruling.inForce(time)) {
        return ruling.from() + window;
      }
    }
    return Times.NEVER;
  }

  private static boolean aboutCategory(Ruling ruling, Row row) {
    var categories = ruling.statement().categories();
    return categories.isEmpty() || categories.contains(row.category());
  }

  /** The index of the first item of a list by time that is not before a moment. */
  static <T> int firstSince(List<T> byTime, long moment, ToLongFunction<T> time) {
    int low = 0;
    int high = byTime.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (time.applyAsLong(byTime.get(middle)) < moment) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
