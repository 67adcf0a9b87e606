package io.tocsin.wire;

import static io.tocsin.wire.Unreadable.Reason.EMPTY;
import static io.tocsin.wire.Unreadable.Reason.NO_REGISTRY;
import static io.tocsin.wire.Unreadable.Reason.UNKNOWN_FORMAT;

import io.tocsin.model.InvalidRecord;
import java.util.Optional;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;

/** Reads all three encodings of one record, writes one of them. */
final class RecordCodec<T, A extends SpecificRecord> implements Codec<T> {
  private final Shape<T, A> shape;
  private final AvroBody<A> avro;
  private final Format format;
  private final Optional<SchemaRegistry> registry;
  private final String subject;
  private final Schema registered;
  private final TodaysSchema today;
  private final Optional<PlainBody<T>> plain;

  /**
   * @param subject what the registry files the record's schema under
   */
  RecordCodec(Shape<T, A> shape, Format format, Optional<SchemaRegistry> registry, String subject) {
    if (format == Format.CONFLUENT && registry.isEmpty()) {
      throw new IllegalArgumentException("the format CONFLUENT needs a schema registry");
    }
    this.shape = shape;
    this.avro = new AvroBody<>(shape.schema());
    this.format = format;
    this.registry = registry;
    this.subject = subject;
    this.registered = Schemas.current(shape.schema().getName());
    this.today = new TodaysSchema(shape.schema(), registry);
    this.plain = shape.plainBody();
  }

  @Override
  public Format format() {
    return format;
  }

  @Override
  public byte[] encode(T value) {
    return switch (format) {
      case AVRO -> written(value, avro.singleObjectHeader());
      case CONFLUENT -> written(value, AvroBody.confluentHeader(registryId()));
      case JSON -> Json.write(fields -> shape.write(value, fields));
    };
  }

  @Override
  public T decode(byte[] bytes) {
    if (bytes == null || bytes.length == 0) {
      throw new Unreadable(EMPTY, "holds no bytes");
    }
    try {
      T read = plainly(bytes);
      if (read != null) {
        return read;
      }
      return switch (Encoding.of(bytes)) {
        case CONFLUENT -> shape.fromAvro(avro.readConfluent(bytes, neededRegistry()));
        case SINGLE_OBJECT -> shape.fromAvro(avro.readSingleObject(bytes));
        case JSON -> FieldReader.read(Json.object(bytes), shape);
        case UNKNOWN -> throw new Unreadable(UNKNOWN_FORMAT, unknown(bytes[0]));
      };
    } catch (InvalidRecord e) {
      throw new Unreadable(e);
    }
  }

  private byte[] written(T value, byte[] header) {
    if (plain.isEmpty()) {
      return avro.write(header, shape.toAvro(value));
    }
    var out = new AvroOutput().raw(header);
    plain.get().write(value, out);
    return out.written();
  }

  /** {@code null} where the bytes must be read with care, and with what other schema they need. */
  private T plainly(byte[] bytes) {
    int body = plain.isEmpty() ? TodaysSchema.NOWHERE : today.body(bytes);
    if (body == TodaysSchema.NOWHERE) {
      return null;
    }
    var from = new PlainAvro();
    from.start(bytes, body);
    return plain.get().read(from);
  }

  private int registryId() {
    return registry.orElseThrow().id(subject, registered);
  }

  private SchemaRegistry neededRegistry() {
    return registry.orElseThrow(
        () ->
            new Unreadable(
                NO_REGISTRY, "is in Confluent wire format, and no schema registry is configured"));
  }

  private static String unknown(byte first) {
    return String.format(
        "begins with 0x%02X; %s", first, "must begin with 0x00 (Confluent), 0xC3 0x01 (Avro) or {");
  }
}
