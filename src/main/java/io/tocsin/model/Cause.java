package io.tocsin.model;

/** Why a level, or one of its two ledgers, moved. */
public enum Cause {
  NEWS,
  STATEMENT,
  CONTROL,
  POLICY,
  /** A revision or retraction of a news event was applied. */
  CORRECTION,
  /** The reported level fell with time. */
  DECAY,
  /** A declaration or a pin ran out. */
  EXPIRY
}
