package io.tocsin.deliver.cap;

import java.util.Objects;
import java.util.regex.Pattern;

/**
 * Who speaks, and for whom it is meant.
 *
 * @param sender who vouches for the messages: an address or a name of one's own domain, without
 *     spaces, commas, {@code <} and {@code &}
 * @param console optional: where people look a subject up, without a slash at its end
 */
public record Profile(String sender, Status status, Scope scope, String console) {
  private static final Pattern SENDER = Pattern.compile("[^\\s,<&]{1,200}");

  /** How a message is to be taken. */
  public enum Status {
    /** By everybody who gets it. */
    ACTUAL("Actual"),
    /** By those who take part in an exercise: what is played, or history. */
    EXERCISE("Exercise"),
    /** Technical tests alone: to be passed over. */
    TEST("Test");

    private final String word;

    Status(String word) {
      this.word = word;
    }

    String word() {
      return word;
    }
  }

  /** Who may have it. */
  public enum Scope {
    PUBLIC("Public"),
    RESTRICTED("Restricted");

    private final String word;

    Scope(String word) {
      this.word = word;
    }

    String word() {
      return word;
    }
  }

  public Profile {
    Objects.requireNonNull(status);
    Objects.requireNonNull(scope);
    if (!isSender(sender)) {
      throw new IllegalArgumentException("not a sender: " + sender);
    }
  }

  /** Whether a text may name a sender. */
  public static boolean isSender(String text) {
    return SENDER.matcher(text).matches();
  }
}
