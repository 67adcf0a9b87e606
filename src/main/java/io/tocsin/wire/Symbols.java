package io.tocsin.wire;

import java.lang.reflect.Array;
import java.util.List;
import org.apache.avro.Schema;

/** The constants of our enums in the order in which a schema has their symbols. */
final class Symbols {
  private Symbols() {}

  /** Of a field whose type is an enum, or a union with one. */
  static <E extends Enum<E>> E[] of(Schema record, String field, Class<E> type) {
    return of(record.getField(field).schema(), type);
  }

  private static <E extends Enum<E>> E[] of(Schema schema, Class<E> type) {
    if (schema.getType() == Schema.Type.UNION) {
      return of(schema.getTypes().get(1), type);
    }
    List<String> symbols = schema.getEnumSymbols();
    @SuppressWarnings("unchecked") // an array of exactly this type
    E[] constants = (E[]) Array.newInstance(type, symbols.size());
    for (int i = 0; i < constants.length; i++) {
      constants[i] = Enum.valueOf(type, symbols.get(i));
    }
    return constants;
  }
}
