package io.tocsin.ingest.format;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The text of an XML document: by its byte order mark, else by its media type, else by its XML
 * declaration, else UTF-8 (RFC 7303, section 3).
 */
public final class Decoding {
  private static final int PEEK = 256;
  private static final Charset UTF_32BE = Charset.forName("UTF-32BE");
  private static final Charset UTF_32LE = Charset.forName("UTF-32LE");
  private static final Charset WINDOWS = Charset.forName("windows-1252");
  private static final Pattern PARAMETER =
      Pattern.compile("(?i);\\s*charset\\s*=\\s*[\"']?([\\w.:-]{1,40})");
  private static final Pattern DECLARATION =
      Pattern.compile("^\\s*<\\?xml[^>]{0,200}?encoding\\s*=\\s*[\"']([\\w.:-]{1,40})[\"']");

  private Decoding() {}

  /**
   * The document as text. Where its bytes are not in the charset that it claims, and not in UTF-8,
   * they are taken for windows-1252, which is what such documents are in most often. Characters
   * that XML does not allow are left out.
   */
  public static String text(Document document) {
    var bytes = document.bytes();
    var mark = mark(bytes);
    if (mark.isPresent()) {
      return clean(loose(bytes, mark.get())).substring(1);
    }
    var claimed = parameter(document.mediaType()).or(() -> declared(bytes)).orElse(guess(bytes));
    return clean(
        strict(bytes, claimed)
            .or(() -> strict(bytes, StandardCharsets.UTF_8))
            .orElseGet(() -> loose(bytes, single(claimed) ? claimed : WINDOWS)));
  }

  private static Optional<Charset> mark(byte[] bytes) {
    if (starts(bytes, 0xEF, 0xBB, 0xBF)) {
      return Optional.of(StandardCharsets.UTF_8);
    }
    if (starts(bytes, 0xFF, 0xFE, 0, 0)) {
      return Optional.of(UTF_32LE);
    }
    if (starts(bytes, 0, 0, 0xFE, 0xFF)) {
      return Optional.of(UTF_32BE);
    }
    if (starts(bytes, 0xFF, 0xFE)) {
      return Optional.of(StandardCharsets.UTF_16LE);
    }
    return starts(bytes, 0xFE, 0xFF) ? Optional.of(StandardCharsets.UTF_16BE) : Optional.empty();
  }

  /** By where the zero bytes of a first {@code <} are (XML 1.0, appendix F). */
  private static Charset guess(byte[] bytes) {
    if (starts(bytes, 0, 0, 0, '<')) {
      return UTF_32BE;
    }
    if (starts(bytes, '<', 0, 0, 0)) {
      return UTF_32LE;
    }
    if (starts(bytes, 0, '<')) {
      return StandardCharsets.UTF_16BE;
    }
    return starts(bytes, '<', 0) ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_8;
  }

  private static Optional<Charset> parameter(String mediaType) {
    var matcher = PARAMETER.matcher(mediaType == null ? "" : mediaType);
    return matcher.find() ? charset(matcher.group(1)) : Optional.empty();
  }

  /** A declaration that can be read as ASCII and says UTF-16 is wrong about that. */
  private static Optional<Charset> declared(byte[] bytes) {
    var start = new String(bytes, 0, Math.min(bytes.length, PEEK), StandardCharsets.ISO_8859_1);
    var matcher = DECLARATION.matcher(start);
    return matcher.find()
        ? charset(matcher.group(1)).filter(found -> !found.name().startsWith("UTF-"))
        : Optional.empty();
  }

  private static Optional<Charset> charset(String name) {
    try {
      var found = Charset.forName(name);
      return Optional.of(found.equals(StandardCharsets.ISO_8859_1) ? WINDOWS : found);
    } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
      return Optional.empty();
    }
  }

  private static boolean single(Charset charset) {
    return charset.canEncode()
        && !charset.equals(StandardCharsets.US_ASCII)
        && charset.newEncoder().maxBytesPerChar() <= 1;
  }

  private static Optional<String> strict(byte[] bytes, Charset charset) {
    try {
      return Optional.of(charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
    } catch (CharacterCodingException e) {
      return Optional.empty();
    }
  }

  private static String loose(byte[] bytes, Charset charset) {
    try {
      return charset
          .newDecoder()
          .onMalformedInput(CodingErrorAction.REPLACE)
          .onUnmappableCharacter(CodingErrorAction.REPLACE)
          .decode(ByteBuffer.wrap(bytes))
          .toString();
    } catch (CharacterCodingException e) {
      throw new AssertionError("what is malformed is replaced", e);
    }
  }

  private static String clean(String text) {
    if (text.codePoints().allMatch(Decoding::isAllowed)) {
      return text;
    }
    return text.codePoints()
        .filter(Decoding::isAllowed)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  /** XML 1.0, production 2. */
  private static boolean isAllowed(int c) {
    return c == '\t'
        || c == '\n'
        || c == '\r'
        || c >= ' ' && c <= 0xD7FF
        || c >= 0xE000 && c <= 0xFFFD
        || c >= 0x10000;
  }

  private static boolean starts(byte[] bytes, int... with) {
    if (bytes.length < with.length) {
      return false;
    }
    for (int i = 0; i < with.length; i++) {
      if ((bytes[i] & 0xFF) != with[i]) {
        return false;
      }
    }
    return true;
  }
}
