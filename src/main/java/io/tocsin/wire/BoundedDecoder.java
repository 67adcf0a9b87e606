package io.tocsin.wire;

import static io.tocsin.wire.Unreadable.Reason.BAD_AVRO;
import static io.tocsin.wire.Unreadable.Reason.TRUNCATED;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.apache.avro.io.Decoder;
import org.apache.avro.util.Utf8;

/**
 * Avro's binary encoding read from a message that is not trusted.
 *
 * <p>Avro's own decoder believes the lengths it is told, so that a dozen bytes can make it allocate
 * gigabytes, and turns malformed UTF-8 into replacement characters. Here no length may exceed the
 * bytes that are left, and a string must be UTF-8.
 */
final class BoundedDecoder extends Decoder {
  private static final int MAX_VARINT_BYTES = 10;

  private final ByteBuffer bytes;

  BoundedDecoder(byte[] bytes, int offset) {
    this.bytes =
        ByteBuffer.wrap(bytes, offset, bytes.length - offset).order(ByteOrder.LITTLE_ENDIAN);
  }

  /** How many bytes have not been read. */
  int remaining() {
    return bytes.remaining();
  }

  @Override
  public void readNull() {
    // takes no bytes
  }

  @Override
  public boolean readBoolean() {
    need(1);
    return switch (bytes.get()) {
      case 0 -> false;
      case 1 -> true;
      default -> throw new Unreadable(BAD_AVRO, "a boolean is neither 0 nor 1" + at());
    };
  }

  @Override
  public int readInt() {
    long value = readLong();
    if (value != (int) value) {
      throw new Unreadable(BAD_AVRO, "the number " + value + " is no 32-bit integer" + at());
    }
    return (int) value;
  }

  @Override
  public long readLong() {
    long zigzag = 0;
    for (int i = 0; i < MAX_VARINT_BYTES; i++) {
      need(1);
      long next = bytes.get();
      zigzag |= (next & 0x7f) << (7 * i);
      if (next >= 0) {
        return (zigzag >>> 1) ^ -(zigzag & 1);
      }
    }
    throw new Unreadable(BAD_AVRO, "a number is longer than 64 bits" + at());
  }

  @Override
  public float readFloat() {
    need(Float.BYTES);
    return bytes.getFloat();
  }

  @Override
  public double readDouble() {
    need(Double.BYTES);
    return bytes.getDouble();
  }

  @Override
  public String readString() {
    ByteBuffer text = take(length());
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(text).toString();
    } catch (CharacterCodingException e) {
      throw new Unreadable(BAD_AVRO, "a text is not UTF-8" + at());
    }
  }

  @Override
  public Utf8 readString(Utf8 old) {
    return new Utf8(readString());
  }

  @Override
  public void skipString() {
    take(length());
  }

  @Override
  public ByteBuffer readBytes(ByteBuffer old) {
    ByteBuffer taken = take(length());
    return ByteBuffer.allocate(taken.remaining()).put(taken).flip();
  }

  @Override
  public void skipBytes() {
    take(length());
  }

  @Override
  public void readFixed(byte[] target, int start, int length) {
    need(length);
    bytes.get(target, start, length);
  }

  @Override
  public void skipFixed(int length) {
    take(length);
  }

  @Override
  public int readEnum() {
    return readInt();
  }

  @Override
  public long readArrayStart() {
    return blockCount();
  }

  @Override
  public long arrayNext() {
    return blockCount();
  }

  @Override
  public long skipArray() {
    return skipBlocks();
  }

  @Override
  public long readMapStart() {
    return blockCount();
  }

  @Override
  public long mapNext() {
    return blockCount();
  }

  @Override
  public long skipMap() {
    return skipBlocks();
  }

  @Override
  public int readIndex() {
    return readInt();
  }

  /** A negative count is followed by the block's size in bytes, which a skip can use. */
  private long blockCount() {
    long count = readLong();
    if (count < 0) {
      bounded(readLong(), "a block's size");
      count = -count;
    }
    // no item of these records takes less than one byte
    return bounded(count, "a list's length");
  }

  private long skipBlocks() {
    long count = readLong();
    while (count < 0) {
      take((int) bounded(readLong(), "a block's size"));
      count = readLong();
    }
    return bounded(count, "a list's length");
  }

  private int length() {
    return (int) bounded(readLong(), "a text's length");
  }

  private long bounded(long length, String what) {
    if (length < 0) {
      throw new Unreadable(BAD_AVRO, what + " is negative" + at());
    }
    if (length > bytes.remaining()) {
      throw new Unreadable(
          TRUNCATED,
          what + " is " + length + ", but " + bytes.remaining() + " bytes are left" + at());
    }
    return length;
  }

  private ByteBuffer take(int length) {
    need(length);
    ByteBuffer taken = bytes.slice(bytes.position(), length);
    bytes.position(bytes.position() + length);
    return taken;
  }

  private void need(int length) {
    if (bytes.remaining() < length) {
      throw new Unreadable(TRUNCATED, "the record ends too early" + at());
    }
  }

  private String at() {
    return ", at byte " + bytes.position();
  }
}
