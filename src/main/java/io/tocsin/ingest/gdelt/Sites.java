package io.tocsin.ingest.gdelt;

import io.tocsin.ingest.format.Identity;
import io.tocsin.ingest.format.Publishers;
import io.tocsin.ingest.format.Speaker;

/** Whose article a row was read from. */
final class Sites {
  /** What GDELT itself is in the reference data, which answers for what names no site. */
  private static final String GDELT = "gdelt";

  private final Publishers publishers;

  Sites(Publishers publishers) {
    this.publishers = publishers;
  }

  /**
   * The source at an address or domain. It goes before the speaker, who is but the carrier of what
   * others published.
   */
  String source(String address, Speaker speaker) {
    return publishers
        .ofAddress(address)
        .or(() -> publishers.ofDomain(address))
        .orElse(speaker.source() == null ? GDELT : speaker.source());
  }

  /** One article gives many rows, which must not count as many reports. */
  static String story(String address) {
    return address.isBlank() ? null : Identity.of("gdelt-article", address);
  }
}
