package io.tocsin.assess;

import java.util.Arrays;

/**
 * Story leaders that share something, in order of time and id; mostly they come and go in order.
 */
final class Line {
  private Weighed[] leaders = new Weighed[2];
  private int from;
  private int to;

  boolean isEmpty() {
    return from == to;
  }

  void add(Weighed leader) {
    makeRoom();
    int at = to;
    while (at > from && Exhibit.ORDER.compare(leaders[at - 1].row(), leader.row()) > 0) {
      leaders[at] = leaders[at - 1];
      at--;
    }
    leaders[at] = leader;
    to++;
  }

  void remove(Weighed leader) {
    if (leaders[from] == leader) {
      leaders[from++] = null;
      return;
    }
    for (int i = to - 1; i > from; i--) {
      if (leaders[i] == leader) {
        System.arraycopy(leaders, i + 1, leaders, i, to - i - 1);
        leaders[--to] = null;
        return;
      }
    }
  }

  /** The earliest that is not before a moment, or {@code null}. */
  Weighed first(long since) {
    int low = from;
    int high = to;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (leaders[middle].row().time() < since) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low < to ? leaders[low] : null;
  }

  private void makeRoom() {
    if (to < leaders.length) {
      return;
    }
    int size = to - from;
    var target = 2 * size > leaders.length ? new Weighed[2 * leaders.length] : leaders;
    System.arraycopy(leaders, from, target, 0, size);
    if (target == leaders) {
      Arrays.fill(leaders, size, to, null);
    }
    leaders = target;
    from = 0;
    to = size;
  }
}
