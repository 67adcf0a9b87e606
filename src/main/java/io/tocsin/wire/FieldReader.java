package io.tocsin.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.tocsin.model.Credibility;
import io.tocsin.model.InvalidRecord;
import io.tocsin.model.Problem;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Takes the fields of one JSON object, and keeps every problem instead of stopping at the first. An
 * absent field, or one that is {@code null}, has its default; a field that nobody asked for is a
 * problem too.
 */
public final class FieldReader {
  /** Stands for a text that was refused, so that the record does not call it missing as well. */
  private static final String UNREAD = "?";

  private static final int MOST_PROBLEMS = 100;

  private final ObjectNode object;
  private final String path;
  private final List<Problem> problems;
  private final Set<String> asked = new LinkedHashSet<>();

  FieldReader(ObjectNode object) {
    this(object, "", new ArrayList<>());
  }

  private FieldReader(ObjectNode object, String path, List<Problem> problems) {
    this.object = object;
    this.path = path;
    this.problems = problems;
  }

  /**
   * The fields of a YAML document; of comments alone there are none.
   *
   * @throws Unreadable when it is not exactly one YAML mapping
   */
  public static FieldReader yaml(String text) {
    return new FieldReader(Yaml.object(text));
  }

  /**
   * The record that {@code shape} makes of an object.
   *
   * @throws InvalidRecord with what is wrong with fields and with the record, together
   */
  static <T> T read(ObjectNode object, Shape<T, ?> shape) {
    var fields = new FieldReader(object);
    T value = null;
    try {
      value = shape.read(fields);
    } catch (InvalidRecord invalid) {
      fields.merge(invalid);
    }
    fields.refuseUnknown(shape.title());
    fields.check();
    return value;
  }

  /** A text; {@code null} where absent. */
  public String text(String field) {
    JsonNode node = given(field);
    return node == null ? null : text(field, node);
  }

  Instant time(String field) {
    JsonNode node = given(field);
    if (node == null) {
      return null;
    }
    if (node.isIntegralNumber() && node.canConvertToLong()) {
      return Instant.ofEpochMilli(node.longValue());
    }
    return Times.parse(node.isTextual() ? node.textValue() : "")
        .orElseGet(() -> refuse(field, node, Times.RULE));
  }

  /** A constant by its name; {@code null} where absent. */
  public <E extends Enum<E>> E choice(String field, Class<E> type) {
    JsonNode node = given(field);
    return node == null ? null : choice(field, node, type);
  }

  /** A constant by its name, however its letters are cased; {@code null} where absent. */
  public <E extends Enum<E>> E word(String field, Class<E> type) {
    JsonNode node = given(field);
    if (node == null || !node.isTextual()) {
      return node == null ? null : choice(field, node, type);
    }
    var name = node.textValue().toUpperCase(Locale.ROOT).replace('-', '_');
    return choice(field, TextNode.valueOf(name), type);
  }

  /** True or false; {@code otherwise} where absent. */
  public boolean truth(String field, boolean otherwise) {
    Boolean value =
        take(field, JsonNode::isBoolean, JsonNode::booleanValue, "must be true or false");
    return value == null ? otherwise : value;
  }

  /** As {@code 12h} or {@code 1d 12h}, or ISO 8601; {@code otherwise} where absent. */
  public Duration duration(String field, Duration otherwise) {
    JsonNode node = given(field);
    return node == null ? otherwise : duration(field, node).orElse(otherwise);
  }

  /** A list of durations without those items that are none. */
  public List<Duration> durations(String field) {
    return items(
        field, "must be a list of durations", (name, node) -> duration(name, node).orElse(null));
  }

  private Optional<Duration> duration(String field, JsonNode node) {
    var duration = Durations.parse(node.isTextual() ? node.textValue() : "");
    if (duration.isEmpty()) {
      refuse(field, node, Durations.RULE);
    }
    return duration;
  }

  /** A 32-bit integer; {@code null} where absent. */
  public Integer whole(String field) {
    return take(
        field,
        n -> n.isIntegralNumber() && n.canConvertToInt(),
        JsonNode::intValue,
        "must be a whole number of at most 32 bits");
  }

  int whole(String field, int otherwise) {
    Integer value = whole(field);
    return value == null ? otherwise : value;
  }

  /** A grade of the Admiralty code, 1..6; {@code null} where absent. */
  Credibility credibility(String field) {
    return take(
        field,
        n -> n.isIntegralNumber() && n.canConvertToInt() && isGrade(n.intValue()),
        n -> Credibility.ofGrade(n.intValue()).orElseThrow(),
        Shape.GRADE_RULE);
  }

  /** A 64-bit integer; {@code null} where absent. */
  Long wholeLong(String field) {
    return take(
        field,
        n -> n.isIntegralNumber() && n.canConvertToLong(),
        JsonNode::longValue,
        "must be a whole number of at most 64 bits");
  }

  /** A finite number; {@code null} where absent. */
  Double number(String field) {
    return take(field, FieldReader::isFinite, JsonNode::doubleValue, "must be a number");
  }

  /** A list of finite numbers without those items that are none. */
  List<Double> numbers(String field) {
    return items(
        field,
        "must be a list of numbers",
        (name, node) ->
            isFinite(node) ? node.doubleValue() : refuse(name, node, "must be a number"));
  }

