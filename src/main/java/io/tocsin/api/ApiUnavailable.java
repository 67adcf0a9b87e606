package io.tocsin.api;

/** The HTTP server does not start. */
public final class ApiUnavailable extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Why. */
  public enum Reason {
    PORT_TAKEN,
    NO_ADDRESS,
    /** Others could reach it, and nothing would keep them from using it. */
    OPEN_TO_ALL
  }

  private final Reason reason;

  ApiUnavailable(Reason reason, String what, Throwable cause) {
    super(what, cause);
    this.reason = reason;
  }

  public Reason reason() {
    return reason;
  }
}
