package io.tocsin.ingest.ndjson;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tocsin.model.InvalidRecord;
import io.tocsin.model.Problem;
import io.tocsin.wire.Kind;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Optional;

/** Which kind of record an object is: by its only key, else by the fields that one kind has. */
final class Kinds {
  private Kinds() {}

  static boolean isKey(String key) {
    return Kind.ofKey(key).isPresent();
  }

  /** The kind whose field is among these. */
  static Optional<Kind> of(Collection<String> fields) {
    if (fields.contains("headline") || fields.contains("publishedAt")) {
      return Optional.of(Kind.NEWS);
    }
    if (fields.contains("issuedAt") || fields.contains("authority")) {
      return Optional.of(Kind.STATEMENT);
    }
    return fields.contains("at") && fields.contains("type")
        ? Optional.of(Kind.CONTROL)
        : Optional.empty();
  }

  /**
   * @throws InvalidRecord where it is none
   */
  static Kind of(ObjectNode object) {
    var names = new ArrayList<String>();
    object.fieldNames().forEachRemaining(names::add);
    var said = names.size() == 1 ? Kind.ofKey(names.get(0)) : Optional.<Kind>empty();
    return said.or(() -> of(names))
        .orElseThrow(
            () ->
                new InvalidRecord(
                    new Problem(
                        "record",
                        "",
                        "must be one of news, statement and control, under that key or bare")));
  }

  /** What lies under the key, or the object itself where it is bare. */
  static ObjectNode fields(ObjectNode object, Kind kind) {
    if (object.size() == 1 && object.has(kind.key())) {
      if (object.get(kind.key()) instanceof ObjectNode fields) {
        return fields;
      }
      throw new InvalidRecord(
          Problem.of(kind.key(), object.get(kind.key()).asText(), "must be an object"));
    }
    return object;
  }
}
