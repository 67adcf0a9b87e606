package io.tocsin.extract;

/**
 * On whose word a sentence stands.
 *
 * @param origin id of the publisher that it cites; {@code null} without one
 * @param confirms whether somebody in office says that it is so
 * @param denies whether somebody in office says that it is not so
 */
record Speaker(Attribution attribution, String origin, boolean confirms, boolean denies) {
  static final Speaker NOBODY = new Speaker(Attribution.UNSOURCED, null, false, false);

  boolean isNobody() {
    return attribution == Attribution.UNSOURCED;
  }

  /** The same one in a sentence further on, which neither confirms nor denies anything by that. */
  Speaker further() {
    return confirms || denies ? new Speaker(attribution, origin, false, false) : this;
  }
}
