package io.tocsin.wire.packed;

import java.nio.BufferUnderflowException;
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
  private static final int FORM = 1;

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
    var unpacker = new Unpacker(packed);
    try {
      int form = unpacker.integer();
      if (form != FORM) {
        throw new SerializationException(
            "packed form "
                + form
                + " is newer than this version of Tocsin, which knows form "
                + FORM);
      }
      return reader.apply(unpacker);
    } catch (BufferUnderflowException | ArithmeticException e) {
      throw new SerializationException("a packed value is damaged", e);
    }
  }

  public Serde<T> serde() {
    return Serdes.serdeFrom(
        (topic, value) -> value == null ? null : pack(value),
        (topic, bytes) -> bytes == null ? null : unpack(bytes));
  }
}
