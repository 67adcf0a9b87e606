package io.tocsin.wire;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;

/** Fields as people write them in a policy; what is absent or refused is {@code otherwise}. */
record PolicyFields(FieldReader fields) {

  /** A text, or a number taken as text, for people write {@code version: 2} in YAML. */
  String label(String field, String otherwise) {
    JsonNode node = fields.given(field);
    if (node == null) {
      return otherwise;
    }
    return node.isNumber() ? node.asText() : fields.text(field, node);
  }

  Duration duration(String field, Duration otherwise) {
    return fields.duration(field, otherwise);
  }

  /** Whether the field is {@code off}, which YAML may take for {@code false}. */
  boolean isOff(String field) {
    JsonNode node = fields.given(field);
    return node != null
        && (node.isBoolean() ? !node.booleanValue() : PolicyWriter.OFF.equals(node.asText()));
  }

  double number(String field, double otherwise) {
    Double value = fields.number(field);
    return value == null ? otherwise : value;
  }

  /** The whole list or nothing of it, for its items have meaning by their place. */
  List<Double> numbers(String field, List<Double> otherwise) {
    List<Double> values = fields.numbers(field);
    JsonNode node = fields.given(field);
    return node == null || values.size() < node.size() || !node.isArray() ? otherwise : values;
  }
}
