package io.tocsin.wire;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/**
 * Writes Avro's binary encoding into one array that grows: what Avro's own writers write, without
 * their look-ups of fields and conversions by value.
 */
final class AvroOutput {
  private static final int TYPICAL_SIZE = 1_024;
  private static final int LONGEST_NUMBER = 10;

  private byte[] bytes = new byte[TYPICAL_SIZE];
  private int size;

  AvroOutput raw(byte[] value) {
    reserve(value.length);
    System.arraycopy(value, 0, bytes, size, value.length);
    size += value.length;
    return this;
  }

  AvroOutput number(long value) {
    reserve(LONGEST_NUMBER);
    long zigzag = value << 1 ^ value >> 63;
    while ((zigzag & ~0x7fL) != 0) {
      bytes[size++] = (byte) (zigzag | 0x80);
      zigzag >>>= 7;
    }
    bytes[size++] = (byte) zigzag;
    return this;
  }

  AvroOutput real(double value) {
    reserve(Double.BYTES);
    long bits = Double.doubleToRawLongBits(value);
    for (int i = 0; i < Double.BYTES; i++) {
      bytes[size++] = (byte) (bits >>> 8 * i);
    }
    return this;
  }

  AvroOutput text(String value) {
    byte[] utf8 = value.getBytes(StandardCharsets.UTF_8);
    return number(utf8.length).raw(utf8);
  }

  /** Of a union with null: null. */
  AvroOutput absent() {
    return number(0);
  }

  /** Of a union with null: the other branch, which follows. */
  AvroOutput present() {
    return number(1);
  }

  AvroOutput optionalText(String value) {
    return value == null ? absent() : present().text(value);
  }

  AvroOutput time(Instant value) {
    return number(value.toEpochMilli());
  }

  AvroOutput optionalTime(Instant value) {
    return value == null ? absent() : present().time(value);
  }

  <E extends Enum<E>> AvroOutput constant(E value, Symbols<E> symbols) {
    return number(symbols.index(value));
  }

  <E extends Enum<E>> AvroOutput optionalConstant(E value, Symbols<E> symbols) {
    return value == null ? absent() : present().constant(value, symbols);
  }

  <T> AvroOutput each(List<T> items, BiConsumer<AvroOutput, T> writer) {
    if (!items.isEmpty()) {
      number(items.size());
      for (int i = 0; i < items.size(); i++) {
        writer.accept(this, items.get(i));
      }
    }
    return number(0);
  }

  AvroOutput texts(Map<String, String> entries) {
    if (!entries.isEmpty()) {
      number(entries.size());
      entries.forEach((key, value) -> text(key).text(value));
    }
    return number(0);
  }

  byte[] written() {
    return Arrays.copyOf(bytes, size);
  }

  private void reserve(int more) {
    if (bytes.length - size < more) {
      bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, size + more));
    }
  }
}
