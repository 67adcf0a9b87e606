package io.tocsin.deliver.webhook;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Map;

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

    boolean isTaken() {
      return status / 100 == 2;
    }

    boolean isGone() {
      return status == GONE;
    }

    @Override
    public String toString() {
      return text.isBlank() ? Integer.toString(status) : status + " " + text;
    }
  }

  /**
   * Posts JSON, within a time that the implementation bounds, and follows no redirect.
   *
   * @param anywhere whether the host may have an address inside a network
   * @throws IOException where no answer comes, with what to tell people
   */
  Answer send(URI url, boolean anywhere, Map<String, String> headers, byte[] body)
      throws IOException;
}
