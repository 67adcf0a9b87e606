package io.tocsin.wire;

import static io.tocsin.wire.Unreadable.Reason.BAD_AVRO;
import static io.tocsin.wire.Unreadable.Reason.TRAILING_BYTES;
import static io.tocsin.wire.Unreadable.Reason.TRUNCATED;
import static io.tocsin.wire.Unreadable.Reason.UNKNOWN_SCHEMA;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.apache.avro.Schema;
import org.apache.avro.SchemaNormalization;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DatumReader;
import org.apache.avro.io.DatumWriter;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.avro.specific.SpecificDatumWriter;
import org.apache.avro.specific.SpecificRecord;

/**
 * One record's Avro body, and the two headers it comes behind: that of Avro's single-object
 * encoding and that of Confluent's wire format.
 */
final class AvroBody<A extends SpecificRecord> {
  static final byte[] SINGLE_OBJECT_MARK = {(byte) 0xC3, 0x01};
  static final byte CONFLUENT_MARK = 0x00;
  private static final int SINGLE_OBJECT_HEADER = SINGLE_OBJECT_MARK.length + Long.BYTES;
  private static final int CONFLUENT_HEADER = 1 + Integer.BYTES;
  private static final int TYPICAL_SIZE = 512;

  private final Schema schema;
  private final GeneratedClasses classes = new GeneratedClasses();
  private final byte[] singleObjectHeader;
  private final DatumWriter<A> writer;
  private final Map<Long, DatumReader<A>> byFingerprint;
  private final Map<Integer, DatumReader<A>> byRegistryId = new ConcurrentHashMap<>();

  AvroBody(Schema schema) {
    this.schema = schema;
    this.singleObjectHeader = singleObjectHeader(schema);
    this.writer = new SpecificDatumWriter<>(schema, classes);
    this.byFingerprint =
        Schemas.known(schema.getName()).stream()
            .collect(
                Collectors.toUnmodifiableMap(
                    SchemaNormalization::parsingFingerprint64, this::readerOf, (a, b) -> a));
  }

  byte[] singleObjectHeader() {
    return singleObjectHeader;
  }

  static byte[] confluentHeader(int registryId) {
    return ByteBuffer.allocate(CONFLUENT_HEADER).put(CONFLUENT_MARK).putInt(registryId).array();
  }

  A readSingleObject(byte[] bytes) {
    if (bytes.length < SINGLE_OBJECT_HEADER) {
      throw new Unreadable(TRUNCATED, "ends within the header of Avro's single-object encoding");
    }
    long fingerprint =
        ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getLong(SINGLE_OBJECT_MARK.length);
    DatumReader<A> reader = byFingerprint.get(fingerprint);
    if (reader == null) {
      throw new Unreadable(
          UNKNOWN_SCHEMA,
          String.format(
              "no version of %s has the fingerprint %016x", schema.getName(), fingerprint));
    }
    return read(reader, bytes, SINGLE_OBJECT_HEADER);
  }

  A readConfluent(byte[] bytes, SchemaRegistry registry) {
    if (bytes.length < CONFLUENT_HEADER) {
      throw new Unreadable(TRUNCATED, "ends within the header of the Confluent wire format");
    }
    int id = ByteBuffer.wrap(bytes).getInt(1);
    DatumReader<A> reader = byRegistryId.get(id);
    if (reader == null) {
      reader = readerOf(registry.schema(id));
      byRegistryId.put(id, reader);
    }
    return read(reader, bytes, CONFLUENT_HEADER);
  }

  private DatumReader<A> readerOf(Schema writtenWith) {
    return new SpecificDatumReader<>(writtenWith, schema, classes);
  }

  private A read(DatumReader<A> reader, byte[] bytes, int offset) {
    var body = new BoundedDecoder(bytes, offset);
    A value;
    try {
      value = reader.read(null, body);
    } catch (Unreadable e) {
      throw e;
    } catch (IOException | RuntimeException e) {
      // with hostile bytes Avro fails in many ways: bad union branches, symbols, logical types
      throw new Unreadable(BAD_AVRO, "is not the Avro of its schema: " + e.getMessage());
    }
    if (body.remaining() > 0) {
      throw new Unreadable(TRAILING_BYTES, body.remaining() + " bytes are left after the record");
    }
    return value;
  }

  byte[] write(byte[] header, A value) {
    var out = new ByteArrayOutputStream(TYPICAL_SIZE);
    out.writeBytes(header);
    BinaryEncoder encoder = EncoderFactory.get().directBinaryEncoder(out, null);
    try {
      writer.write(value, encoder);
      encoder.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  private static byte[] singleObjectHeader(Schema schema) {
    return ByteBuffer.allocate(SINGLE_OBJECT_HEADER)
        .order(ByteOrder.LITTLE_ENDIAN)
        .put(SINGLE_OBJECT_MARK)
        .putLong(SchemaNormalization.parsingFingerprint64(schema))
        .array();
  }
}
