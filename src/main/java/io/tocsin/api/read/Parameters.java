package io.tocsin.api.read;

import io.javalin.http.Context;
import io.tocsin.api.ProblemType;
import io.tocsin.api.Refused;
import io.tocsin.model.InvalidRecord;
import io.tocsin.model.Problem;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The parameters of a request; everything that is wrong with them is said at once. */
public final class Parameters {
  private final Map<String, List<String>> given;
  private final List<Problem> problems = new ArrayList<>();

  /**
   * @param known the names that the route knows; any other is a mistake
   */
  public Parameters(Context context, Set<String> known) {
    given = context.queryParamMap();
    given.forEach(
        (name, values) -> {
          if (!known.contains(name)) {
            problem(
                name,
                values.isEmpty() ? "" : values.get(0),
                "is no parameter here; there are "
                    + known.stream().sorted().collect(Collectors.joining(", ")));
          } else if (values.size() > 1) {
            problem(name, values.get(1), "must come once");
          }
        });
  }

  /** The value of a parameter; {@code null} where it is absent or empty. */
  public String text(String name) {
    var values = given.getOrDefault(name, List.of());
    return values.isEmpty() || values.get(0).isBlank() ? null : values.get(0).strip();
  }

  /** A value that is read; {@code null} where it is absent, or wrong and noted. */
  public <T> T value(String name, Function<String, T> reading, String rule) {
    var text = text(name);
    if (text == null) {
      return null;
    }
    try {
      return reading.apply(text);
    } catch (IllegalArgumentException | DateTimeParseException | InvalidRecord e) {
      problem(name, text, rule);
      return null;
    }
  }

  public int whole(String name, int usual, int least, int most) {
    var value =
        value(
            name,
            text -> {
              int number = Integer.parseInt(text);
              if (number < least || number > most) {
                throw new IllegalArgumentException();
              }
              return number;
            },
            "must be a whole number from %d to %d".formatted(least, most));
    return value == null ? usual : value;
  }

  /** A moment as ISO 8601 with an offset. */
  public Instant moment(String name) {
    return value(
        name,
        text -> OffsetDateTime.parse(text).toInstant(),
        "must be a time such as 2015-12-05T11:00:00Z");
  }

  /** A constant by its name, in any case. */
  public <E extends Enum<E>> E oneOf(String name, Class<E> type) {
    var allowed =
        Stream.of(type.getEnumConstants())
            .map(constant -> constant.name().toLowerCase(Locale.ROOT))
            .collect(Collectors.joining(", "));
    return value(
        name,
        text -> Enum.valueOf(type, text.toUpperCase(Locale.ROOT)),
        "must be one of " + allowed);
  }

  /** {@code null} where it is absent. */
  public Boolean truth(String name) {
    return value(
        name,
        text ->
            switch (text.toLowerCase(Locale.ROOT)) {
              case "true" -> Boolean.TRUE;
              case "false" -> Boolean.FALSE;
              default -> throw new IllegalArgumentException();
            },
        "must be true or false");
  }

  public void problem(String name, String value, String rule) {
    problems.add(Problem.of(name, value, rule));
  }

  /**
   * @throws Refused where anything is wrong
   */
  public void check() {
    if (!problems.isEmpty()) {
      var detail = problems.stream().map(Problem::toString).collect(Collectors.joining("; "));
      throw Refused.of(ProblemType.INVALID_PARAMETER, detail)
          .with("problems", problems.stream().map(Parameters::member).toList());
    }
  }

  private static Map<String, Object> member(Problem problem) {
    var member = new LinkedHashMap<String, Object>();
    member.put("parameter", problem.field());
    member.put("value", problem.value());
    member.put("rule", problem.rule());
    return member;
  }
}
