package io.tocsin.assess;

import java.util.Arrays;

/** Fingerprints of story leaders, side by side, in order of time and id. */
final class Texts {
  private long[] fingerprints = new long[8];
  private Weighed[] leaders = new Weighed[8];
  private int from;
  private int to;

  int size() {
    return to - from;
  }

  Weighed get(int i) {
    return leaders[from + i];
  }

  /**
   * @param last whether it is known to come after all others
   */
  void add(Weighed leader, boolean last) {
    makeRoom();
    int at = to;
    while (!last && at > from && Exhibit.ORDER.compare(leaders[at - 1].row(), leader.row()) > 0) {
      at--;
    }
    move(at, at + 1);
    fingerprints[at] = leader.row().fingerprint();
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
        move(i + 1, i);
        leaders[--to] = null;
        return;
      }
    }
  }

  /** The earliest leader since a moment within a distance, or {@code null}. */
  Weighed first(long fingerprint, int distance, long since) {
    for (int i = from; i < to; i++) {
      if (Long.bitCount(fingerprints[i] ^ fingerprint) <= distance
          && leaders[i].row().time() >= since) {
        return leaders[i];
      }
    }
    return null;
  }

  private void move(int source, int target) {
    System.arraycopy(leaders, source, leaders, target, to - source);
    System.arraycopy(fingerprints, source, fingerprints, target, to - source);
  }

  private void makeRoom() {
    if (to < leaders.length) {
      return;
    }
    int size = to - from;
    int room = 2 * size > leaders.length ? 2 * leaders.length : leaders.length;
    fingerprints = Arrays.copyOf(Arrays.copyOfRange(fingerprints, from, to), room);
    leaders = Arrays.copyOf(Arrays.copyOfRange(leaders, from, to), room);
    from = 0;
    to = size;
  }
}
