package io.tocsin.ingest.feed;

import io.tocsin.ingest.Channel;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Set;

/**
 * A feed as it is configured.
 *
 * @param id lower-case letters, digits and dashes
 * @param format optional: the name of a format; detected by content without one
 * @param source optional: id of the source whose news it brings
 * @param authority optional: id of the authority whose statements it brings
 * @param interval between two looks where all goes well
 * @param relay whether news of other sources than {@code source} are taken too
 */
public record Feed(
    String id,
    Place place,
    String format,
    String source,
    String authority,
    Duration interval,
    boolean relay) {

  /** Where a feed is. */
  public sealed interface Place {
    /** For people: without what may be secret. */
    String shown();
  }

  /**
   * An address.
   *
   * @param allow hosts that may lie inside a network, as {@code Vetting.name} writes them
   * @param headers sent to the origin of the address and to no other
   */
  public record Web(URI url, Set<String> allow, Map<String, String> headers) implements Place {
    public Web {
      allow = Set.copyOf(allow);
      headers = Map.copyOf(headers);
    }

    @Override
    public String shown() {
      return shown(url);
    }

    /** An address without its query, in which keys are often put. */
    static String shown(URI url) {
      var port = url.getPort() < 0 ? "" : ":" + url.getPort();
      return url.getScheme() + "://" + url.getHost() + port + url.getRawPath();
    }

    @Override
    public String toString() {
      return shown();
    }
  }

  /** A file, or a folder whose files are documents each. */
  public record Disk(Path path) implements Place {
    @Override
    public String shown() {
      return path.toString();
    }
  }

  /** For whom it may speak officially: the authority that it is configured for, and no other. */
  public Channel channel() {
    return new Channel("feed:" + id, authority == null ? Set.of() : Set.of(authority));
  }

  /** What documents mean depends on this; where it changes, all is read again. */
  String reading() {
    var where = place instanceof Web web ? web.url().toString() : place.shown();
    return Digest.of("reading", where, format, source, authority, Boolean.toString(relay));
  }
}
