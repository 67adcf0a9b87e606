package io.tocsin.ingest;

import io.tocsin.model.Incoming;
import io.tocsin.model.OfficialStatement;
import java.util.Collection;
import java.util.HashSet;
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

  /** The same, and for the authorities of statements that were found to be theirs. */
  public Channel alsoFor(Collection<? extends Incoming> admitted) {
    var more = new HashSet<>(authorities);
    for (var record : admitted) {
      if (record instanceof OfficialStatement statement) {
        more.add(statement.authority());
      }
    }
    return new Channel(name, more);
  }

  public boolean speaksFor(String authority) {
    return authorities.contains(ANY) || authorities.contains(authority);
  }
}
