package io.tocsin.topology;

/** Why a record that can be read goes no further. */
enum Refused {
  /** A statement by a way that may not speak for its authority. */
  NOT_ENTITLED,
  /** It names what the reference data does not know. */
  NOT_ADMITTED,
  /** It came longer after it was published than the policy allows. */
  LATE,
  /** It comes from the future, and would take the clock of a live processor there. */
  FUTURE
}
