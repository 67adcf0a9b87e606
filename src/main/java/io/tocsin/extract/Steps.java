package io.tocsin.extract;

import java.util.Arrays;

/** From a state by a word to the next state: a trie's edges in one table. */
final class Steps {
  static final int NONE = -1;

  private static final int SMALLEST = 64;
  private static final long FREE = -1;

  /** State and word, open addressing; at most half full. */
  private long[] keys;

  private int[] nexts;
  private int count;

  Steps() {
    keys = free(SMALLEST);
    nexts = new int[SMALLEST];
  }

  /** The state that a word leads to, or {@link #NONE}. */
  int next(int state, int word) {
    int at = find(key(state, word));
    return keys[at] == FREE ? NONE : nexts[at];
  }

  /** Adds a step that is not there yet. */
  void add(int state, int word, int next) {
    if (++count * 2 > keys.length) {
      grow();
    }
    put(key(state, word), next);
  }

  private void put(long key, int next) {
    int at = find(key);
    keys[at] = key;
    nexts[at] = next;
  }

  private int find(long key) {
    int mask = keys.length - 1;
    long mixed = key * 0x9E3779B97F4A7C15L;
    int at = (int) (mixed >>> 32) & mask;
    while (keys[at] != key && keys[at] != FREE) {
      at = at + 1 & mask;
    }
    return at;
  }

  private void grow() {
    long[] known = keys;
    int[] knownNexts = nexts;
    keys = free(known.length * 2);
    nexts = new int[keys.length];
    for (int i = 0; i < known.length; i++) {
      if (known[i] != FREE) {
        put(known[i], knownNexts[i]);
      }
    }
  }

  private static long key(int state, int word) {
    return (long) state << Integer.SIZE | word;
  }

  private static long[] free(int size) {
    var keys = new long[size];
    Arrays.fill(keys, FREE);
    return keys;
  }
}