  /** A list of texts, empty where absent. */
  public List<String> texts(String field) {
    return items(field, "must be a list of strings", this::text);
  }

  /** A list of constants by their names, empty where absent. */
  public <E extends Enum<E>> List<E> choices(String field, Class<E> type) {
    return items(field, "must be a list", (name, node) -> choice(name, node, type));
  }

  /** Texts by name, empty where absent. */
  public Map<String, String> textMap(String field) {
    var values = new LinkedHashMap<String, String>();
    FieldReader entries = object(field);
    if (entries != null) {
      for (String key : entries.fieldNames()) {
        values.put(key, entries.text(key, entries.object.get(key)));
      }
    }
    return values;
  }

  /** The object in a field; {@code null} where absent. */
  public FieldReader object(String field) {
    return take(
        field,
        JsonNode::isObject,
        n -> new FieldReader((ObjectNode) n, path + field + ".", problems),
        "must be an object");
  }

  /** What {@code read} makes of the object in a field; {@code null} where absent. */
  public <T> T object(String field, String title, Function<FieldReader, T> read) {
    FieldReader fields = object(field);
    if (fields == null) {
      return null;
    }
    T value = read.apply(fields);
    fields.refuseUnknown(title);
    return value;
  }

  /** What {@code item} makes of each object of a list, empty where absent. */
  public <T> List<T> objects(String field, String title, Function<FieldReader, T> item) {
    return items(
        field,
        "must be a list of objects",
        (name, node) -> {
          if (!node.isObject()) {
            return refuse(name, node, "must be an object");
          }
          var fields = new FieldReader((ObjectNode) node, path + name + ".", problems);
          T value = item.apply(fields);
          fields.refuseUnknown(title);
          return value;
        });
  }

  public List<String> fieldNames() {
    var names = new ArrayList<String>();
    object.fieldNames().forEachRemaining(names::add);
    return names;
  }

  /** Notes that the value of a field breaks a rule which its reader knows. */
  public void breaks(String field, String value, String rule) {
    refuse(field, TextNode.valueOf(value), rule);
  }

  /** Notes a problem; the value to go on with is {@code null}. */
  <T> T refuse(String field, JsonNode node, String rule) {
    if (!isFull()) {
      String value = node == null ? "" : node.isTextual() ? node.textValue() : node.toString();
      problems.add(new Problem(path + field, value, rule));
    }
    return null;
  }

  /** Refuses what nobody asked for, with the name that may have been meant. */
  public void refuseUnknown(String title) {
    for (String field : fieldNames()) {
      if (!asked.contains(field) && !isFull()) {
        String rule = "is not a field of " + title + Spelling.suggestion(field, asked);
        refuse(field, object.get(field), rule);
      }
    }
  }

  /** Nobody reads on after so many, and a hostile record has a million. */
  private boolean isFull() {
    return problems.size() >= MOST_PROBLEMS;
  }

  /**
   * @throws InvalidRecord with every problem there is
   */
  public void check() {
    if (!problems.isEmpty()) {
      throw new InvalidRecord(problems);
    }
  }

  /** Adds rules broken by the record, but for fields whose own problem is known already. */
  void merge(InvalidRecord invalid) {
    Set<String> known = problems.stream().map(Problem::field).collect(Collectors.toSet());
    invalid.problems().stream().filter(p -> !known.contains(p.field())).forEach(problems::add);
  }

  String text(String field, JsonNode node) {
    if (node.isTextual()) {
      return node.textValue();
    }
    refuse(field, node, "must be a string");
    return UNREAD;
  }

  private <E extends Enum<E>> E choice(String field, JsonNode node, Class<E> type) {
    List<String> names = Arrays.stream(type.getEnumConstants()).map(Enum::name).toList();
    if (node.isTextual() && names.contains(node.textValue())) {
      return Enum.valueOf(type, node.textValue());
    }
    String near = node.isTextual() ? Spelling.suggestion(node.textValue(), names) : "";
    return refuse(field, node, "must be one of " + String.join(", ", names) + near);
  }

  private static boolean isFinite(JsonNode node) {
    return node.isNumber() && Double.isFinite(node.doubleValue());
  }

  private static boolean isGrade(int number) {
    return Credibility.ofGrade(number).isPresent();
  }

  private <T> T take(
      String field, Predicate<JsonNode> fits, Function<JsonNode, T> as, String rule) {
    JsonNode node = given(field);
    if (node == null) {
      return null;
    }
    return fits.test(node) ? as.apply(node) : refuse(field, node, rule);
  }

  private <T> List<T> items(String field, String rule, Item<T> item) {
    var items = new ArrayList<T>();
    JsonNode list = given(field);
    if (list == null) {
      return items;
    }
    if (!list.isArray()) {
      refuse(field, list, rule);
      return items;
    }
    for (int i = 0; i < list.size(); i++) {
      T value = item.read(field + "[" + i + "]", list.get(i));
      if (value != null) {
        items.add(value);
      }
    }
    return items;
  }

  /** What stands in a field, which is asked for hereby; {@code null} where absent. */
  JsonNode given(String field) {
    asked.add(field);
    JsonNode node = object.get(field);
    return node == null || node.isNull() ? null : node;
  }

  /** Reads one item of a list; its name has the index. */
  private interface Item<T> {
    T read(String name, JsonNode node);
  }
}
