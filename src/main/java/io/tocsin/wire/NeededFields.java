package io.tocsin.wire;

import io.tocsin.model.Credibility;
import java.time.Instant;

/**
 * Takes fields that must be there, for records that do not check it themselves. A missing one is a
 * problem, kept by the reader; the value to go on with is {@code null} or zero.
 */
record NeededFields(FieldReader fields) {

  String text(String field) {
    return needed(field, fields.text(field));
  }

  Instant time(String field) {
    return needed(field, fields.time(field));
  }

  <E extends Enum<E>> E choice(String field, Class<E> type) {
    return needed(field, fields.choice(field, type));
  }

  Credibility credibility(String field) {
    return needed(field, fields.credibility(field));
  }

  int whole(String field) {
    Integer value = needed(field, fields.whole(field));
    return value == null ? 0 : value;
  }

  long wholeLong(String field) {
    Long value = needed(field, fields.wholeLong(field));
    return value == null ? 0 : value;
  }

  double number(String field) {
    Double value = needed(field, fields.number(field));
    return value == null ? 0 : value;
  }

  /** What is there and was refused has its problem already. */
  private <T> T needed(String field, T value) {
    if (value == null && fields.given(field) == null) {
      fields.refuse(field, null, "must be given");
    }
    return value;
  }
}
