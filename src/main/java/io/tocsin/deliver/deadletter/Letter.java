package io.tocsin.deliver.deadletter;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.apache.kafka.common.header.Header;

/**
 * A dead letter in full.
 *
 * @param key as it came; may be {@code null}
 * @param value as it came; may be {@code null}
 * @param headers all of them, those that say why it is a dead letter included
 */
public record Letter(Heading heading, byte[] key, byte[] value, List<Header> headers) {
  public Letter {
    headers = List.copyOf(headers);
  }

  /** The same letter by place and bytes. */
  @Override
  public boolean equals(Object other) {
    return other instanceof Letter letter
        && heading.equals(letter.heading)
        && Arrays.equals(key, letter.key)
        && Arrays.equals(value, letter.value)
        && headers.equals(letter.headers);
  }

  @Override
  public int hashCode() {
    return Objects.hash(heading, Arrays.hashCode(key), Arrays.hashCode(value));
  }
}
