package io.tocsin.cli;

/** Whoever read standard output has gone, as in {@code tocsin subscribe | head -3}. */
final class OutputClosed extends RuntimeException {
  private static final long serialVersionUID = 1L;
}
