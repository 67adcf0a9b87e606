package io.tocsin.assess;

/**
 * What an assessment is made of: reports, statements and controls, as they are applied to subjects.
 */
public sealed interface Evidence permits Report, Statement, Instruction {
  /** The record's id, which a change names as its trigger. */
  String id();

  /** When the record came into being, in UTC epoch ms. */
  long arrival();
}
