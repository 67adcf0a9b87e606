package io.tocsin.bench.contender;

/** A process of the bench is gone, or never came; the message holds what it said last. */
public final class ChildEnded extends RuntimeException {
  ChildEnded(String message, Throwable cause) {
    super(message, cause);
  }
}
