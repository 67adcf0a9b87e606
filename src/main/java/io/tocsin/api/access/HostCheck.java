package io.tocsin.api.access;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.Header;
import io.tocsin.api.ProblemType;
import io.tocsin.api.Refused;
import java.util.Locale;
import java.util.Set;

/**
 * Refuses what a page of somebody else's makes a browser send. On loopback the name in the request
 * must be one of this machine, since a stranger's name can be made to point here (DNS rebinding);
 * and a request that says where it comes from must come from here.
 */
public final class HostCheck implements Handler {
  private static final Set<String> HERE = Set.of("localhost", "127.0.0.1", "[::1]");

  private final boolean loopback;

  /**
   * @param loopback whether only this machine can reach the server
   */
  public HostCheck(boolean loopback) {
    this.loopback = loopback;
  }

  @Override
  public void handle(Context context) {
    var host = lower(context.header(Header.HOST));
    if (loopback && !HERE.contains(withoutPort(host))) {
      throw Refused.of(
          ProblemType.WRONG_HOST,
          "The request names the host '%s', and this server answers to localhost alone. Call it by that name."
              .formatted(host));
    }
    var origin = lower(context.header(Header.ORIGIN));
    if (!origin.isEmpty() && !origin.substring(origin.indexOf("//") + 2).equals(host)) {
      throw Refused.of(
          ProblemType.WRONG_HOST,
          "The request comes from a page of '%s'; pages of other sites may not call this server."
              .formatted(origin));
    }
  }

  private static String withoutPort(String host) {
    int colon = host.lastIndexOf(':');
    return colon > host.lastIndexOf(']') ? host.substring(0, colon) : host;
  }

  private static String lower(String header) {
    return header == null ? "" : header.toLowerCase(Locale.ROOT);
  }
}
