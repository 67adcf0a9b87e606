package io.tocsin.ingest.format;

import io.tocsin.model.Ids;
import io.tocsin.model.InvalidRecord;
import io.tocsin.model.Problem;
import io.tocsin.reference.Sources;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Source ids by what documents say of their publisher: an address or a name. */
public final class Publishers {
  private static final Map<String, String> DOMAINS = Listing.pairs("domains.csv");

  private static final int LONGEST_ADDRESS = 4_096;
  private static final Pattern START = Pattern.compile("https?://[^/?#]+");
  private static final Pattern DOMAIN = Pattern.compile("[a-z0-9-]{1,63}(\\.[a-z0-9-]{1,63}){1,8}");

  private final Sources sources;
  private final Map<String, String> byName = new HashMap<>();

  public Publishers(Sources sources) {
    this.sources = sources;
    sources.all().forEach(s -> byName.putIfAbsent(s.name().toLowerCase(Locale.ROOT), s.id()));
  }

  /**
   * Whose item it is: the speaker's, for who brought a document is surer than what it says of
   * itself; else the publisher's that it names, else that of its address.
   *
   * @throws InvalidRecord where there is none of these
   */
  public String of(Speaker speaker, String name, String address) {
    return Optional.ofNullable(speaker.source())
        .or(() -> Optional.ofNullable(speaker.authority()))
        .or(() -> named(name))
        .or(() -> ofAddress(address))
        .orElseThrow(
            () ->
                new InvalidRecord(
                    Problem.of("source", name, "must be given: the document names none we know")));
  }

  /** A source of the catalogue by its name or id, case aside. */
  public Optional<String> named(String name) {
    if (name == null) {
      return Optional.empty();
    }
    var plain = name.strip().toLowerCase(Locale.ROOT);
    return Optional.ofNullable(byName.get(plain))
        .or(() -> sources.find(plain).map(source -> source.id()));
  }

  /**
   * The source at a web address: of the catalogue where it is known, else the domain itself, which
   * as an unknown source is graded F. Empty where it is no address.
   */
  public Optional<String> ofAddress(String address) {
    return host(address).map(this::site).filter(Ids::isId);
  }

  /** The same of a bare domain. */
  public Optional<String> ofDomain(String domain) {
    var plain = domain.strip().toLowerCase(Locale.ROOT);
    return DOMAIN.matcher(plain).matches() ? Optional.of(site(plain)) : Optional.empty();
  }

  private String site(String host) {
    var domain = host.replaceFirst("^www\\d?\\.", "");
    for (var rest = domain; rest.indexOf('.') > 0; rest = rest.substring(rest.indexOf('.') + 1)) {
      var known = DOMAINS.get(rest);
      if (known != null && sources.find(known).isPresent()) {
        return known;
      }
    }
    return domain;
  }

  /** Taken from the part before the path alone: what is behind it is often not a URI. */
  private static Optional<String> host(String address) {
    if (address == null || address.length() > LONGEST_ADDRESS) {
      return Optional.empty();
    }
    var start = START.matcher(address.strip().toLowerCase(Locale.ROOT));
    try {
      return start.lookingAt()
          ? Optional.ofNullable(new URI(start.group()).getHost())
          : Optional.empty();
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }
}
