package io.tocsin.model;

import java.time.Instant;

/** What comes in from outside: the three records that an assessment is made of. */
public sealed interface Incoming permits NewsEvent, OfficialStatement, Control {

  String id();

  /** When the record came into being, which is what a partition's clock goes by. */
  Instant arrivalTime();
}
