package io.tocsin.api.access;

import java.time.Instant;

/**
 * A token as it is configured.
 *
 * @param hash SHA-256 of the token itself, which is nowhere
 * @param expires optional: from when on it is worth nothing
 */
record Token(byte[] hash, Caller caller, Instant expires) {
  boolean isValid(Instant now) {
    return expires == null || now.isBefore(expires);
  }
}
