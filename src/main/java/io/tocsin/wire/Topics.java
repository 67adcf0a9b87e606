package io.tocsin.wire;

import io.tocsin.assess.Policy;
import io.tocsin.model.AlertLevelChange;
import io.tocsin.model.Control;
import io.tocsin.model.InvalidRecord;
import io.tocsin.model.NewsEvent;
import io.tocsin.model.OfficialStatement;
import io.tocsin.model.Problem;
import io.tocsin.model.Subject;
import java.time.Duration;
import java.util.List;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;

/** The topics under one prefix: what is in them, and how they are to be set up. */
public final class Topics {
  public static final String DEFAULT_PREFIX = "tocsin";
  public static final int DEFAULT_PARTITIONS = 8;

  /**
   * The largest record that is published. What is larger is refused with a reason before it gets to
   * a broker, whose own limit says nothing of the record.
   */
  public static final int MAX_MESSAGE_BYTES = 5 * 1024 * 1024;

  /** A dead letter is the record as it came, and headers that say why. */
  public static final int MAX_DEAD_LETTER_BYTES = MAX_MESSAGE_BYTES + 1024 * 1024;

  private static final int LONGEST_PREFIX = 200;
  private static final Duration WEEK = Duration.ofDays(7);
  private static final Duration MONTH = Duration.ofDays(30);
  private static final Duration QUARTER = Duration.ofDays(90);
  private static final Duration YEAR = Duration.ofDays(365);

  private final String prefix;
  private final Codecs codecs;
  private final Topic<String, NewsEvent> news;
  private final Topic<String, OfficialStatement> statements;
  private final Topic<Subject, Control> controls;
  private final Topic<Subject, AlertLevelChange> alerts;
  private final Topic<Subject, AlertLevelChange> levels;

  /**
   * @param prefix letters, digits, {@code .}, {@code _} and {@code -}, as Kafka allows in names
   * @throws InvalidRecord where it holds anything else
   */
  public Topics(String prefix, Codecs codecs) {
    if (!prefix.matches("[A-Za-z0-9._-]+") || prefix.length() > LONGEST_PREFIX) {
      throw new InvalidRecord(
          Problem.of(
              "prefix", prefix, "must be 1 to 200 letters, digits, dots, dashes or underscores"));
    }
    this.prefix = prefix;
    this.codecs = codecs;
    // once: a codec reads its schemas when it is made
    this.news = new Topic<>(name("news"), Serdes.String(), values("news", new NewsEventShape()));
    this.statements =
        new Topic<>(
            name("statements"),
            Serdes.String(),
            values("statements", new OfficialStatementShape()));
    this.controls =
        new Topic<>(name("controls"), subjects(), values("controls", new ControlShape()));
    this.alerts =
        new Topic<>(name("alerts"), subjects(), values("alerts", new AlertLevelChangeShape()));
    this.levels =
        new Topic<>(name("levels"), subjects(), values("levels", new AlertLevelChangeShape()));
  }

  /** The first part of every topic's name. */
  public String prefix() {
    return prefix;
  }

  /** How values are written. */
  public Format format() {
    return codecs.format();
  }

  /** By event id. */
  public Topic<String, NewsEvent> news() {
    return news;
  }

  /** By authority id. */
  public Topic<String, OfficialStatement> statements() {
    return statements;
  }

  /** By subject, or without a key where a control names no region. */
  public Topic<Subject, Control> controls() {
    return controls;
  }

  /** By subject. */
  public Topic<Subject, AlertLevelChange> alerts() {
    return alerts;
  }

  /** By subject: the latest state of each. */
  public Topic<Subject, AlertLevelChange> levels() {
    return levels;
  }

  /** By the policy's name: the latest document of each. */
  public Topic<String, Policy> policies() {
    return new Topic<>(
        name("policies"), Serdes.String(), serde(PolicyDocument::json, PolicyDocument::read));
  }

  /** Keys and values as they came; see {@link DeadLetter} for the headers. */
  public Topic<byte[], byte[]> deadLetters() {
    return new Topic<>(name("dead-letters"), Serdes.ByteArray(), Serdes.ByteArray());
  }

  /** By endpoint: what became of each change at it, with the reason in headers. */
  public Topic<String, AlertLevelChange> notices() {
    return new Topic<>(
        name("notices"), Serdes.String(), values("notices", new AlertLevelChangeShape()));
  }

  /** How they are to be set up, each with this many partitions. */
  public List<TopicSpec> specs(int partitions) {
    return List.of(
        kept("news", partitions, WEEK, MAX_MESSAGE_BYTES),
        kept("statements", partitions, YEAR, MAX_MESSAGE_BYTES),
        kept("controls", partitions, YEAR, MAX_MESSAGE_BYTES),
        kept("alerts", partitions, YEAR, MAX_MESSAGE_BYTES),
        compacted("levels", partitions),
        compacted("policies", partitions),
        kept("dead-letters", partitions, MONTH, MAX_DEAD_LETTER_BYTES),
        kept("notices", partitions, QUARTER, MAX_MESSAGE_BYTES));
  }

  /** The key of a control: {@code null} where it names no region. */
  public static Subject key(Control control) {
    return control.region() == null ? null : control.subject();
  }

  /** Subjects as {@code entity|region}. */
  public static Serde<Subject> subjects() {
    Serde<String> text = Serdes.String();
    return serde(
        subject -> text.serializer().serialize(null, subject.toString()),
        bytes -> subject(text.deserializer().deserialize(null, bytes)));
  }

  private static Subject subject(String key) {
    try {
      return Subject.parse(key);
    } catch (InvalidRecord e) {
      throw new Unreadable(e);
    }
  }

  private <V> Serde<V> values(String kind, Shape<V, ?> shape) {
    Codec<V> codec = codecs.codec(shape, name(kind) + "-value");
    return serde(codec::encode, codec::decode);
  }

  private String name(String kind) {
    return prefix + "." + kind;
  }

  private TopicSpec kept(String kind, int partitions, Duration retention, int maxBytes) {
    return new TopicSpec(name(kind), partitions, TopicSpec.Cleanup.DELETE, retention, maxBytes);
  }

  private TopicSpec compacted(String kind, int partitions) {
    return new TopicSpec(
        name(kind), partitions, TopicSpec.Cleanup.COMPACT, null, MAX_MESSAGE_BYTES);
  }

  private static <T> Serde<T> serde(Writing<T> writing, Reading<T> reading) {
    return Serdes.serdeFrom(
        (topic, value) -> value == null ? null : writing.bytes(value),
        (topic, bytes) -> bytes == null ? null : reading.value(bytes));
  }

  private interface Writing<T> {
    byte[] bytes(T value);
  }

  private interface Reading<T> {
    T value(byte[] bytes);
  }
}
