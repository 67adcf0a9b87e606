package io.tocsin.ingest.format;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The first tag of a document, found without parsing it: enough to tell formats apart.
 *
 * @param name without its prefix
 * @param tag the whole of it, with the namespaces it declares
 */
public record XmlRoot(String name, String tag) {
  private static final int PEEK = 16 * 1024;

  /** Declarations, comments and a document type, each taken at once so that none is tried twice. */
  private static final Pattern FIRST_TAG =
      Pattern.compile(
          "(?s)^(?:[\\s\\uFEFF]++|<\\?.*?\\?>|<!--.*?-->|<!DOCTYPE[^>\\[]*+(?:\\[.*?\\]\\s*+)?>)*+"
              + "(<(?:[\\w.-]+:)?([\\w.-]+)[^>]*+)");

  /** Empty where the document does not begin as XML does. */
  public static Optional<XmlRoot> of(Document document) {
    var start = document.bytes();
    if (start.length > PEEK) {
      start = Arrays.copyOf(start, PEEK);
    }
    var text = Decoding.text(new Document(document.name(), document.mediaType(), start));
    var matcher = FIRST_TAG.matcher(text);
    return matcher.find()
        ? Optional.of(new XmlRoot(matcher.group(2), matcher.group(1)))
        : Optional.empty();
  }

  /** Whether the first bytes hold a text that is in ASCII, whatever the charset of the rest. */
  public static boolean mentions(Document document, String ascii) {
    int length = Math.min(document.bytes().length, PEEK);
    return new String(document.bytes(), 0, length, StandardCharsets.ISO_8859_1).contains(ascii);
  }
}
