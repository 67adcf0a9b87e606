package io.tocsin.wire;

import static io.tocsin.wire.Unreadable.Reason.BAD_JSON;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/** One JSON object as bytes, read strictly: RFC 8259, no key twice, nothing deep, UTF-8 alone. */
final class Json {
  private static final int MAX_DEPTH = 16;
  private static final int MAX_NUMBER = 1_000;
  private static final char BYTE_ORDER_MARK = '\uFEFF';
  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          // keys come from strangers; interning them would fill a table that is never emptied
          .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
          .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(JsonWriteFeature.COMBINE_UNICODE_SURROGATES_IN_UTF8)
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(MAX_DEPTH)
                  .maxNumberLength(MAX_NUMBER)
                  .build())
          .build();
  private static final ObjectReader READER =
      JsonMapper.builder(FACTORY)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build()
          .readerFor(JsonNode.class);

  private static final JsonMapper TREES = new JsonMapper(FACTORY);

  private Json() {}

  /** A parser of one JSON text in UTF-8, as strict as the rest; it gives trees of values too. */
  static JsonParser parser(InputStream in) throws IOException {
    var parser =
        FACTORY.createParser(new InputStreamReader(in, StandardCharsets.UTF_8.newDecoder()));
    parser.setCodec(TREES);
    return parser;
  }

  /** What a parser's complaint is to a user. */
  static Unreadable unreadable(JsonProcessingException e) {
    var where = e.getLocation();
    return new Unreadable(
        BAD_JSON,
        e.getOriginalMessage()
            + (where == null
                ? ""
                : ", at line " + where.getLineNr() + " column " + where.getColumnNr()));
  }

  /**
   * @throws Unreadable when the bytes are not exactly one JSON object
   */
  static ObjectNode object(byte[] bytes) {
    JsonNode node;
    try {
      node = READER.readValue(text(bytes));
    } catch (JsonProcessingException e) {
      throw unreadable(e);
    }
    if (node instanceof ObjectNode object) {
      return object;
    }
    throw new Unreadable(BAD_JSON, "must be a JSON object");
  }

  /** One object without line breaks; what is written goes through the {@link FieldWriter}. */
  static byte[] write(Consumer<FieldWriter> content) {
    var out = new ByteArrayOutputStream(512);
    try (JsonGenerator generator = FACTORY.createGenerator(out, JsonEncoding.UTF8)) {
      generator.writeStartObject();
      content.accept(new FieldWriter(generator));
      generator.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  private static String text(byte[] bytes) {
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      return !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? text.substring(1) : text;
    } catch (CharacterCodingException e) {
      throw new Unreadable(BAD_JSON, "is not UTF-8");
    }
  }
}
