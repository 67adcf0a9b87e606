package io.tocsin.wire.packed;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.function.BiConsumer;

/**
 * Writes values one behind the other: numbers as variable-length integers, text as UTF-8 behind its
 * length.
 */
final class Packer {
  private byte[] out;
  private int size;

  Packer() {
    this(256);
  }

  Packer(int room) {
    out = new byte[room];
  }

  Packer number(long value) {
    long zigzag = value << 1 ^ value >> 63;
    makeRoom(10);
    while ((zigzag & ~0x7fL) != 0) {
      out[size++] = (byte) (zigzag & 0x7f | 0x80);
      zigzag >>>= 7;
    }
    out[size++] = (byte) zigzag;
    return this;
  }

  Packer optional(Long value) {
    return value == null ? flag(false) : flag(true).number(value);
  }

  Packer flag(boolean value) {
    makeRoom(1);
    out[size++] = (byte) (value ? 1 : 0);
    return this;
  }

  Packer real(double value) {
    return bits(Double.doubleToRawLongBits(value));
  }

  Packer bits(long value) {
    makeRoom(Long.BYTES);
    for (int shift = 56; shift >= 0; shift -= 8) {
      out[size++] = (byte) (value >>> shift);
    }
    return this;
  }

  Packer bytes(byte[] value) {
    return value == null ? number(-1) : bytes(value, 0, value.length);
  }

  Packer bytes(byte[] from, int offset, int length) {
    return number(length).raw(from, offset, length);
  }

  /** Bytes without their length. */
  Packer raw(byte[] from, int offset, int length) {
    makeRoom(length);
    System.arraycopy(from, offset, out, size, length);
    size += length;
    return this;
  }

  /** Text, or {@code null}. */
  Packer text(String value) {
    return bytes(value == null ? null : value.getBytes(StandardCharsets.UTF_8));
  }

  /**
   * A constant of an enum by its place, or {@code null}; whoever moves a constant changes the form.
   */
  Packer constant(Enum<?> value) {
    makeRoom(1);
    out[size++] = (byte) (value == null ? -1 : value.ordinal());
    return this;
  }

  <T> Packer each(Collection<T> values, BiConsumer<Packer, T> writer) {
    number(values.size());
    values.forEach(value -> writer.accept(this, value));
    return this;
  }

  int size() {
    return size;
  }

  /** Begins again. */
  Packer clear() {
    size = 0;
    return this;
  }

  byte[] packed() {
    return Arrays.copyOf(out, size);
  }

  /** All that was written, behind what another has. */
  void appendTo(Packer other) {
    other.bytes(out, 0, size);
  }

  private void makeRoom(int more) {
    if (size + more > out.length) {
      out = Arrays.copyOf(out, Math.max(size + more, out.length * 2));
    }
  }
}
