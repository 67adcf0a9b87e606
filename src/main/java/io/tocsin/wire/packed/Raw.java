package io.tocsin.wire.packed;

import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;

/** A Kafka record as it was read, with where it was read. */
public record Raw(
    byte[] key,
    byte[] value,
    Headers headers,
    String topic,
    int partition,
    long offset,
    long timestamp) {
  public static final Packing<Raw> PACKING = new Packing<>(Raw::write, Raw::read);

  private static void write(Packer to, Raw raw) {
    to.bytes(raw.key).bytes(raw.value);
    writeHeaders(to, raw.headers);
    to.text(raw.topic).number(raw.partition).number(raw.offset).number(raw.timestamp);
  }

  private static Raw read(Unpacker from) {
    return new Raw(
        from.bytes(),
        from.bytes(),
        readHeaders(from),
        from.text(),
        from.integer(),
        from.number(),
        from.number());
  }

  static void writeHeaders(Packer to, Headers headers) {
    var all = headers.toArray();
    to.number(all.length);
    for (var header : all) {
      to.text(header.key()).bytes(header.value());
    }
  }

  static Headers readHeaders(Unpacker from) {
    var headers = new RecordHeaders();
    for (int left = from.integer(); left > 0; left--) {
      headers.add(from.text(), from.bytes());
    }
    return headers;
  }
}
