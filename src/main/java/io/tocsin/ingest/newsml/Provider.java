package io.tocsin.ingest.newsml;

import io.tocsin.ingest.format.Speaker;
import io.tocsin.ingest.format.Tag;
import io.tocsin.model.InvalidRecord;
import io.tocsin.model.Problem;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;

/** Whose news an item is, where nobody says so from outside. */
final class Provider {
  private Provider() {}

  /**
   * The source that the speaker names, else the code of the provider in small letters, else the
   * host of its address.
   *
   * @throws InvalidRecord where there is none of these
   */
  static String id(Tag meta, Speaker speaker) {
    if (speaker.source() != null) {
      return speaker.source();
    }
    return meta.child("provider")
        .flatMap(Provider::id)
        .orElseThrow(
            () ->
                new InvalidRecord(
                    new Problem("source", "", "must be given: the item names no provider")));
  }

  private static Optional<String> id(Tag provider) {
    return provider
        .attribute("qcode")
        .or(() -> provider.attribute("literal"))
        .map(code -> code.substring(code.indexOf(':') + 1))
        .or(() -> provider.attribute("uri").flatMap(Provider::host))
        .map(id -> id.toLowerCase(Locale.ROOT))
        .filter(id -> !id.isBlank());
  }

  private static Optional<String> host(String address) {
    try {
      return Optional.ofNullable(new URI(address).getHost())
          .map(host -> host.startsWith("www.") ? host.substring("www.".length()) : host);
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }
}
