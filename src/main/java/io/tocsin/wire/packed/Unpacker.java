package io.tocsin.wire.packed;

import io.tocsin.wire.Names;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/** Reads what a {@link Packer} wrote. */
final class Unpacker {
  private final byte[] in;
  private final int end;
  private final Names<String> names;
  private int at;

  Unpacker(byte[] packed) {
    this(packed, 0, packed.length, null);
  }

  /**
   * @param names those known already, or {@code null}
   */
  Unpacker(byte[] packed, int from, int end, Names<String> names) {
    this.in = packed;
    this.at = from;
    this.end = end;
    this.names = names;
  }

  long number() {
    long zigzag = 0;
    for (int shift = 0; ; shift += 7) {
      byte next = in[at++];
      zigzag |= (long) (next & 0x7f) << shift;
      if (next >= 0) {
        return zigzag >>> 1 ^ -(zigzag & 1);
      }
    }
  }

  int integer() {
    return Math.toIntExact(number());
  }

  Long optional() {
    return flag() ? Long.valueOf(number()) : null;
  }

  boolean flag() {
    return in[at++] != 0;
  }

  double real() {
    return Double.longBitsToDouble(bits());
  }

  long bits() {
    long value = 0;
    for (int i = 0; i < Long.BYTES; i++) {
      value = value << 8 | in[at++] & 0xff;
    }
    return value;
  }

  byte[] bytes() {
    int length = integer();
    return length < 0 ? null : Arrays.copyOfRange(in, skip(length), at);
  }

  String text() {
    int length = integer();
    return length < 0 ? null : new String(in, skip(length), length, StandardCharsets.UTF_8);
  }

  /** Text that comes again and again, as one instance where it is known. */
  String name() {
    if (names == null) {
      return text();
    }
    int length = integer();
    return length < 0 ? null : names.get(in, skip(length), length);
  }

  <E extends Enum<E>> E constant(E[] values) {
    int place = in[at++];
    return place < 0 ? null : values[place];
  }

  <T> List<T> each(Function<Unpacker, T> reader) {
    int count = integer();
    List<T> values = new ArrayList<>(Math.min(count, end - at));
    for (int i = 0; i < count; i++) {
      values.add(reader.apply(this));
    }
    return values;
  }

  boolean isAtEnd() {
    return at >= end;
  }

  int position() {
    return at;
  }

  /** Skips bytes; where they began. */
  int skip(int length) {
    if (length > end - at) {
      throw new ArrayIndexOutOfBoundsException("length " + length + " behind byte " + at);
    }
    int from = at;
    at += length;
    return from;
  }
}
