package io.tocsin.ingest.syndication;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;

/** Addresses in feeds, which may be relative to that of the feed. */
final class Links {
  private Links() {}

  /** The address on the web; empty where there is none, or it is of another kind. */
  static Optional<String> absolute(String link, String base) {
    if (link == null || link.isBlank()) {
      return Optional.empty();
    }
    try {
      var address = new URI(link.strip());
      var absolute =
          address.isAbsolute() || base == null || base.isEmpty()
              ? address
              : new URI(base).resolve(address);
      return isWeb(absolute) ? Optional.of(absolute.toString()) : Optional.empty();
    } catch (URISyntaxException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** The host of an address, without {@code www.}. */
  static Optional<String> host(String address) {
    return absolute(address, null)
        .map(web -> URI.create(web).getHost())
        .map(host -> host.toLowerCase(Locale.ROOT))
        .map(host -> host.startsWith("www.") ? host.substring("www.".length()) : host);
  }

  private static boolean isWeb(URI address) {
    var scheme = address.getScheme() == null ? "" : address.getScheme().toLowerCase(Locale.ROOT);
    return (scheme.equals("http") || scheme.equals("https")) && address.getHost() != null;
  }
}
