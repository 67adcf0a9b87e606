package io.tocsin.ingest.format;

import java.time.Instant;
import java.util.Objects;

/**
 * On whose behalf a document is read. A format fills in what its documents do not say themselves,
 * and refuses what it cannot attribute.
 *
 * @param source optional: id of the source whose news it is
 * @param authority optional: id of the authority whose statements they are
 * @param received when it was fetched or opened: the time of what bears none
 */
public record Speaker(String source, String authority, Instant received) {
  public Speaker {
    Objects.requireNonNull(received);
  }
}
