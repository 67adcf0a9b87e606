package io.tocsin.ingest.feed;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Whose turn it is. One look at a feed at a time, one request to a host at a time and a pause
 * between two; feeds that failed last time, and so may take their time, have half of the places at
 * most. For one thread.
 */
final class Rota {
  private final int places;
  private final Duration pause;
  private final Map<String, Turn> turns = new HashMap<>();
  private final Set<String> underWay = new HashSet<>();
  private final Set<String> busyHosts = new HashSet<>();
  private final Map<String, Instant> restingHosts = new HashMap<>();

  /**
   * A feed's next look.
   *
   * @param host where it will ask first; empty for none
   */
  record Turn(String feed, String host, Schedule schedule) {}

  /**
   * @param places how many looks there may be at a time
   * @param pause of a host between two requests
   */
  Rota(int places, Duration pause) {
    this.places = places;
    this.pause = pause;
  }

  void put(Turn turn) {
    turns.put(turn.feed(), turn);
  }

  /** The feed to look at now; it and its host are taken from then on. */
  Optional<Turn> next(Instant now) {
    var next =
        turns.values().stream()
            .filter(turn -> hasPlace(turn) && isFree(turn.host(), now) && isDue(turn, now))
            .min(Comparator.comparing(turn -> turn.schedule().next()));
    next.ifPresent(
        turn -> {
          underWay.add(turn.feed());
          if (!turn.host().isEmpty()) {
            busyHosts.add(turn.host());
          }
        });
    return next;
  }

  /** The look is over, and this is the next one. What hosts it had it has left. */
  void done(Turn next) {
    underWay.remove(next.feed());
    put(next);
  }

  /** Takes a host on behalf of a look that is under way; not where it is busy or rests. */
  boolean enter(String host, Instant now) {
    return isFree(host, now) && busyHosts.add(host);
  }

  void leave(String host, Instant now) {
    busyHosts.remove(host);
    if (!host.isEmpty()) {
      restingHosts.values().removeIf(until -> !until.isAfter(now));
      restingHosts.put(host, now.plus(pause));
    }
  }

  /** When to ask again, if nothing ends before; empty for not before something does. */
  Optional<Instant> wakeAt(Instant now) {
    return turns.values().stream()
        .filter(turn -> hasPlace(turn) && !busyHosts.contains(turn.host()))
        .map(turn -> later(turn.schedule().next(), restingHosts.getOrDefault(turn.host(), now)))
        .min(Comparator.naturalOrder());
  }

  private boolean hasPlace(Turn turn) {
    if (underWay.contains(turn.feed()) || underWay.size() >= places) {
      return false;
    }
    long troubled = underWay.stream().filter(id -> turns.get(id).schedule().isTroubled()).count();
    return !turn.schedule().isTroubled() || troubled < Math.max(1, places / 2);
  }

  private boolean isFree(String host, Instant now) {
    return host.isEmpty()
        || !busyHosts.contains(host) && !restingHosts.getOrDefault(host, now).isAfter(now);
  }

  private static boolean isDue(Turn turn, Instant now) {
    return !turn.schedule().next().isAfter(now);
  }

  private static Instant later(Instant one, Instant other) {
    return one.isBefore(other) ? other : one;
  }
}
