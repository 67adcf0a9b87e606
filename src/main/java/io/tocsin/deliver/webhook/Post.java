package io.tocsin.deliver.webhook;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Set;

/** How a body gets to a receiver. */
public interface Post {

  /**
   * What a receiver answered.
   *
   * @param retryAfter optional: how long it asks to be left alone
   * @param text the beginning of the answer
   */
  record Answer(int status, Duration retryAfter, String text) {
    private static final int GONE = 410;

    /** Bad request, content too large, unprocessable content. */
    private static final Set<Integer> BAD = Set.of(400, 413, 422);

    public boolean isTaken() {
      return status / 100 == 2;
    }

    boolean isGone() {
      return status == GONE;
    }

    /** Whether the message is at fault, and not the receiver. */
    boolean isBad() {
      return BAD.contains(status);
    }

    @Override
    public String toString() {
      return text.isBlank() ? Integer.toString(status) : status + " " + text;
    }
  }

  /**
   * Posts JSON and follows no redirect.
   *
   * @param anywhere whether the host may have an address inside a network
   * @param within from the first connection to the last byte of the answer
   * @throws IOException where no answer comes, with what to tell people
   */
  Answer send(URI url, boolean anywhere, Duration within, Map<String, String> headers, byte[] body)
      throws IOException;
}
