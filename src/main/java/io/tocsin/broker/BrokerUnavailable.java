package io.tocsin.broker;

/** A broker that does not start, or no longer serves; the message says what to do about it. */
public final class BrokerUnavailable extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Why, as far as a caller would act differently. */
  public enum Reason {
    /** Another broker holds the data folder. */
    FOLDER_IN_USE,
    /** Another process listens on the port, or this one may not. */
    PORT_TAKEN,
    /** The data folder cannot be created, read or written. */
    FOLDER_NOT_WRITABLE,
    /** The file system of the data folder has no room. */
    DISK_FULL,
    /** A topic is missing, and this user may not create it. */
    MAY_NOT_CREATE,
    /** Anything else; the cause tells. */
    FAILED
  }

  private final Reason reason;

  public BrokerUnavailable(Reason reason, String message, Throwable cause) {
    super(message, cause);
    this.reason = reason;
  }

  public BrokerUnavailable(Reason reason, String message) {
    this(reason, message, null);
  }

  public Reason reason() {
    return reason;
  }
}
