package io.tocsin.wire.packed;

import io.tocsin.wire.Names;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;

/**
 * A packed form of one kind of value.
 *
 * @param <T> the value
 */
public final class Packing<T> {
  static final int FORM = 2;

  private final BiConsumer<Packer, T> writer;
  private final Function<Unpacker, T> reader;

  Packing(BiConsumer<Packer, T> writer, Function<Unpacker, T> reader) {
    this.writer = writer;
    this.reader = reader;
  }

  public byte[] pack(T value) {
    var packer = new Packer().number(FORM);
    writer.accept(packer, value);
    return packer.packed();
  }

  /**
   * The value in a packed form.
   *
   * @throws SerializationException if it is of a form that this version does not know, or damaged
   */
  public T unpack(byte[] packed) {
    return unpack(packed, null);
  }

  /**
   * The value in a packed form.
   *
   * @param names those known already
   * @throws SerializationException if it is of a form that this version does not know, or damaged
   */
  public T unpack(byte[] packed, Names<String> names) {
    var unpacker = new Unpacker(packed, 0, packed.length, names);
    try {
      checkForm(unpacker);
      return reader.apply(unpacker);
    } catch (IndexOutOfBoundsException | ArithmeticException e) {
      throw damaged(e);
    }
  }

  static void checkForm(Unpacker unpacker) {
    int form = unpacker.integer();
    if (form != FORM) {
      throw new SerializationException(
          "packed form %d is not the form %d of this version of Tocsin; start with an empty state (another application id or data folder) and replay the news"
              .formatted(form, FORM));
    }
  }

  static SerializationException damaged(RuntimeException cause) {
    return new SerializationException("a packed value is damaged", cause);
  }

  public Serde<T> serde() {
    return Serdes.serdeFrom(
        (topic, value) -> value == null ? null : pack(value),
        (topic, bytes) -> bytes == null ? null : unpack(bytes));
  }
}
