package io.tocsin.wire;

/**
 * A record's Avro body in today's schema, field by field, without Avro's generated classes between.
 *
 * @param <T> the record of the domain
 */
interface PlainBody<T> {

  /** Writes the bytes that Avro itself would. */
  void write(T value, AvroOutput to);

  /**
   * {@code null} where the body is out of the ordinary. Throws {@link
   * io.tocsin.model.InvalidRecord} with every rule that the record breaks.
   */
  T read(PlainAvro from);
}
