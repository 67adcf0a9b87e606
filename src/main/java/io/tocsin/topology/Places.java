package io.tocsin.topology;

import com.carrotsearch.hppc.LongIntHashMap;
import com.carrotsearch.hppc.LongLongHashMap;
import java.util.HashMap;
import java.util.Map;
import java.util.function.ToLongFunction;

/**
 * Where each news event lies among the sheets, and how many subjects have an exhibit of it: some
 * thirty bytes an event, since all events of a year are here. Two ids of one hash are told apart by
 * the second's name.
 */
final class Places {
  /** No such event. */
  static final long NONE = -1;

  private static final int COUNT_BITS = 12;
  private static final int INDEX_BITS = 12;
  private static final long COUNT = (1L << COUNT_BITS) - 1;
  private static final long INDEX = (1L << INDEX_BITS) - 1;

  private final ToLongFunction<String> hash;
  private final LongLongHashMap byHash = new LongLongHashMap();
  private final Map<String, Long> collided = new HashMap<>();
  private final LongIntHashMap live = new LongIntHashMap();

  Places() {
    this(Places::hash);
  }

  /**
   * @param hash of an id
   */
  Places(ToLongFunction<String> hash) {
    this.hash = hash;
  }

  /**
   * @param index on the sheet
   * @param subjects that have an exhibit of it; so many that they are not counted stay for ever
   */
  static long place(long sheet, int index, int subjects) {
    return sheet << INDEX_BITS + COUNT_BITS
        | (long) index << COUNT_BITS
        | Math.min(subjects, COUNT);
  }

  static long sheet(long place) {
    return place >> INDEX_BITS + COUNT_BITS;
  }

  static int index(long place) {
    return (int) (place >> COUNT_BITS & INDEX);
  }

  private static long subjects(long place) {
    return place & COUNT;
  }

  /** Where an event lies if it lies anywhere; another one of the same hash may lie there. */
  long supposed(String event) {
    var apart = collided.get(event);
    return apart == null ? byHash.getOrDefault(hash.applyAsLong(event), NONE) : apart;
  }

  /**
   * Whether it is a certain place where an event lies, however many subjects have exhibits of it.
   */
  boolean isAt(String event, long place) {
    long supposed = supposed(event);
    return supposed != NONE && supposed >> COUNT_BITS == place >> COUNT_BITS;
  }

  /** Whether an event was told apart from another of the same hash. */
  boolean isApart(String event) {
    return collided.containsKey(event);
  }

  /** Notes an event for the first time. */
  void enter(String event, long place) {
    if (!byHash.putIfAbsent(hash.applyAsLong(event), place)) {
      collided.put(event, place);
    }
    live.addTo(sheet(place), 1);
  }

  /** Notes that an event lies elsewhere, or is counted otherwise; the sheet that it left. */
  long move(String event, long place) {
    long former = supposed(event);
    put(event, place);
    live.addTo(sheet(place), 1);
    return leave(former);
  }

  /** One subject less; the sheet that nothing is left of then, or {@link #NONE}. */
  long release(String event) {
    long place = supposed(event);
    if (place == NONE || subjects(place) == COUNT) {
      return NONE;
    }
    if (subjects(place) > 1) {
      put(event, place - 1);
      return NONE;
    }
    return remove(event);
  }

  /** Forgets an event; the sheet that nothing is left of then, or {@link #NONE}. */
  long remove(String event) {
    long place = supposed(event);
    if (collided.remove(event) == null) {
      byHash.remove(hash.applyAsLong(event));
    }
    return leave(place);
  }

  boolean isLive(long sheet) {
    return live.get(sheet) > 0;
  }

  private void put(String event, long place) {
    if (isApart(event)) {
      collided.put(event, place);
    } else {
      byHash.put(hash.applyAsLong(event), place);
    }
  }

  private long leave(long place) {
    long sheet = sheet(place);
    if (live.addTo(sheet, -1) > 0) {
      return NONE;
    }
    live.remove(sheet);
    return sheet;
  }

  /** FNV-1a over its characters, mixed; good enough, since ids of one hash are told apart. */
  private static long hash(String event) {
    long hash = 0xcbf29ce484222325L;
    for (int i = 0; i < event.length(); i++) {
      hash = (hash ^ event.charAt(i)) * 0x100000001b3L;
    }
    return hash ^ hash >>> 32;
  }
}
