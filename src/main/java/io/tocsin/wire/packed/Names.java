package io.tocsin.wire.packed;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Ids that come again and again (sources, entities, regions), found by their bytes without making a
 * string. Those used together push others out, so its size is bounded.
 *
 * <p>Not for several threads.
 */
public final class Names {
  /** Knows none, and learns none. */
  static final Names NONE = new Names(0);

  private static final int ROOM = 1 << 14;
  private static final int LONGEST = 64;

  private final byte[][] keys;
  private final String[] names;

  public Names() {
    this(ROOM);
  }

  private Names(int room) {
    keys = new byte[room][];
    names = new String[room];
  }

  /** The text in a stretch of UTF-8. */
  public String text(byte[] from, int offset, int length) {
    if (length > LONGEST || keys.length == 0) {
      return new String(from, offset, length, StandardCharsets.UTF_8);
    }
    int hash = length;
    for (int i = offset; i < offset + length; i++) {
      hash = 31 * hash + from[i];
    }
    int place = (hash ^ hash >>> 15) & keys.length - 1;
    byte[] known = keys[place];
    if (known == null || !Arrays.equals(known, 0, known.length, from, offset, offset + length)) {
      keys[place] = Arrays.copyOfRange(from, offset, offset + length);
      names[place] = new String(from, offset, length, StandardCharsets.UTF_8);
    }
    return names[place];
  }
}
