package io.tocsin.wire;

import io.tocsin.model.Credibility;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Reads Avro's binary encoding as well-behaved writers write it. Once anything is out of the
 * ordinary all that is read is void and {@link #isComplete()} says so: then {@link BoundedDecoder}
 * reads it again and tells what is wrong, if anything. One object reads message after message.
 */
final class PlainAvro {
  private static final int MAX_VARINT_BITS = 70;

  private static final int FEW = 16;

  /** May stand for what is not UTF-8. */
  private static final char REPLACEMENT = '\uFFFD';

  private static final Credibility[] GRADES = Credibility.values();

  private byte[] from;
  private int at;
  private boolean unusual;

  void start(byte[] message, int body) {
    from = message;
    at = body;
    unusual = false;
  }

  /** Whether all was read, to the last byte, and is what it seemed. */
  boolean isComplete() {
    return !unusual && at == from.length;
  }

  boolean isUnusual() {
    return unusual;
  }

  long number() {
    long zigzag = 0;
    for (int shift = 0; shift < MAX_VARINT_BITS; shift += 7) {
      if (at >= from.length) {
        break;
      }
      long next = from[at++];
      zigzag |= (next & 0x7f) << shift;
      if (next >= 0) {
        return zigzag >>> 1 ^ -(zigzag & 1);
      }
    }
    unusual = true;
    return 0;
  }

  int whole() {
    long value = number();
    unusual |= value != (int) value;
    return (int) value;
  }

  /** An index below a bound; 0 where it is none. */
  int index(int bound) {
    long index = number();
    if (index < 0 || index >= bound) {
      unusual = true;
      return 0;
    }
    return (int) index;
  }

  /** The constant of a symbol. */
  <E extends Enum<E>> E constant(Symbols<E> symbols) {
    return symbols.constant(index(symbols.size()));
  }

  /** A credibility by its grade, 1..6. */
  Credibility grade() {
    int grade = index(GRADES.length + 1);
    if (grade == 0) {
      unusual = true;
      return null;
    }
    return GRADES[grade - 1];
  }

  /** Whether the second branch of a union with null follows. */
  boolean isPresent() {
    return index(2) == 1;
  }

  double real() {
    if (from.length - at < Double.BYTES) {
      unusual = true;
      return 0;
    }
    long bits = 0;
    for (int i = 0; i < Double.BYTES; i++) {
      bits |= (from[at++] & 0xffL) << 8 * i;
    }
    return Double.longBitsToDouble(bits);
  }

  void text(Slice into) {
    int length = length();
    into.move(from, at, length);
    at += length;
  }

  void optionalText(Slice into) {
    if (isPresent()) {
      text(into);
    } else {
      into.clear(from);
    }
  }

  String text() {
    int length = length();
    var text = new String(from, at, length, StandardCharsets.UTF_8);
    at += length;
    unusual |= text.indexOf(REPLACEMENT) >= 0;
    return text;
  }

  /** {@code null} where it is absent. */
  String optionalText() {
    return isPresent() ? text() : null;
  }

  Instant time() {
    return Instant.ofEpochMilli(number());
  }

  /** {@code null} where it is absent. */
  Instant optionalTime() {
    return isPresent() ? time() : null;
  }

  <T> List<T> each(Function<PlainAvro, T> reader) {
    List<T> items = List.of();
    for (int block = block(); block > 0; block = block()) {
      items = items.isEmpty() ? new ArrayList<>(Math.min(block, FEW)) : items;
      for (int i = 0; i < block && !unusual; i++) {
        items.add(reader.apply(this));
      }
    }
    return items;
  }

  /** How many items follow in a block; 0 at a list's end. Blocks that tell their size are rare. */
  int block() {
    return length();
  }

  /** No item takes less than a byte, so what is longer than the rest is out of the ordinary. */
  private int length() {
    long length = number();
    if (length < 0 || length > from.length - at) {
      unusual = true;
      return 0;
    }
    return (int) length;
  }
}
