package io.tocsin.vitals;

/**
 * What one check found. Checks never throw: what keeps them from looking is a finding too.
 *
 * @param status how bad it is
 * @param what the thing looked at, in a word or three: {@code data folder}
 * @param detail what was seen
 * @param advice what to do; empty where there is nothing to do
 */
public record Finding(Status status, String what, String detail, String advice) {
  /** In order of badness. */
  public enum Status {
    /** As it should be. */
    OK,
    /** Works, or could not be looked at, and deserves a look. */
    WARN,
    /** Will not work. */
    FAIL
  }

  public static Finding ok(String what, String detail) {
    return new Finding(Status.OK, what, detail, "");
  }

  public static Finding warn(String what, String detail, String advice) {
    return new Finding(Status.WARN, what, detail, advice);
  }

  public static Finding fail(String what, String detail, String advice) {
    return new Finding(Status.FAIL, what, detail, advice);
  }
}
