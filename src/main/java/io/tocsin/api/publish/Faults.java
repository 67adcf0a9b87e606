package io.tocsin.api.publish;

import io.tocsin.model.Problem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What is wrong with records, as problems list it; all of it counts, and the first is shown. */
final class Faults {
  private static final int SHOWN = 100;

  private final List<Map<String, Object>> shown = new ArrayList<>();
  private long all;

  /** Notes everything that is wrong with one record. */
  void add(String root, List<Problem> problems) {
    for (var problem : problems) {
      all++;
      if (shown.size() < SHOWN) {
        shown.add(shown(root, problem));
      }
    }
  }

  boolean isEmpty() {
    return all == 0;
  }

  long all() {
    return all;
  }

  /** The first hundred, each with its JSON pointer. */
  List<Map<String, Object>> shown() {
    return shown;
  }

  private static Map<String, Object> shown(String root, Problem problem) {
    var one = new LinkedHashMap<String, Object>();
    one.put("pointer", Pointer.of(root, problem.field()));
    if (!problem.value().isEmpty()) {
      one.put("value", problem.value());
    }
    one.put("detail", problem.rule());
    return one;
  }
}
