package io.tocsin.wire;

/** The schema registry did not answer, or refused for now; the same request may succeed later. */
public final class RegistryUnavailable extends RuntimeException {
  private static final long serialVersionUID = 1L;

  RegistryUnavailable(String message, Throwable cause) {
    super(message, cause);
  }
}
