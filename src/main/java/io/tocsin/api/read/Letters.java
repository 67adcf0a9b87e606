package io.tocsin.api.read;

import io.tocsin.deliver.deadletter.Filter;
import io.tocsin.deliver.deadletter.Letter;
import io.tocsin.deliver.deadletter.Listing;
import io.tocsin.deliver.deadletter.Place;
import io.tocsin.deliver.deadletter.Readable;
import io.tocsin.deliver.deadletter.Retried;
import java.util.Optional;

/** Dead letters, for who looks after them over HTTP. */
public interface Letters {
  Listing list(Filter filter, int limit);

  Optional<Letter> find(Place place);

  /** What is in a letter, as a person can read it. */
  Readable value(Letter letter);

  /**
   * Publishes a letter again, and waits until Kafka has it.
   *
   * @param value in the place of what is in it; {@code null} publishes that as it is
   * @throws io.tocsin.api.Refused where the value is no record, or Kafka does not take it
   */
  Retried retry(Letter letter, byte[] value);
}
