package io.tocsin.outbound;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import org.apache.hc.client5.http.DnsResolver;

/**
 * What may be connected to. The client asks this resolver for the very addresses that it connects
 * to, so that a name which answers differently a moment later (DNS rebinding) gains nothing.
 */
public final class Vetting implements DnsResolver {
  private static final int MOST_ADDRESSES = 8;

  private final Set<String> allowed;
  private final Resolver resolver;

  /** How a name is resolved. */
  public interface Resolver {
    InetAddress[] resolve(String host) throws UnknownHostException;
  }

  /** An address that may not be connected to. */
  public static final class Refused extends UnknownHostException {
    private static final long serialVersionUID = 1L;

    Refused(String why) {
      super(why);
    }
  }

  /**
   * @param allowed hosts that may have any address
   */
  public Vetting(Set<String> allowed, Resolver resolver) {
    this.allowed = allowed;
    this.resolver = resolver;
  }

  /**
   * The address without its fragment.
   *
   * @throws IOException naming the rule that it breaks, as a sentence fragment
   */
  public static URI checked(URI address) throws IOException {
    var scheme = String.valueOf(address.getScheme()).toLowerCase(Locale.ROOT);
    if (!scheme.equals("http") && !scheme.equals("https")) {
      throw new Refused("must be an http or https address");
    }
    if (address.getHost() == null) {
      throw new Refused("must name a host in ASCII");
    }
    if (address.getRawUserInfo() != null) {
      throw new Refused("must not hold a name or password");
    }
    if (address.getPort() == 0 || address.getPort() > 65_535) {
      throw new Refused("must have a port from 1 to 65535");
    }
    return address.getRawFragment() == null
        ? address
        : URI.create(address.toString().substring(0, address.toString().indexOf('#')));
  }

  /** A host as it is compared: lower case, without brackets or the last dot. */
  public static String name(String host) {
    var name = host.toLowerCase(Locale.ROOT);
    if (name.startsWith("[") && name.endsWith("]")) {
      name = name.substring(1, name.length() - 1);
    }
    return name.endsWith(".") ? name.substring(0, name.length() - 1) : name;
  }

  @Override
  public InetAddress[] resolve(String host) throws UnknownHostException {
    var found = resolver.resolve(name(host));
    if (!allowed.contains(name(host))) {
      for (var address : found) {
        var objection = Addresses.objection(address);
        if (objection.isPresent()) {
          throw new Refused(
              "%s is at %s, which is %s"
                  .formatted(host, address.getHostAddress(), objection.get()));
        }
      }
    }
    return Arrays.copyOf(found, Math.min(found.length, MOST_ADDRESSES));
  }

  @Override
  public String resolveCanonicalHostname(String host) {
    return host;
  }
}
