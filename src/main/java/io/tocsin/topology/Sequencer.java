package io.tocsin.topology;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * Puts the records of a replay back into the order in which they were published. They lie in three
 * topics, between which Kafka keeps no order; a replay numbers them in a header and publishes all
 * to one partition, so that one task reads them all. Records without a number pass as they come.
 *
 * <p>A resequencer as Hohpe and Woolf describe it ("Enterprise Integration Patterns", 2003).
 */
public final class Sequencer {
  /** Name of the replay and the record's number in it from 0, as {@code name/number}. */
  public static final String HEADER = "tocsin_sequence";

  private final KeyValueStore<Bytes, byte[]> store;

  Sequencer(KeyValueStore<Bytes, byte[]> store) {
    this.store = store;
  }

  /** Where a record stands in its replay, or {@code null}. */
  public static Place place(Headers headers) {
    Header header = headers.lastHeader(HEADER);
    if (header == null || header.value() == null) {
      return null;
    }
    String text = new String(header.value(), StandardCharsets.UTF_8);
    int slash = text.lastIndexOf('/');
    try {
      return new Place(
          text.substring(0, Math.max(slash, 0)), Long.parseLong(text.substring(slash + 1)));
    } catch (NumberFormatException e) {
      return null;
    }
  }

  /**
   * Where a record stands.
   *
   * @param replay name of the replay
   * @param number from 0
   */
  public record Place(String replay, long number) {}

  /** Whether a record has to wait for others. */
  boolean isEarly(Place place) {
    return place.number() > next(place.replay());
  }

  void hold(Place place, byte[] record) {
    store.put(waiting(place.replay(), place.number()), record);
  }

  /**
   * The records whose turn it is once this one has been read; none where it comes for the second
   * time.
   */
  List<byte[]> following(Place place) {
    var turn = new ArrayList<byte[]>();
    long next = next(place.replay());
    if (place.number() == next) {
      next++;
      byte[] waiting;
      while ((waiting = store.delete(waiting(place.replay(), next))) != null) {
        turn.add(waiting);
        next++;
      }
      store.put(expected(place.replay()), text(Long.toString(next)));
    }
    return turn;
  }

  /** Whether anything waits. */
  boolean isWaiting() {
    try (var waiting = store.range(bytes("w|"), bytes("w}"))) {
      return waiting.hasNext();
    }
  }

  /**
   * Gives up waiting: what waits, in order. For a replay whose beginning is no longer in the
   * topics.
   */
  List<byte[]> release() {
    var released = new ArrayList<byte[]>();
    var keys = new ArrayList<Bytes>();
    try (var waiting = store.range(bytes("w|"), bytes("w}"))) {
      while (waiting.hasNext()) {
        var entry = waiting.next();
        keys.add(entry.key);
        released.add(entry.value);
      }
    }
    for (var key : keys) {
      store.delete(key);
      String name = new String(key.get(), StandardCharsets.UTF_8);
      int slash = name.lastIndexOf('/');
      long after = Long.parseLong(name.substring(slash + 1)) + 1;
      store.put(expected(name.substring(2, slash)), text(Long.toString(after)));
    }
    return released;
  }

  private long next(String replay) {
    byte[] next = store.get(expected(replay));
    return next == null ? 0 : Long.parseLong(new String(next, StandardCharsets.UTF_8));
  }

  private static Bytes expected(String replay) {
    return bytes("e|" + replay);
  }

  private static Bytes waiting(String replay, long number) {
    return bytes("w|" + replay + "/" + String.format("%019d", number));
  }

  private static Bytes bytes(String text) {
    return Bytes.wrap(text(text));
  }

  private static byte[] text(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
