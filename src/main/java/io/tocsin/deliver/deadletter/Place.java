package io.tocsin.deliver.deadletter;

import java.util.Optional;
import java.util.regex.Pattern;

/** Where a record lies. As text {@code tocsin.dead-letters-3-17}. */
public record Place(String topic, int partition, long offset) implements Comparable<Place> {
  private static final Pattern TEXT = Pattern.compile("(.+)-(\\d{1,9})-(\\d{1,18})");

  /** Reads the text; empty where it is none. */
  public static Optional<Place> parse(String text) {
    var parts = TEXT.matcher(text);
    return parts.matches()
        ? Optional.of(
            new Place(
                parts.group(1), Integer.parseInt(parts.group(2)), Long.parseLong(parts.group(3))))
        : Optional.empty();
  }

  @Override
  public int compareTo(Place other) {
    int topics = topic.compareTo(other.topic);
    int partitions = topics != 0 ? topics : Integer.compare(partition, other.partition);
    return partitions != 0 ? partitions : Long.compare(offset, other.offset);
  }

  @Override
  public String toString() {
    return topic + "-" + partition + "-" + offset;
  }
}
