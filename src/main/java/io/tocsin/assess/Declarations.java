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

/**
 * What authorities declare about one subject, and all others that are covered alike; assessment,
 * section 6. Between two moments at which a declaration begins or ends the answer stays, and is
 * kept for whoever asks next.
 */
final class Declarations {
  /** Where nobody has ever declared anything. */
  static final Declarations NONE = new Declarations();

  /** A declaration that covers the subject, and how closely. */
  private record Covering(Ruling ruling, int toEntity, int toRegion) {
    /** The one an authority speaks through comes first. */
    static final Comparator<Covering> SPECIFIC_FIRST =
        Comparator.comparingInt(Covering::toEntity)
            .thenComparingInt(Covering::toRegion)
            .thenComparing(c -> c.ruling().from(), Comparator.reverseOrder())
            .thenComparing(c -> c.ruling().statement().id(), Comparator.reverseOrder());
  }

  /**
   * What holds for a while.
   *
   * @param until exclusive
   */
  private record Spell(
      long from, long until, List<Ruling> speaking, Level level, long nextExpiry) {}

  private final List<Ruling> covering;
  private Spell spell;

  private Declarations() {
    covering = List.of();
    spell = spell(Times.NEVER);
  }

  Declarations(Collection<Ruling> rulings, Subject subject, Coverage coverage) {
    var found = new ArrayList<Covering>();
    for (var ruling : rulings) {
      if (ruling.statement().action() == Action.SET_LEVEL) {
        int toEntity = coverage.toEntity(ruling.statement(), subject.entity());
        int toRegion = coverage.toRegion(ruling.statement(), subject.region());
        if (toEntity != Coverage.NONE && toRegion != Coverage.NONE) {
          found.add(new Covering(ruling, toEntity, toRegion));
        }
      }
    }
    found.sort(Covering.SPECIFIC_FIRST);
    covering = found.stream().map(Covering::ruling).toList();
    spell = spell(Times.NEVER);
  }

  /**
   * The declaration through which each authority speaks, by authority in the order of closeness.
   */
  List<Ruling> inForce(long time) {
    return at(time).speaking();
  }

  /** The greatest level in force, LOW where nobody declares one. */
  Level level(long time) {
    return at(time).level();
  }

  /** When the next of those in force runs out by itself. */
  long nextExpiry(long time) {
    return at(time).nextExpiry();
  }

  private Spell at(long time) {
    if (!covering.isEmpty() && (time < spell.from() || time >= spell.until())) {
      spell = spell(time);
    }
    return spell;
  }

  private Spell spell(long time) {
    Map<String, Ruling> speaking = new LinkedHashMap<>();
    long from = Long.MIN_VALUE;
    long until = Long.MAX_VALUE;
    long nextExpiry = Times.FOREVER;
    for (var ruling : covering) {
      from = Math.max(from, Math.max(before(ruling.from(), time), before(ruling.until(), time)));
      until = Math.min(until, Math.min(after(ruling.from(), time), after(ruling.until(), time)));
      if (ruling.inForce(time)) {
        speaking.putIfAbsent(ruling.statement().authority(), ruling);
        nextExpiry = ruling.expires() ? Math.min(nextExpiry, ruling.until()) : nextExpiry;
      }
    }
    var level = Level.LOW;
    for (var ruling : speaking.values()) {
      level = Level.max(level, ruling.statement().level());
    }
    return new Spell(from, until, List.copyOf(speaking.values()), level, nextExpiry);
  }

  private static long before(long moment, long time) {
    return moment <= time ? moment : Long.MIN_VALUE;
  }

  private static long after(long moment, long time) {
    return moment > time ? moment : Long.MAX_VALUE;
  }
}
