package io.tocsin.wire.packed;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Reads what a {@link Packer} wrote. */
final class Unpacker {
  private final ByteBuffer in;

  Unpacker(byte[] packed) {
    in = ByteBuffer.wrap(packed);
  }

  long number() {
    long zigzag = 0;
    for (int shift = 0; ; shift += 7) {
      byte next = in.get();
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
    return in.get() != 0;
  }

  double real() {
    return Double.longBitsToDouble(bits());
  }

  long bits() {
    return in.getLong();
  }

  byte[] bytes() {
    int length = integer();
    if (length < 0) {
      return null;
    }
    byte[] bytes = new byte[length];
    in.get(bytes);
    return bytes;
  }

  String text() {
    byte[] bytes = bytes();
    return bytes == null ? null : new String(bytes, StandardCharsets.UTF_8);
  }

  <E extends Enum<E>> E constant(Class<E> type) {
    String name = text();
    return name == null ? null : Enum.valueOf(type, name);
  }

  <T> List<T> each(Function<Unpacker, T> reader) {
    int count = integer();
    List<T> values = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      values.add(reader.apply(this));
    }
    return values;
  }
}
