package io.tocsin.ingest.format;

import com.fasterxml.jackson.databind.JsonNode;
import io.tocsin.model.InvalidRecord;
import io.tocsin.model.Problem;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Predicate;

/**
 * Takes the properties of one JSON object by any of the names that versions of a format give them,
 * and keeps every problem. A property that is absent or {@code null} gives {@code null}.
 */
public final class Fields {
  private final JsonNode object;
  private final String path;
  private final List<Problem> problems;

  public Fields(JsonNode object) {
    this(object, "", new ArrayList<>());
  }

  private Fields(JsonNode object, String path, List<Problem> problems) {
    this.object = object;
    this.path = path;
    this.problems = problems;
  }

  public JsonNode node() {
    return object;
  }

  /** The string in the first of these properties that is there. */
  public String text(String... names) {
    var name = present(names);
    return name == null ? null : text(name, object.get(name));
  }

  /** The moment that the first of these properties names. */
  public Instant time(String... names) {
    var name = present(names);
    var text = name == null ? null : text(name, object.get(name));
    if (text == null) {
      return null;
    }
    var time = exact(text).or(() -> Dates.parse(text));
    if (time.isEmpty()) {
      refuse(name, text, "must be a date and time of ISO 8601");
    }
    return time.orElse(null);
  }

  /** The number in the first of these properties that is there, in its range. */
  public Double number(double least, double most, String... names) {
    var name = present(names);
    if (name == null) {
      return null;
    }
    var value = object.get(name);
    if (value.isNumber() && value.doubleValue() >= least && value.doubleValue() <= most) {
      return value.doubleValue();
    }
    refuse(name, value.asText(), "must be a number in [%.0f, %.0f]".formatted(least, most));
    return null;
  }

  /** The objects in the first of these properties, which is a list of them or one. */
  public List<Fields> objects(String... names) {
    var found = new ArrayList<Fields>();
    each(names, JsonNode::isObject, "must be an object", (at, n) -> found.add(inner(at, n)));
    return found;
  }

  /** The strings in the first of these properties, which is a list of them or one. */
  public List<String> texts(String... names) {
    var found = new ArrayList<String>();
    each(names, JsonNode::isTextual, "must be a string", (at, n) -> found.add(n.textValue()));
    return found;
  }

  /** Notes that a property breaks a rule which its reader knows. */
  public void refuse(String name, String value, String rule) {
    var problem = Problem.of(path + name, value, rule);
    if (!problems.contains(problem)) {
      problems.add(problem);
    }
  }

  /**
   * @throws InvalidRecord where there was any problem
   */
  public void check() {
    if (!problems.isEmpty()) {
      throw new InvalidRecord(problems);
    }
  }

  private void each(
      String[] names, Predicate<JsonNode> kind, String rule, BiConsumer<String, JsonNode> taker) {
    var name = present(names);
    if (name == null) {
      return;
    }
    var value = object.get(name);
    int size = value.isArray() ? value.size() : 1;
    for (int i = 0; i < size; i++) {
      var item = value.isArray() ? value.get(i) : value;
      var at = value.isArray() ? name + "[" + i + "]" : name;
      if (kind.test(item)) {
        taker.accept(at, item);
      } else {
        refuse(at, item.isValueNode() ? item.asText() : "", rule);
      }
    }
  }

  /** RFC 3339 to the millisecond, which tells edits apart that follow each other at once. */
  private static Optional<Instant> exact(String text) {
    try {
      return Optional.of(OffsetDateTime.parse(text.strip()).toInstant());
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private Fields inner(String at, JsonNode node) {
    return new Fields(node, path + at + ".", problems);
  }

  private String text(String name, JsonNode value) {
    if (value.isTextual()) {
      return value.textValue();
    }
    refuse(name, value.isValueNode() ? value.asText() : "", "must be a string");
    return null;
  }

  private String present(String... names) {
    for (var name : names) {
      if (object.hasNonNull(name)) {
        return name;
      }
    }
    return null;
  }
}
