package io.tocsin.ingest;

import java.util.Set;

/**
 * The way by which a record comes in, and for whom that way may speak officially.
 *
 * @param name what tells it from others, for logs and dead letters: {@code token:desk}, {@code
 *     feed:mi5}
 * @param authorities ids of the authorities whose statements it may bring; {@value #ANY} for all
 */
public record Channel(String name, Set<String> authorities) {
  /** Stands for every authority. */
  public static final String ANY = "*";

  public Channel {
    authorities = Set.copyOf(authorities);
  }

  public boolean speaksFor(String authority) {
    return authorities.contains(ANY) || authorities.contains(authority);
  }
}
