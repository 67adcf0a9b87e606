package io.tocsin.api.access;

import io.javalin.http.Context;
import io.tocsin.ingest.Channel;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Set;

/**
 * Who sends a request, and what that one may do.
 *
 * @param name of the token: for logs, the audit and dead letters
 * @param sources ids of the sources whose news may be published; {@value Channel#ANY} for all
 * @param authorities ids of the authorities whose statements may be published; {@value Channel#ANY}
 *     for all
 */
public record Caller(String name, Set<Scope> scopes, Set<String> sources, Set<String> authorities) {
  /** Whoever reaches the loopback address where no tokens are configured: may do everything. */
  public static final Caller LOCAL =
      new Caller("local", EnumSet.allOf(Scope.class), Set.of(Channel.ANY), Set.of(Channel.ANY));

  private static final String ATTRIBUTE = "tocsin.caller";

  public Caller {
    scopes = Set.copyOf(scopes);
    sources = Set.copyOf(sources);
    authorities = Set.copyOf(authorities);
  }

  /** The sender of a request that passed {@link Access}. */
  public static Caller of(Context context) {
    Caller caller = context.attribute(ATTRIBUTE);
    if (caller == null) {
      throw new IllegalStateException("no caller: the route was not matched");
    }
    return caller;
  }

  void goesWith(Context context) {
    context.attribute(ATTRIBUTE, this);
  }

  public boolean may(Scope scope) {
    return scopes.contains(scope);
  }

  public boolean speaksFor(String source) {
    return sources.contains(Channel.ANY) || sources.contains(source);
  }

  /** The way by which what this one posts comes in. */
  /** The same, who speaks for these authorities besides: whose signature a document bears. */
  public Caller alsoFor(Set<String> signed) {
    var all = new HashSet<>(authorities);
    all.addAll(signed);
    return new Caller(name, scopes, sources, all);
  }

  public Channel channel() {
    return new Channel("token:" + name, authorities);
  }
}
