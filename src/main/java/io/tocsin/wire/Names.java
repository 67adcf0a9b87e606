package io.tocsin.wire;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * What short texts mean, remembered by their bytes in UTF-8: a name that comes again makes no new
 * text and is not looked up again. Holds a bounded number, of which newer ones displace older. For
 * one thread.
 *
 * @param <T> what a name means
 */
public final class Names<T> {
  private static final int LONGEST = 128;
  private static final VarHandle EIGHT =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final long MIX = 0x9E3779B97F4A7C15L;

  private final Function<String, T> meaning;
  private final int mask;
  private final byte[][] names;
  private final Object[] meanings;

  /**
   * @param size how many are remembered; rounded up to a power of two
   * @param meaning {@code null} for a name that means nothing, which is asked about each time
   */
  public Names(int size, Function<String, T> meaning) {
    int slots = Integer.highestOneBit(Math.max(2, size) * 2 - 1);
    this.meaning = meaning;
    this.mask = slots - 1;
    this.names = new byte[slots][];
    this.meanings = new Object[slots];
  }

  /** Texts that mean themselves: the same text is the same object, as long as it is remembered. */
  public static Names<String> texts(int size) {
    return new Names<>(size, UnaryOperator.identity());
  }

  /** What the text means that lies there; {@code null} for nothing. */
  public T get(byte[] from, int offset, int length) {
    if (length > LONGEST) {
      return meaning.apply(text(from, offset, length));
    }
    int slot = slot(from, offset, length) & mask;
    if (isIn(slot, from, offset, length)) {
      return meaning(slot);
    }
    int other = slot ^ 1;
    return isIn(other, from, offset, length) ? meaning(other) : learn(slot, from, offset, length);
  }

  private boolean isIn(int slot, byte[] from, int offset, int length) {
    byte[] name = names[slot];
    return name != null
        && name.length == length
        && Arrays.equals(name, 0, length, from, offset, offset + length);
  }

  @SuppressWarnings("unchecked") // nothing else is put in
  private T meaning(int slot) {
    return (T) meanings[slot];
  }

  /** Two share two slots, so the newest never displaces the one before it. */
  private T learn(int slot, byte[] from, int offset, int length) {
    T learnt = meaning.apply(text(from, offset, length));
    if (learnt != null) {
      names[slot ^ 1] = names[slot];
      meanings[slot ^ 1] = meanings[slot];
      names[slot] = Arrays.copyOfRange(from, offset, offset + length);
      meanings[slot] = learnt;
    }
    return learnt;
  }

  private static int slot(byte[] from, int offset, int length) {
    long hash = length;
    int at = offset;
    int end = offset + length;
    for (; at + Long.BYTES <= end; at += Long.BYTES) {
      hash = (hash ^ (long) EIGHT.get(from, at)) * MIX;
      hash ^= hash >>> 32;
    }
    for (; at < end; at++) {
      hash = (hash ^ from[at]) * MIX;
    }
    return (int) (hash >>> 40);
  }

  private static String text(byte[] from, int offset, int length) {
    return new String(from, offset, length, StandardCharsets.UTF_8);
  }
}
