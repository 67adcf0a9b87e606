package io.tocsin.wire;

/**
 * Turns one kind of record into bytes and back. Safe for use by many threads.
 *
 * @param <T> the record of the domain
 */
public interface Codec<T> {

  /**
   * The record in this codec's {@link Format}.
   *
   * @throws RegistryUnavailable where the format needs a schema registry that does not answer
   */
  byte[] encode(T value);

  /**
   * The record in these bytes, whichever of the three encodings they are in: they are told apart by
   * their first bytes.
   *
   * @throws Unreadable when they hold no valid record; the same bytes will never do
   * @throws RegistryUnavailable when the schema registry does not answer; the same bytes may do
   *     later
   */
  T decode(byte[] bytes);

  /** What {@link #encode} writes. */
  Format format();
}
