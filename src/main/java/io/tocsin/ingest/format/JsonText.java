package io.tocsin.ingest.format;

import io.tocsin.model.InvalidRecord;
import io.tocsin.model.Problem;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/**
 * The characters of a JSON document. RFC 8259 asks for UTF-8 without a byte order mark; UTF-16 and
 * the mark are met all the same, and told by where the first zero bytes are (RFC 4627, section 3).
 */
final class JsonText {
  private static final int MARK = 0xFEFF;

  private JsonText() {}

  /**
   * @throws InvalidRecord where the bytes are in neither
   */
  static String of(byte[] bytes) {
    var charset = charset(bytes);
    try {
      String text = charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      return !text.isEmpty() && text.charAt(0) == MARK ? text.substring(1) : text;
    } catch (CharacterCodingException e) {
      throw new InvalidRecord(
          new Problem("encoding", "", "must be UTF-8 or UTF-16, and is not " + charset));
    }
  }

  static Charset charset(byte[] bytes) {
    int first = bytes.length > 0 ? bytes[0] & 0xFF : 1;
    int second = bytes.length > 1 ? bytes[1] & 0xFF : 1;
    if (first == 0xFE && second == 0xFF || first == 0 && second != 0) {
      return StandardCharsets.UTF_16BE;
    }
    return first == 0xFF && second == 0xFE || first != 0 && second == 0
        ? StandardCharsets.UTF_16LE
        : StandardCharsets.UTF_8;
  }
}
