package io.tocsin.wire;

import io.tocsin.model.AlertLevelChange;
import io.tocsin.model.Control;
import io.tocsin.model.NewsEvent;
import io.tocsin.model.OfficialStatement;
import java.util.Objects;
import java.util.Optional;

/**
 * The codecs of the four records. Each reads all encodings; all write the one they were made with.
 *
 * <p>Where a registry is written to, a codec without a subject of its own files its schema under
 * the record's full name (Confluent's RecordNameStrategy); those of {@link Topics} use the topic's
 * name (TopicNameStrategy).
 */
public final class Codecs {
  private final Format format;
  private final Optional<SchemaRegistry> registry;

  private Codecs(Format format, Optional<SchemaRegistry> registry) {
    this.format = Objects.requireNonNull(format);
    this.registry = registry;
  }

  /** Without a registry: values in Confluent wire format cannot be read, nor written. */
  public static Codecs of(Format format) {
    return new Codecs(format, Optional.empty());
  }

  public static Codecs of(Format format, SchemaRegistry registry) {
    return new Codecs(format, Optional.of(registry));
  }

  public Format format() {
    return format;
  }

  public Codec<NewsEvent> news() {
    return codec(new NewsEventShape(), null);
  }

  public Codec<OfficialStatement> statements() {
    return codec(new OfficialStatementShape(), null);
  }

  public Codec<Control> controls() {
    return codec(new ControlShape(), null);
  }

  public Codec<AlertLevelChange> changes() {
    return codec(new AlertLevelChangeShape(), null);
  }

  /** A reader of news events that makes no records of them, for one thread. */
  public NewsSlices newsSlices() {
    return new NewsSlices(new TodaysSchema(new NewsEventShape().schema(), registry));
  }

  <T> Codec<T> codec(Shape<T, ?> shape, String subject) {
    return new RecordCodec<>(
        shape, format, registry, Objects.requireNonNullElse(subject, shape.schema().getFullName()));
  }
}
