package io.tocsin.wire;

import java.util.List;
import org.apache.avro.Schema;

/**
 * The constants of one of our enums and the symbols of a schema: each finds the other.
 *
 * @param <E> the enum
 */
final class Symbols<E extends Enum<E>> {
  private final Object[] constants;
  private final int[] indices;

  private Symbols(Class<E> type, List<String> symbols) {
    constants = new Object[symbols.size()];
    indices = new int[type.getEnumConstants().length];
    for (int i = 0; i < constants.length; i++) {
      E constant = Enum.valueOf(type, symbols.get(i));
      constants[i] = constant;
      indices[constant.ordinal()] = i;
    }
  }

  /** Of a field whose type is an enum, or the union of null and one. */
  static <E extends Enum<E>> Symbols<E> of(Schema record, String field, Class<E> type) {
    Schema schema = record.getField(field).schema();
    boolean optional = schema.getType() == Schema.Type.UNION;
    return new Symbols<>(type, (optional ? schema.getTypes().get(1) : schema).getEnumSymbols());
  }

  int size() {
    return constants.length;
  }

  int index(E constant) {
    return indices[constant.ordinal()];
  }

  @SuppressWarnings("unchecked") // nothing else was put in
  E constant(int index) {
    return (E) constants[index];
  }
}
