package io.tocsin.model;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Collects every broken rule of a record under construction, so that all are reported together. */
final class Rules {
  static final int MAX_ID = 256;
  static final int MAX_LIST = 1_000;
  private static final int FEW = 16;
  private static final int NANOS_PER_MILLI = 1_000_000;
  private static final Instant EARLIEST = Instant.parse("1900-01-01T00:00:00Z");
  private static final Instant LATEST = Instant.parse("2200-01-01T00:00:00Z");

  private static final long EARLIEST_MILLIS = EARLIEST.toEpochMilli();
  private static final long LATEST_MILLIS = LATEST.toEpochMilli();

  /** Few records break any: {@code null} until one does. */
  private List<Problem> broken;

  void require(boolean holds, String field, Object value, String rule) {
    if (!holds) {
      refuse(field, value, rule);
    }
  }

  private void refuse(String field, Object value, String rule) {
    if (broken == null) {
      broken = new ArrayList<>();
    }
    broken.add(Problem.of(field, value, rule));
  }

  /**
   * An identifier: not blank, at most 256 characters, none of them a control character or {@code
   * |}.
   */
  void id(String field, String value) {
    if (value == null || value.isBlank()) {
      refuse(field, null, "must not be blank");
    } else {
      optionalId(field, value);
    }
  }

  void optionalId(String field, String value) {
    if (value == null || Ids.isId(value)) {
      return;
    }
    require(!value.isBlank(), field, value, "must not be blank");
    require(value.length() <= MAX_ID, field, value, "must have at most 256 characters");
    require(
        Ids.hasOnlyAllowedCharacters(value),
        field,
        value,
        "must not contain | or control characters");
    wellFormed(field, value);
  }

  void text(String field, String value, int max) {
    if (value == null) {
      return;
    }
    if (value.length() > max) {
      refuse(field, value, "must have at most " + max + " characters");
    }
    wellFormed(field, value);
  }

  /** Half a surrogate pair has no UTF-8, so it would come out of the wire as another text. */
  private void wellFormed(String field, String value) {
    require(Ids.isWellFormed(value), field, value, "must not contain half a surrogate pair");
  }

  void time(String field, Instant value) {
    require(value != null, field, null, "must be given");
    optionalTime(field, value);
  }

  void optionalTime(String field, Instant value) {
    require(
        value == null || !value.isBefore(EARLIEST) && value.isBefore(LATEST),
        field,
        value,
        "must lie between 1900 and 2200");
  }

  static boolean isTime(long millis) {
    return millis >= EARLIEST_MILLIS && millis < LATEST_MILLIS;
  }

  void notBefore(String field, Instant value, String otherField, Instant other) {
    require(
        value == null || other == null || !value.isBefore(other),
        field,
        value,
        "must not be before " + otherField);
  }

  void revision(int revision) {
    require(revision >= 0, "revision", revision, "must not be negative");
  }

  List<String> ids(String field, List<String> values) {
    // by the index that the sender knows, so before doubles are dropped
    for (int i = 0; values != null && i < Math.min(values.size(), MAX_LIST); i++) {
      if (values.get(i) != null && !Ids.isId(values.get(i))) {
        id(field + "[" + i + "]", values.get(i));
      }
    }
    return list(field, values);
  }

  <T> List<T> list(String field, List<T> values) {
    if (values == null) {
      return List.of();
    }
    if (values.size() > MAX_LIST) {
      refuse(field, values.size() + " items", "must have at most 1000 items");
    }
    if (isPlain(values)) {
      return List.copyOf(values);
    }
    require(values.stream().noneMatch(v -> v == null), field, null, "must not hold null");
    return values.stream().filter(v -> v != null).distinct().toList();
  }

  /** Whether a list is short, without null and without doubles, as nearly all are. */
  private static <T> boolean isPlain(List<T> values) {
    int size = values.size();
    if (size > FEW) {
      return false;
    }
    for (int i = 0; i < size; i++) {
      T value = values.get(i);
      if (value == null) {
        return false;
      }
      for (int j = 0; j < i; j++) {
        if (value.equals(values.get(j))) {
          return false;
        }
      }
    }
    return true;
  }

  Map<String, String> attributes(Map<String, String> values) {
    var given = values == null ? Map.<String, String>of() : values;
    boolean whole = true;
    for (var entry : given.entrySet()) {
      whole &= entry.getKey() != null && entry.getValue() != null;
    }
    require(whole, "attributes", null, "must not hold null");
    if (given.size() > MAX_LIST) {
      refuse("attributes", given.size() + " entries", "must have at most 1000 entries");
    }
    if (whole && given.size() <= MAX_LIST) {
      given.forEach(
          (key, value) -> {
            wellFormed("attributes", key);
            if (!Ids.isWellFormed(value)) {
              wellFormed("attributes." + key, value);
            }
          });
    }
    return whole ? Map.copyOf(given) : Map.of();
  }

  void check() {
    if (broken != null) {
      throw new InvalidRecord(broken);
    }
  }

  /** The instant cut to the millisecond, which is all that the wire carries. */
  static Instant millis(Instant instant) {
    return instant == null || instant.getNano() % NANOS_PER_MILLI == 0
        ? instant
        : Instant.ofEpochMilli(instant.toEpochMilli());
  }
}
