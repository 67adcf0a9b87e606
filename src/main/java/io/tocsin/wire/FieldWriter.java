package io.tocsin.wire;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/** Writes the fields of one JSON object in the order given; a {@code null} is left out. */
final class FieldWriter {
  private final JsonGenerator generator;

  FieldWriter(JsonGenerator generator) {
    this.generator = generator;
  }

  void text(String field, String value) {
    if (value != null) {
      write(g -> g.writeStringField(field, value));
    }
  }

  void time(String field, Instant value) {
    text(field, value == null ? null : Times.text(value));
  }

  void choice(String field, Enum<?> value) {
    text(field, value == null ? null : value.name());
  }

  void truth(String field, boolean value) {
    write(g -> g.writeBooleanField(field, value));
  }

  void whole(String field, long value) {
    write(g -> g.writeNumberField(field, value));
  }

  void number(String field, double value) {
    String number = plain(field, value);
    write(
        g -> {
          g.writeFieldName(field);
          g.writeNumber(number);
        });
  }

  void numbers(String field, List<Double> values) {
    write(
        g -> {
          g.writeArrayFieldStart(field);
          for (double value : values) {
            g.writeNumber(plain(field, value));
          }
          g.writeEndArray();
        });
  }

  void texts(String field, List<String> values) {
    write(
        g -> {
          g.writeArrayFieldStart(field);
          for (String value : values) {
            g.writeString(value);
          }
          g.writeEndArray();
        });
  }

  /** In the order of their keys, so that one map has one text. */
  void textMap(String field, Map<String, String> values) {
    object(field, entries -> new TreeMap<>(values).forEach(entries::text));
  }

  void object(String field, Consumer<FieldWriter> content) {
    write(
        g -> {
          g.writeObjectFieldStart(field);
          content.accept(this);
          g.writeEndObject();
        });
  }

  <T> void objects(String field, List<T> values, BiConsumer<T, FieldWriter> content) {
    write(
        g -> {
          g.writeArrayFieldStart(field);
          for (T value : values) {
            g.writeStartObject();
            content.accept(value, this);
            g.writeEndObject();
          }
          g.writeEndArray();
        });
  }

  /** Without an exponent, and exactly the number that is read back. */
  private static String plain(String field, double value) {
    if (!Double.isFinite(value)) {
      throw new IllegalArgumentException(field + " must be a number in JSON, got " + value);
    }
    String shortest = Double.toString(value);
    return shortest.indexOf('E') < 0 ? shortest : new BigDecimal(shortest).toPlainString();
  }

  private void write(Step step) {
    try {
      step.on(generator);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Something to write. */
  private interface Step {
    void on(JsonGenerator generator) throws IOException;
  }
}
