package io.tocsin.ingest.feed;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;

/**
 * By what a server tells whether its document has changed since (RFC 9110, section 13.1).
 *
 * @param of the address that gave them
 * @param etag optional
 * @param lastModified optional: as the server wrote it
 * @param at when the document came
 */
record Validators(URI of, String etag, String lastModified, Instant at) {
  /** A server that says "not modified" for longer than this is asked for all of it again. */
  static final Duration TRUSTED_FOR = Duration.ofHours(6);

  private static final int LONGEST = 1_000;

  static Validators of(URI of, String etag, String lastModified, Instant at) {
    return new Validators(of, usable(etag), usable(lastModified), at);
  }

  boolean holdFor(URI address, Instant now) {
    return of.equals(address)
        && (etag != null || lastModified != null)
        && now.isBefore(at.plus(TRUSTED_FOR));
  }

  private static String usable(String value) {
    boolean plain =
        value != null
            && !value.isBlank()
            && value.length() <= LONGEST
            && value.chars().allMatch(c -> c >= ' ' && c < 0x7f);
    return plain ? value : null;
  }
}
