package io.tocsin.reference;

import io.tocsin.model.Level;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Reads scales.csv. */
final class ScaleRows {
  static final List<String> COLUMNS =
      List.of("scale", "version", "order", "name", "level", "levelFrom", "levelTo");

  private ScaleRows() {}

  static List<Step> steps(Table table) {
    var steps = new ArrayList<Step>();
    var names = new HashSet<List<String>>();
    var orders = new HashMap<List<Object>, Step>();
    for (var row : table.rows()) {
      var step = step(row);
      if (!names.add(List.of(step.scale(), step.version(), Folding.fold(step.name())))) {
        row.refuse("name", step.name(), "must not be given twice in one version");
      }
      checkSameLevel(row, step, orders);
      steps.add(step);
    }
    return steps;
  }

  /** Rows of one order are the names of one step. */
  private static void checkSameLevel(Row row, Step step, Map<List<Object>, Step> orders) {
    var first = orders.putIfAbsent(List.of(step.scale(), step.version(), step.order()), step);
    if (first != null
        && !(Objects.equals(first.level(), step.level())
            && Objects.equals(first.levelFrom(), step.levelFrom())
            && Objects.equals(first.levelTo(), step.levelTo()))) {
      row.refuse("level", step.level(), "must be that of " + first.name() + ", of the same order");
    }
  }

  private static Step step(Row row) {
    var level = row.oneOf("level", Level.class);
    var from = row.oneOf("levelFrom", Level.class);
    var to = row.oneOf("levelTo", Level.class);
    if (level == null && (from != null || to != null)) {
      row.refuse("level", null, "must be given with levelFrom or levelTo");
    }
    if (from == null) {
      from = level;
    }
    if (to == null) {
      to = level;
    }
    if (level != null && (from.isAbove(level) || level.isAbove(to))) {
      row.refuse("level", level, "must lie in levelFrom..levelTo, " + from + ".." + to);
    }
    Long order = row.count("order");
    if (order == null && row.optional("order") == null) {
      row.refuse("order", null, "must be given");
    }
    return new Step(
        row.id("scale"),
        row.id("version"),
        order == null ? 0 : Math.toIntExact(Math.min(order, Integer.MAX_VALUE)),
        row.text("name"),
        level,
        from,
        to);
  }
}
