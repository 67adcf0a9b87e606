package io.tocsin.wire.packed;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.function.BiConsumer;

/**
 * Writes values one behind the other: numbers as variable-length integers, text as UTF-8 behind its
 * length.
 */
final class Packer {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream(128);

  Packer number(long value) {
    long zigzag = value << 1 ^ value >> 63;
    while ((zigzag & ~0x7fL) != 0) {
      out.write((int) (zigzag & 0x7f | 0x80));
      zigzag >>>= 7;
    }
    out.write((int) zigzag);
    return this;
  }

  Packer optional(Long value) {
    return value == null ? flag(false) : flag(true).number(value);
  }

  Packer flag(boolean value) {
    out.write(value ? 1 : 0);
    return this;
  }

  Packer real(double value) {
    return bits(Double.doubleToRawLongBits(value));
  }

  Packer bits(long value) {
    out.writeBytes(ByteBuffer.allocate(Long.BYTES).putLong(value).array());
    return this;
  }

  Packer bytes(byte[] value) {
    if (value == null) {
      return number(-1);
    }
    number(value.length);
    out.writeBytes(value);
    return this;
  }

  /** Text, or {@code null}. */
  Packer text(String value) {
    return bytes(value == null ? null : value.getBytes(StandardCharsets.UTF_8));
  }

  /** A constant of an enum by its name, or {@code null}; a name outlives a change of order. */
  Packer constant(Enum<?> value) {
    return text(value == null ? null : value.name());
  }

  <T> Packer each(Collection<T> values, BiConsumer<Packer, T> writer) {
    number(values.size());
    values.forEach(value -> writer.accept(this, value));
    return this;
  }

  byte[] packed() {
    return out.toByteArray();
  }
}
