package io.tocsin.deliver.live;

import io.tocsin.deliver.board.Bookmark;
import io.tocsin.deliver.board.Told;
import java.util.ArrayDeque;
import java.util.Deque;

/** The last changes, in the order in which this server saw them. For one thread. */
final class Ring {
  private final long capacity;
  private final Deque<Told> changes = new ArrayDeque<>();
  private Bookmark start;
  private Bookmark end;
  private long bytes;

  /**
   * @param capacity bytes that their values may take
   */
  Ring(Bookmark start, long capacity) {
    this.start = start;
    this.end = start;
    this.capacity = capacity;
  }

  void add(Told told) {
    changes.add(told);
    bytes += told.bytes().length;
    end = end.behind(told);
    while (bytes > capacity) {
      var oldest = changes.remove();
      bytes -= oldest.bytes().length;
      start = start.behind(oldest);
    }
  }

  /** Before the oldest. */
  Bookmark start() {
    return start;
  }

  /** Behind the latest. */
  Bookmark end() {
    return end;
  }

  Iterable<Told> changes() {
    return changes;
  }

  /** How many bytes the values behind a place take. */
  long bytesBehind(Bookmark place) {
    return changes.stream().filter(place::isBefore).mapToLong(told -> told.bytes().length).sum();
  }
}
