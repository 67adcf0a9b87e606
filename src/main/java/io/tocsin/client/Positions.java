package io.tocsin.client;

import io.tocsin.model.InvalidRecord;
import io.tocsin.model.Problem;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * How far a reader has come in the topic of alerts: for each partition the offset to go on from.
 * Its text is {@code 0:12,1:44}; keep that, and {@link #parse} gives it back.
 */
public record Positions(SortedMap<Integer, Long> next) {
  /** Nothing was read. */
  public static final Positions NONE = new Positions(new TreeMap<>());

  private static final Pattern ITEM = Pattern.compile("(\\d{1,9}):(\\d{1,18})");

  public Positions {
    next = Collections.unmodifiableSortedMap(new TreeMap<>(next));
  }

  /**
   * Reads the text of positions; the empty text is {@link #NONE}.
   *
   * @throws InvalidRecord where it is not such a text
   */
  public static Positions parse(String text) {
    var next = new TreeMap<Integer, Long>();
    if (text.isEmpty()) {
      return NONE;
    }
    for (var item : text.split(",", -1)) {
      var parts = ITEM.matcher(item);
      if (!parts.matches()
          || next.put(Integer.valueOf(parts.group(1)), Long.valueOf(parts.group(2))) != null) {
        throw new InvalidRecord(
            Problem.of(
                "positions", text, "must be partition:offset, each once, such as 0:12,1:44"));
      }
    }
    return new Positions(next);
  }

  /** The same with another offset to go on from in one partition. */
  Positions at(int partition, long offset) {
    var others = new TreeMap<>(next);
    others.put(partition, offset);
    return new Positions(others);
  }

  /** As {@link #parse} takes it. */
  @Override
  public String toString() {
    return next.entrySet().stream().map(Positions::item).collect(Collectors.joining(","));
  }

  private static String item(Map.Entry<Integer, Long> entry) {
    return entry.getKey() + ":" + entry.getValue();
  }
}
