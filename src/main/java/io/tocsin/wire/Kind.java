package io.tocsin.wire;

import io.tocsin.model.Control;
import io.tocsin.model.Incoming;
import io.tocsin.model.NewsEvent;
import io.tocsin.model.OfficialStatement;
import java.util.Arrays;
import java.util.Optional;

/** The kinds of incoming record, as a line of a file of events tells them apart. */
public enum Kind {
  NEWS("news", new NewsEventShape()),
  STATEMENT("statement", new OfficialStatementShape()),
  CONTROL("control", new ControlShape());

  private final String key;
  private final Shape<? extends Incoming, ?> shape;

  Kind(String key, Shape<? extends Incoming, ?> shape) {
    this.key = key;
    this.shape = shape;
  }

  /** The only key of a line: {@code news}, {@code statement} or {@code control}. */
  public String key() {
    return key;
  }

  /** What an error calls such a record: {@code a news event}. */
  public String title() {
    return shape.title();
  }

  public static Optional<Kind> ofKey(String key) {
    return Arrays.stream(values()).filter(kind -> kind.key.equals(key)).findFirst();
  }

  public static Kind of(Incoming record) {
    if (record instanceof NewsEvent) {
      return NEWS;
    }
    return record instanceof OfficialStatement ? STATEMENT : CONTROL;
  }

  Shape<? extends Incoming, ?> shape() {
    return shape;
  }

  static void write(Incoming record, FieldWriter fields) {
    if (record instanceof NewsEvent event) {
      new NewsEventShape().write(event, fields);
    } else if (record instanceof OfficialStatement statement) {
      new OfficialStatementShape().write(statement, fields);
    } else {
      new ControlShape().write((Control) record, fields);
    }
  }
}
