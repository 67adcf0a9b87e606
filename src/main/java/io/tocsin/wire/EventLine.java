package io.tocsin.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tocsin.model.Incoming;
import io.tocsin.model.InvalidRecord;
import io.tocsin.model.Problem;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** One line of a file of events: a record under its kind as the only key. */
final class EventLine {
  private static final List<String> KEYS = Arrays.stream(Kind.values()).map(Kind::key).toList();

  private final Optional<Kind> expected;

  /**
   * @param expected where given, other kinds are refused and a record may stand bare
   */
  EventLine(Optional<Kind> expected) {
    this.expected = expected;
  }

  static String text(Incoming record) {
    byte[] line =
        Json.write(
            fields -> fields.object(Kind.of(record).key(), content -> Kind.write(record, content)));
    return new String(line, StandardCharsets.UTF_8);
  }

  /**
   * @throws Unreadable when it is not one JSON object
   * @throws InvalidRecord when it holds no valid record of a kind that is expected
   */
  Incoming parse(byte[] line) {
    ObjectNode object = Json.object(line);
    Optional<Kind> said = object.size() == 1 ? saidKind(object) : Optional.empty();
    if (said.isPresent()) {
      return wrapped(object, said.get());
    }
    Kind kind = expected.orElseThrow(() -> new InvalidRecord(unknownKind(object)));
    return FieldReader.read(object, kind.shape());
  }

  private Incoming wrapped(ObjectNode object, Kind kind) {
    if (expected.isPresent() && expected.get() != kind) {
      String rule = "must be " + expected.get().title() + ", not " + kind.title();
      throw new InvalidRecord(new Problem(kind.key(), "", rule));
    }
    JsonNode record = object.get(kind.key());
    if (record instanceof ObjectNode fields) {
      return FieldReader.read(fields, kind.shape());
    }
    throw new InvalidRecord(Problem.of(kind.key(), record, "must be an object"));
  }

  private static Optional<Kind> saidKind(ObjectNode object) {
    return Kind.ofKey(object.fieldNames().next());
  }

  private static Problem unknownKind(ObjectNode object) {
    String rule = "must have one key alone, one of " + String.join(", ", KEYS);
    if (object.size() != 1) {
      return new Problem("line", "", rule);
    }
    String key = object.fieldNames().next();
    return new Problem("line", key, rule + Spelling.suggestion(key, KEYS));
  }
}
