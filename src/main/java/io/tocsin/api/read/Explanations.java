package io.tocsin.api.read;

import io.tocsin.model.Subject;
import java.time.Instant;

/** Works out why a subject stands where it does. */
@FunctionalInterface
public interface Explanations {

  /**
   * The same as {@code tocsin explain --json}; takes seconds, for it goes through the records.
   *
   * @param at optional: the moment that is meant
   * @throws io.tocsin.api.Refused where the subject is not tracked, or it cannot be told now
   */
  String of(Subject subject, Instant at);
}
