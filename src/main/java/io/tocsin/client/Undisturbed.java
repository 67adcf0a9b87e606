package io.tocsin.client;

/** Closes what waits for others while it closes. */
public final class Undisturbed {
  private Undisturbed() {}

  /** What interrupted the work does not interrupt its closing; it is there again afterwards. */
  public static void close(Runnable closing) {
    boolean interrupted = Thread.interrupted();
    try {
      closing.run();
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
