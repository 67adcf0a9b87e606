package io.tocsin.ingest.feed;

import io.tocsin.ingest.Formats;
import io.tocsin.ingest.format.InputFormat;
import io.tocsin.outbound.Vetting;
import io.tocsin.reference.Reference;
import io.tocsin.wire.FieldReader;
import io.tocsin.wire.Placeholders;
import java.io.IOException;
import java.net.URI;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** One entry of the file of feeds; what is wrong with it is noted, and the reading goes on. */
final class FeedEntry {
  static final Duration USUAL = Duration.ofMinutes(5);
  private static final Duration LEAST = Duration.ofSeconds(30);

  /** Of what is on this machine. */
  private static final Duration LEAST_NEAR = Duration.ofSeconds(1);

  private static final Duration MOST = Duration.ofDays(7);
  private static final Pattern SLUG = Pattern.compile("[a-z0-9][a-z0-9-]{0,49}");
  private static final Pattern HOST = Pattern.compile("[a-z0-9._-]{1,253}|[0-9a-f:]{2,45}");
  private static final Pattern LOOPBACK = Pattern.compile("localhost|127(\\.\\d{1,3}){3}|::1");
  private static final Pattern HEADER = Pattern.compile("[A-Za-z0-9!#$%&'*+.^_`|~-]{1,100}");
  private static final URI NOWHERE = URI.create("https://invalid");

  /** Those that the request itself is made of. */
  private static final Set<String> OWN_HEADERS =
      Set.of(
          "host",
          "connection",
          "content-length",
          "transfer-encoding",
          "accept-encoding",
          "if-none-match",
          "if-modified-since",
          "range",
          "te",
          "upgrade",
          "expect");

  private final FieldReader fields;
  private final Path folder;
  private final Formats formats;
  private final Reference reference;
  private final Placeholders variables;

  FeedEntry(
      FieldReader fields,
      Path folder,
      Formats formats,
      Reference reference,
      Placeholders variables) {
    this.fields = fields;
    this.folder = folder;
    this.formats = formats;
    this.reference = reference;
    this.variables = variables;
  }

  Feed read() {
    var id = id();
    var place = place();
    var source = fields.text("source");
    var authority = fields.text("authority");
    speaker(source, authority);
    return new Feed(
        id, place, format(), source, authority, interval(place), fields.truth("relay", false));
  }

  private String id() {
    var id = Objects.requireNonNullElse(fields.text("id"), "");
    if (!SLUG.matcher(id).matches()) {
      fields.breaks("id", id, "must be 1 to 50 lower-case letters, digits and dashes");
    }
    return id;
  }

  private Feed.Place place() {
    var url = fields.text("url");
    var file = fields.text("file");
    var allow = allow();
    var headers = headers();
    if ((url == null) == (file == null)) {
      fields.breaks("url", Objects.requireNonNullElse(url, ""), "or file must be given, not both");
    }
    if (url != null) {
      return new Feed.Web(url(url), allow, headers);
    }
    if (!allow.isEmpty()) {
      fields.breaks("allow", "", "is for a url alone");
    }
    if (!headers.isEmpty()) {
      fields.breaks("headers", "", "is for a url alone");
    }
    return new Feed.Disk(path(Objects.requireNonNullElse(file, "")));
  }

  private URI url(String written) {
    try {
      return Vetting.checked(URI.create(variables.filled(fields, "url", written)));
    } catch (IllegalArgumentException e) {
      fields.breaks("url", written, "must be an http or https address");
    } catch (IOException e) {
      fields.breaks("url", written, e.getMessage());
    }
    return NOWHERE;
  }

  private Path path(String written) {
    try {
      if (!written.isBlank()) {
        return folder.resolve(written).normalize();
      }
    } catch (InvalidPathException e) {
      // told below
    }
    if (!written.isEmpty()) {
      fields.breaks("file", written, "must be the path of a file or folder");
    }
    return folder;
  }

  private Set<String> allow() {
    var hosts = new LinkedHashSet<String>();
    var written = fields.texts("allow");
    for (int i = 0; i < written.size(); i++) {
      var host = Vetting.name(written.get(i).strip());
      if (!HOST.matcher(host).matches()) {
        fields.breaks(
            "allow[%d]".formatted(i),
            written.get(i),
            "must be the name of a host, without port or address around it");
      }
      hosts.add(host);
    }
    return hosts;
  }

  private Map<String, String> headers() {
    var headers = new LinkedHashMap<String, String>();
    fields
        .textMap("headers")
        .forEach(
            (name, written) -> {
              var field = "headers." + name;
              var value = variables.filled(fields, field, written);
              if (!HEADER.matcher(name).matches()
                  || OWN_HEADERS.contains(name.toLowerCase(Locale.ROOT))) {
                fields.breaks(field, "", "is not a header that a feed may set");
              } else if (!value.chars().allMatch(c -> c >= ' ' && c < 0x7f)) {
                fields.breaks(field, "", "must have a value of printable ASCII");
              } else {
                headers.put(name, value);
              }
            });
    return headers;
  }

  private String format() {
    var name = fields.text("format");
    if (name != null && formats.named(name).isEmpty()) {
      fields.breaks(
          "format",
          name,
          "must be one of "
              + formats.all().stream().map(InputFormat::name).collect(Collectors.joining(", ")));
    }
    return name;
  }

  private void speaker(String source, String authority) {
    if (source == null && authority == null) {
      fields.breaks("source", "", "or authority must be given: on whose word it is");
    }
    if (source != null && reference.sources().find(source).isEmpty()) {
      fields.breaks(
          "source", source, "is not a source id of the reference data: add it to sources.csv");
    }
    if (authority != null && reference.authorities().find(authority).isEmpty()) {
      var known = reference.authorities().all().stream().map(a -> a.id()).toList();
      fields.breaks(
          "authority",
          authority,
          "must be an authority id of the reference data" + near(known, authority));
    }
  }

  private static String near(List<String> known, String written) {
    return known.stream()
        .filter(id -> id.contains(written) || written.contains(id))
        .findFirst()
        .map(id -> "; did you mean " + id + "?")
        .orElse("");
  }

  private Duration interval(Feed.Place place) {
    var interval = fields.duration("interval", USUAL);
    boolean near =
        !(place instanceof Feed.Web web)
            || LOOPBACK.matcher(Vetting.name(web.url().getHost())).matches();
    var least = near ? LEAST_NEAR : LEAST;
    if (interval.compareTo(least) < 0 || interval.compareTo(MOST) > 0) {
      fields.breaks(
          "interval",
          interval.toSeconds() + "s",
          "must be %ds to %dd".formatted(least.toSeconds(), MOST.toDays()));
    }
    return interval;
  }
}
