package io.tocsin.outbound;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Which addresses belong to the public internet, after the special-purpose registries of IANA (RFC
 * 6890 and its successors). Whoever names an address means a public one; what answers at any other
 * address is inside somebody's network.
 */
final class Addresses {
  private static final List<Net> NETS =
      List.of(
          net("0.0.0.0/8", "this network"),
          net("10.0.0.0/8", "private"),
          net("100.64.0.0/10", "shared by a carrier (CGNAT)"),
          net("127.0.0.0/8", "loopback"),
          net("168.63.129.16/32", "a cloud's own (metadata)"),
          net("169.254.0.0/16", "link-local (metadata among them)"),
          net("172.16.0.0/12", "private"),
          net("192.0.0.0/24", "set aside for protocols"),
          net("192.0.2.0/24", "for documentation"),
          net("192.88.99.0/24", "a relay of 6to4"),
          net("192.168.0.0/16", "private"),
          net("198.18.0.0/15", "for benchmarks"),
          net("198.51.100.0/24", "for documentation"),
          net("203.0.113.0/24", "for documentation"),
          net("224.0.0.0/4", "multicast"),
          net("240.0.0.0/4", "reserved"),
          net("::/128", "unspecified"),
          net("::1/128", "loopback"),
          net("2001::/23", "set aside for protocols"),
          net("2001:db8::/32", "for documentation"),
          net("3fff::/20", "for documentation"),
          net("5f00::/16", "segment routing"),
          net("fc00::/7", "unique-local"),
          net("fe80::/10", "link-local"),
          net("fec0::/10", "site-local"),
          net("ff00::/8", "multicast"));

  /** Addresses of IPv6 that lead to one of IPv4, and where in them it stands. */
  private static final List<Tunnel> TUNNELS =
      List.of(
          new Tunnel(net("::/96", ""), 12),
          // the JDK reads the text of a mapped address as one of IPv4
          new Tunnel(new Net(mapped(), 96, ""), 12),
          new Tunnel(net("::ffff:0:0:0/96", ""), 12),
          new Tunnel(net("64:ff9b::/96", ""), 12),
          new Tunnel(net("2002::/16", ""), 2));

  private static final Net GLOBAL_UNICAST = net("2000::/3", "");

  private record Net(byte[] start, int bits, String what) {
    boolean holds(byte[] address) {
      if (address.length != start.length) {
        return false;
      }
      int whole = bits / 8;
      int mask = (0xff << (8 - bits % 8)) & 0xff;
      return Arrays.equals(start, 0, whole, address, 0, whole)
          && (bits % 8 == 0 || (start[whole] & mask) == (address[whole] & mask));
    }
  }

  private record Tunnel(Net net, int at) {}

  private Addresses() {}

  /** What speaks against an address, such as {@code loopback}; empty where it is a public one. */
  static Optional<String> objection(InetAddress address) {
    return objection(address.getAddress());
  }

  private static Optional<String> objection(byte[] address) {
    var special = NETS.stream().filter(net -> net.holds(address)).map(Net::what).findFirst();
    if (special.isPresent() || address.length == 4) {
      return special;
    }
    for (var tunnel : TUNNELS) {
      if (tunnel.net().holds(address)) {
        return objection(Arrays.copyOfRange(address, tunnel.at(), tunnel.at() + 4));
      }
    }
    return GLOBAL_UNICAST.holds(address) ? Optional.empty() : Optional.of("not in public use");
  }

  private static byte[] mapped() {
    var start = new byte[16];
    Arrays.fill(start, 10, 12, (byte) 0xff);
    return start;
  }

  private static Net net(String cidr, String what) {
    int slash = cidr.indexOf('/');
    try {
      var start = InetAddress.getByName(cidr.substring(0, slash));
      int bits = Integer.parseInt(cidr.substring(slash + 1));
      return new Net(start.getAddress(), bits, what);
    } catch (UnknownHostException e) {
      throw new AssertionError("a literal needs no resolver", e);
    }
  }
}
