package io.tocsin.assess;

import io.tocsin.model.Action;
import io.tocsin.model.Level;
import io.tocsin.model.Subject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What authorities declare about one subject; assessment, section 6. */
final class Declarations {
  /** A declaration that covers the subject, and how closely. */
  private record Covering(Ruling ruling, int toEntity, int toRegion) {
    /** The one an authority speaks through comes first. */
    static final Comparator<Covering> SPECIFIC_FIRST =
        Comparator.comparingInt(Covering::toEntity)
            .thenComparingInt(Covering::toRegion)
            .thenComparing(c -> c.ruling().from(), Comparator.reverseOrder())
            .thenComparing(c -> c.ruling().statement().id(), Comparator.reverseOrder());
  }

  private final List<Covering> covering = new ArrayList<>();

  Declarations(Collection<Ruling> rulings, Subject subject, Coverage coverage) {
    for (var ruling : rulings) {
      if (ruling.statement().action() == Action.SET_LEVEL) {
        int toEntity = coverage.toEntity(ruling.statement(), subject.entity());
        int toRegion = coverage.toRegion(ruling.statement(), subject.region());
        if (toEntity != Coverage.NONE && toRegion != Coverage.NONE) {
          covering.add(new Covering(ruling, toEntity, toRegion));
        }
      }
    }
    covering.sort(Covering.SPECIFIC_FIRST);
  }

  /**
   * The declaration through which each authority speaks, by authority in the order of closeness.
   */
  List<Ruling> inForce(long time) {
    Map<String, Ruling> speaking = new LinkedHashMap<>();
    for (var candidate : covering) {
      if (candidate.ruling().inForce(time)) {
        speaking.putIfAbsent(candidate.ruling().statement().authority(), candidate.ruling());
      }
    }
    return List.copyOf(speaking.values());
  }

  /** The greatest level in force, LOW where nobody declares one. */
  Level level(long time) {
    return inForce(time).stream()
        .map(ruling -> ruling.statement().level())
        .reduce(Level.LOW, Level::max);
  }

  /** When the next of those in force runs out by itself. */
  long nextExpiry(long time) {
    return covering.stream()
        .map(Covering::ruling)
        .filter(ruling -> ruling.expires() && ruling.inForce(time))
        .mapToLong(Ruling::until)
        .min()
        .orElse(Times.FOREVER);
  }
}
