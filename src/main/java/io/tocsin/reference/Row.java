package io.tocsin.reference;

import io.tocsin.model.Problem;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** One row of a {@link Table}: its cells by column, each read by a rule that it may break. */
final class Row {
  private static final int MAX_ID = 256;
  private static final int MAX_TEXT = 1_000;

  private final String file;
  private final long line;
  private final Map<String, Integer> positions;
  private final List<String> cells;
  private final Faults faults;

  Row(String file, long line, Map<String, Integer> positions, List<String> cells, Faults faults) {
    this.file = file;
    this.line = line;
    this.positions = positions;
    this.cells = cells;
    this.faults = faults;
  }

  long line() {
    return line;
  }

  void refuse(String field, Object value, String rule) {
    faults.add(file, line, Problem.of(field, value, rule));
  }

  /** The cell, or {@code null} where it is empty. */
  String optional(String field) {
    String cell = cells.get(positions.get(field));
    if (cell.length() > MAX_TEXT) {
      refuse(field, cell, "must have at most " + MAX_TEXT + " characters");
    }
    return cell.isEmpty() ? null : cell;
  }

  /** The cell; the empty string where it is missing, which is a fault. */
  String text(String field) {
    String cell = optional(field);
    if (cell == null) {
      refuse(field, null, "must not be blank");
      return "";
    }
    return cell;
  }

  String id(String field) {
    String id = text(field);
    if (id.length() > MAX_ID || id.chars().anyMatch(c -> c == '|' || c <= ' ' || c == '*')) {
      refuse(field, id, "must have at most 256 characters, none of them a space, | or *");
    }
    return id;
  }

  /** The items between bars, each once, in their order. */
  List<String> list(String field) {
    String cell = cells.get(positions.get(field));
    if (cell.isEmpty()) {
      return List.of();
    }
    if (cell.indexOf('|') < 0) {
      return List.of(cell);
    }
    var items = new LinkedHashSet<String>();
    for (String item : cell.split("\\|", -1)) {
      if (item.isBlank()) {
        refuse(field, cell, "must not have an empty item");
      } else {
        items.add(item.strip());
      }
    }
    return new ArrayList<>(items);
  }

  /** The same of a column that files may go without. */
  List<String> optionalList(String field) {
    return positions.containsKey(field) ? list(field) : List.of();
  }

  Double degrees(String field, double limit) {
    String cell = optional(field);
    if (cell == null) {
      return null;
    }
    try {
      double degrees = Double.parseDouble(cell);
      if (Math.abs(degrees) <= limit) {
        return degrees;
      }
    } catch (NumberFormatException e) {
      // refused below, as a number out of range is
    }
    refuse(field, cell, "must be a number of degrees in [-%1$.0f, %1$.0f]".formatted(limit));
    return null;
  }

  Long count(String field) {
    String cell = optional(field);
    if (cell == null) {
      return null;
    }
    try {
      long count = Long.parseLong(cell);
      if (count >= 0) {
        return count;
      }
    } catch (NumberFormatException e) {
      // refused below, as a negative number is
    }
    refuse(field, cell, "must be a whole number, not negative");
    return null;
  }

  <E extends Enum<E>> E oneOf(String field, Class<E> type) {
    String cell = optional(field);
    if (cell == null) {
      return null;
    }
    for (E constant : type.getEnumConstants()) {
      if (constant.name().equals(cell)) {
        return constant;
      }
    }
    refuse(field, cell, "must be one of " + names(type));
    return null;
  }

  private static <E extends Enum<E>> String names(Class<E> type) {
    return Arrays.stream(type.getEnumConstants()).map(Enum::name).collect(Collectors.joining(", "));
  }
}
