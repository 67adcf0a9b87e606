package io.tocsin.app;

/**
 * A failure that a user can do something about: what happened, where, and what to do. The command
 * line prints both sentences and no stack trace.
 */
public final class Failure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String advice;

  /**
   * @param what a sentence that names the thing that failed, with its address, file or field
   * @param advice a sentence that says what to do; empty where there is nothing to advise
   */
  public Failure(String what, String advice, Throwable cause) {
    super(what, cause);
    this.advice = advice;
  }

  public Failure(String what, String advice) {
    this(what, advice, null);
  }

  public String advice() {
    return advice;
  }
}
