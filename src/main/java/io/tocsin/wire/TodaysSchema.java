package io.tocsin.wire;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.avro.Schema;
import org.apache.avro.SchemaNormalization;

/**
 * Tells the messages that were written with today's schema of a record, in either framing of Avro.
 * Safe for use by many threads.
 */
final class TodaysSchema {
  /** Where the body is not in today's Avro, or that is not known yet. */
  static final int NOWHERE = -1;

  private static final int CONFLUENT_HEADER = 1 + Integer.BYTES;
  private static final int SINGLE_OBJECT_HEADER = AvroBody.SINGLE_OBJECT_MARK.length + Long.BYTES;
  private static final VarHandle FINGERPRINT =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final VarHandle ID =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);

  private final Schema schema;
  private final long fingerprint;
  private final Optional<SchemaRegistry> registry;
  private final Map<Integer, Boolean> ids = new ConcurrentHashMap<>();

  TodaysSchema(Schema schema, Optional<SchemaRegistry> registry) {
    this.schema = schema;
    this.fingerprint = SchemaNormalization.parsingFingerprint64(schema);
    this.registry = registry;
  }

  Schema schema() {
    return schema;
  }

  /** The offset of the body, or {@link #NOWHERE}. */
  int body(byte[] message) {
    if (message.length >= SINGLE_OBJECT_HEADER
        && message[0] == AvroBody.SINGLE_OBJECT_MARK[0]
        && message[1] == AvroBody.SINGLE_OBJECT_MARK[1]) {
      return (long) FINGERPRINT.get(message, 2) == fingerprint ? SINGLE_OBJECT_HEADER : NOWHERE;
    }
    if (message.length >= CONFLUENT_HEADER && message[0] == AvroBody.CONFLUENT_MARK) {
      return registry.isPresent() && isTodays((int) ID.get(message, 1))
          ? CONFLUENT_HEADER
          : NOWHERE;
    }
    return NOWHERE;
  }

  /** Asks nobody: an id that the registry's copy does not have yet is not today's. */
  private boolean isTodays(int id) {
    Boolean known = ids.get(id);
    if (known != null) {
      return known;
    }
    Schema written = registry.orElseThrow().known(id);
    if (written == null) {
      return false;
    }
    boolean todays = SchemaNormalization.parsingFingerprint64(written) == fingerprint;
    ids.put(id, todays);
    return todays;
  }
}
