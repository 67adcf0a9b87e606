package io.tocsin.topology;

/** A statement by a way that may not speak for its authority. */
final class NotEntitled extends RuntimeException {
  private static final long serialVersionUID = 1L;

  NotEntitled(String why) {
    super(why);
  }
}
