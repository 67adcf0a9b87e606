package io.tocsin.wire.packed;

import java.util.List;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeader;
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
    to.bytes(raw.key)
        .bytes(raw.value)
        .each(
            List.of(raw.headers.toArray()),
            (packer, header) -> packer.text(header.key()).bytes(header.value()))
        .text(raw.topic)
        .number(raw.partition)
        .number(raw.offset)
        .number(raw.timestamp);
  }

  private static Raw read(Unpacker from) {
    return new Raw(
        from.bytes(),
        from.bytes(),
        new RecordHeaders(from.each(Raw::header)),
        from.text(),
        from.integer(),
        from.number(),
        from.number());
  }

  private static Header header(Unpacker from) {
    return new RecordHeader(from.text(), from.bytes());
  }
}
