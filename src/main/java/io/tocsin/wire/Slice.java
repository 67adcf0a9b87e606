package io.tocsin.wire;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** Where a text lies in a message; moved from message to message, so none is made for each. */
public final class Slice {
  private static final VarHandle EIGHT =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final long HIGH_BITS = 0x8080808080808080L;
  private static final char REPLACEMENT = '\uFFFD';

  private byte[] bytes;
  private int offset;
  private int length;

  void move(byte[] to, int at, int size) {
    bytes = to;
    offset = at;
    length = size;
  }

  void clear(byte[] to) {
    move(to, 0, -1);
  }

  /** Whether the field has no text. */
  public boolean isAbsent() {
    return length < 0;
  }

  public int offset() {
    return offset;
  }

  /** In bytes; negative where the text is absent. */
  public int length() {
    return length;
  }

  /** What the text names; {@code null} where that is nothing, or the text is absent. */
  public <T> T in(Names<T> names) {
    return length < 0 ? null : names.get(bytes, offset, length);
  }

  /** {@code null} where the text is absent, or where it may not be UTF-8. */
  public String text() {
    if (length < 0) {
      return null;
    }
    var text = new String(bytes, offset, length, StandardCharsets.UTF_8);
    return text.indexOf(REPLACEMENT) < 0 ? text : null;
  }

  /** An absent text is ASCII. */
  public boolean isAscii() {
    long seen = 0;
    int at = offset;
    int end = offset + length;
    for (; at + Long.BYTES <= end; at += Long.BYTES) {
      seen |= (long) EIGHT.get(bytes, at);
    }
    for (; at < end; at++) {
      seen |= bytes[at];
    }
    return (seen & HIGH_BITS) == 0;
  }

  /** Whether the text is absent, or surely UTF-8. */
  boolean isUtf8() {
    return isAscii() || text() != null;
  }
}
