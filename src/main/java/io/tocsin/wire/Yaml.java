package io.tocsin.wire;

import static io.tocsin.wire.Unreadable.Reason.BAD_YAML;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.function.Consumer;

/** One YAML mapping, read as strictly as {@link Json}. */
final class Yaml {
  private static final YAMLFactory FACTORY =
      YAMLFactory.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
          .enable(YAMLGenerator.Feature.MINIMIZE_QUOTES)
          .enable(YAMLGenerator.Feature.ALWAYS_QUOTE_NUMBERS_AS_STRINGS)
          .build();
  private static final ObjectReader READER =
      YAMLMapper.builder(FACTORY)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build()
          .readerFor(JsonNode.class);

  private Yaml() {}

  /**
   * A text of comments alone is an empty mapping.
   *
   * @throws Unreadable when it is not exactly one YAML mapping
   */
  static ObjectNode object(String text) {
    JsonNode node;
    try {
      node = READER.readTree(text);
    } catch (JsonProcessingException e) {
      var where = e.getLocation();
      throw new Unreadable(
          BAD_YAML,
          firstLine(e.getOriginalMessage())
              + (where == null ? "" : ", at line " + where.getLineNr()));
    }
    if (node.isMissingNode() || node.isNull() || node.isTextual() && node.textValue().isEmpty()) {
      return JsonNodeFactory.instance.objectNode();
    }
    if (node instanceof ObjectNode object) {
      return object;
    }
    throw new Unreadable(BAD_YAML, "must be a mapping of names to values");
  }

  /** A document of its own, without a marker before it. */
  static String write(Consumer<FieldWriter> content) {
    var out = new StringWriter();
    try (YAMLGenerator generator = FACTORY.createGenerator(out)) {
      generator.writeStartObject();
      content.accept(new FieldWriter(generator));
      generator.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toString();
  }

  private static String firstLine(String message) {
    return message.lines().findFirst().orElse("is not YAML");
  }
}
