package io.tocsin.api.console;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/**
 * Files of the console out of the jar: its own, and those of libraries, which lie in WebJars. What
 * was read once is kept.
 */
final class Assets {
  private static final String OWN = "console/";
  private static final Pattern NAME =
      Pattern.compile("[a-z0-9][a-z0-9-]*(/[a-z0-9-]+)*\\.[a-z0-9]+");
  private static final Map<String, String> TYPES =
      Map.of(
          "html", "text/html; charset=utf-8",
          "js", "text/javascript; charset=utf-8",
          "css", "text/css; charset=utf-8",
          "json", "application/json; charset=utf-8",
          "svg", "image/svg+xml");
  private static final int TAG_BYTES = 12;

  /**
   * @param etag in quotes, by content
   */
  record Asset(byte[] bytes, String type, String etag) {}

  private final Map<String, Asset> read = new ConcurrentHashMap<>();

  /** A file of the console's own; empty where there is none of that name. */
  Optional<Asset> own(String name) {
    return NAME.matcher(name).matches() ? at(OWN + name) : Optional.empty();
  }

  /** A file by its place in the jar; empty where there is none, or none that a page asks for. */
  Optional<Asset> at(String place) {
    var known = read.get(place);
    if (known != null) {
      return Optional.of(known);
    }
    var type = TYPES.get(place.substring(place.lastIndexOf('.') + 1));
    if (type == null) {
      return Optional.empty();
    }
    try (var in = Assets.class.getClassLoader().getResourceAsStream(place)) {
      if (in == null) {
        return Optional.empty();
      }
      byte[] bytes = in.readAllBytes();
      return Optional.of(read.computeIfAbsent(place, p -> new Asset(bytes, type, tag(bytes))));
    } catch (IOException e) {
      throw new UncheckedIOException(place, e);
    }
  }

  private static String tag(byte[] bytes) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
      return '"' + HexFormat.of().formatHex(digest, 0, TAG_BYTES) + '"';
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every JDK has SHA-256", e);
    }
  }
}
