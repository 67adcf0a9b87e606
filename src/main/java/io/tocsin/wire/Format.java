package io.tocsin.wire;

/** How outgoing values are encoded. */
public enum Format {
  /** Avro single-object encoding: {@code C3 01}, the schema's fingerprint, the body. */
  AVRO("application/avro"),
  /** Confluent wire format: {@code 00}, the schema's id in the registry, the same Avro body. */
  CONFLUENT("application/avro"),
  /** One JSON object in UTF-8, field names as in the schemas. */
  JSON("application/json");

  private final String contentType;

  Format(String contentType) {
    this.contentType = contentType;
  }

  /** The media type, as CloudEvents' Kafka binding carries it in {@code content-type}. */
  public String contentType() {
    return contentType;
  }
}
