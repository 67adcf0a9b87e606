package io.tocsin.wire;

import io.tocsin.model.InvalidRecord;
import io.tocsin.model.Problem;
import java.util.List;

/** Bytes that hold no valid record; trying again is of no use. */
public final class Unreadable extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Why. */
  public enum Reason {
    /** No bytes at all. */
    EMPTY,
    /** The first bytes belong to none of the three encodings. */
    UNKNOWN_FORMAT,
    /** Not one well-formed JSON object. */
    BAD_JSON,
    /** A document that is not one well-formed YAML mapping. */
    BAD_YAML,
    /** Not the Avro that its schema calls for. */
    BAD_AVRO,
    /** The Avro body ends too early. */
    TRUNCATED,
    /** Bytes are left over after the record. */
    TRAILING_BYTES,
    /** Nobody knows the schema, or it is that of another record. */
    UNKNOWN_SCHEMA,
    /** In Confluent wire format, and no registry is configured. */
    NO_REGISTRY,
    /** Readable, but it breaks rules of the record: see {@link #problems()}. */
    INVALID
  }

  private final Reason reason;
  private final transient List<Problem> problems;

  Unreadable(Reason reason, String message) {
    super(message);
    this.reason = reason;
    this.problems = List.of();
  }

  Unreadable(InvalidRecord invalid) {
    super(invalid.getMessage());
    this.reason = Reason.INVALID;
    this.problems = invalid.problems();
  }

  public Reason reason() {
    return reason;
  }

  /** Every broken rule where the reason is {@link Reason#INVALID}; otherwise empty. */
  public List<Problem> problems() {
    return problems;
  }
}
