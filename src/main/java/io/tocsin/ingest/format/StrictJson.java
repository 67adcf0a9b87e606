package io.tocsin.ingest.format;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.tocsin.model.InvalidRecord;
import io.tocsin.model.Problem;

/** JSON from strangers (RFC 8259): no key twice, nothing behind it, nothing deep, nothing vast. */
public final class StrictJson {
  private static final int DEEPEST = 64;
  private static final int LONGEST_NUMBER = 1_000;
  private static final int LONGEST_NAME = 2_000;
  private static final int LONGEST_TEXT = 4_000_000;

  /** A tree takes some hundred bytes a token. */
  private static final int MOST_TOKENS = 2_000_000;

  static final JsonFactory FACTORY =
      JsonFactory.builder()
          // keys come from strangers; interning them would fill a table that is never emptied
          .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
          .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(DEEPEST)
                  .maxNumberLength(LONGEST_NUMBER)
                  .maxNameLength(LONGEST_NAME)
                  .maxStringLength(LONGEST_TEXT)
                  .maxTokenCount(MOST_TOKENS)
                  .maxDocumentLength(Document.MAX_BYTES)
                  .build())
          .build();

  private static final ObjectReader STRICT =
      JsonMapper.builder(FACTORY)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build()
          .readerFor(JsonNode.class);
  private static final ObjectReader LENIENT =
      STRICT.withFeatures(
          JsonReadFeature.ALLOW_JAVA_COMMENTS,
          JsonReadFeature.ALLOW_TRAILING_COMMA,
          JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS);

  private StrictJson() {}

  /**
   * The one value that a document is, in UTF-8 or UTF-16.
   *
   * @throws InvalidRecord naming the place where it is none, or breaks a limit
   */
  public static JsonNode tree(byte[] bytes) {
    return tree(STRICT, JsonText.of(bytes));
  }

  /**
   * The value of a script in a web page, whose author nobody stops from writing comments, trailing
   * commas and line breaks in strings. The limits are the same.
   *
   * @throws InvalidRecord naming the place where it is none even so, or breaks a limit
   */
  public static JsonNode script(String text) {
    return tree(LENIENT, text);
  }

  private static JsonNode tree(ObjectReader reader, String text) {
    try {
      JsonNode tree = reader.readValue(text);
      if (tree == null || tree.isMissingNode()) {
        throw refused("is empty");
      }
      return tree;
    } catch (JsonProcessingException e) {
      var where = e.getLocation();
      throw refused(
          where == null
              ? e.getOriginalMessage()
              : "%s (line %d, column %d)"
                  .formatted(e.getOriginalMessage(), where.getLineNr(), where.getColumnNr()));
    }
  }

  private static InvalidRecord refused(String why) {
    return new InvalidRecord(new Problem("json", "", "must be one JSON value: " + why));
  }
}
