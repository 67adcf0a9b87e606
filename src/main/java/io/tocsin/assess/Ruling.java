package io.tocsin.assess;

/**
 * A statement with the time in which it has effect.
 *
 * @param from its issue, in UTC epoch ms
 * @param until when it was cancelled, superseded or ran out; exclusive
 * @param expires whether it ends by itself at {@code until}
 */
record Ruling(Statement statement, long from, long until, boolean expires) {
  boolean inForce(long time) {
    return from <= time && time < until;
  }
}
