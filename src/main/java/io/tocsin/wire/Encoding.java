package io.tocsin.wire;

import java.util.Arrays;

/** The encodings an incoming value can be in, told apart by its first bytes. */
enum Encoding {
  CONFLUENT,
  SINGLE_OBJECT,
  JSON,
  UNKNOWN;

  private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

  static Encoding of(byte[] bytes) {
    if (bytes.length > 0 && bytes[0] == AvroBody.CONFLUENT_MARK) {
      return CONFLUENT;
    }
    if (startsWith(bytes, AvroBody.SINGLE_OBJECT_MARK)) {
      return SINGLE_OBJECT;
    }
    return looksLikeJson(bytes) ? JSON : UNKNOWN;
  }

  private static boolean looksLikeJson(byte[] bytes) {
    int i = startsWith(bytes, BYTE_ORDER_MARK) ? BYTE_ORDER_MARK.length : 0;
    while (i < bytes.length && isSpace(bytes[i])) {
      i++;
    }
    return i < bytes.length && bytes[i] == '{';
  }

  /** White space as RFC 8259 has it. */
  private static boolean isSpace(byte b) {
    return b == ' ' || b == '\t' || b == '\n' || b == '\r';
  }

  private static boolean startsWith(byte[] bytes, byte[] start) {
    return bytes.length >= start.length
        && Arrays.equals(bytes, 0, start.length, start, 0, start.length);
  }
}
