package io.tocsin.assess;

import io.tocsin.model.AlertLevelChange;
import io.tocsin.model.Level;
import io.tocsin.model.Subject;
import java.util.Collection;
import java.util.Comparator;
import java.util.function.Function;

/** The overall level of a region: the greatest of all its subjects; assessment, section 9. */
public final class Overall {
  /** How subjects are ranked for carrying a region: by level, then score, then name. */
  private static final Comparator<AlertLevelChange> CARRIES =
      Comparator.comparing(AlertLevelChange::level)
          .thenComparingDouble(AlertLevelChange::score)
          .thenComparing(AlertLevelChange::entity, Comparator.reverseOrder());

  private Overall() {}

  /** The greatest of each ledger. */
  public record Peak(Level level, Level declared, Level reported) {
    /** Of a region none of whose subjects is above it in anything. */
    public static final Peak LOW = new Peak(Level.LOW, Level.LOW, Level.LOW);

    public static Peak of(AlertLevelChange state) {
      return new Peak(state.level(), state.declared(), state.reported());
    }
  }

  /**
   * The region's state after one of its subjects moved.
   *
   * @param before the region's latest overall state, or {@code null} if it has none
   * @param moved the subject's latest state, whose change is put down as the trigger
   * @param members the latest states of the region's tracked subjects, {@code moved} included if it
   *     is one; those that are LOW in everything may be left out, since they carry nothing
   * @return the new state, a change where its sequence is higher than that of {@code before};
   *     {@code null} where nothing is to be told
   */
  public static AlertLevelChange after(
      AlertLevelChange before, AlertLevelChange moved, Collection<AlertLevelChange> members) {
    var carrier = members.stream().filter(Overall::isAbove).max(CARRIES).orElse(null);
    var previous = before == null ? Level.LOW : before.level();
    var level = carrier == null ? Level.LOW : carrier.level();
    var declared = greatest(members, AlertLevelChange::declared);
    var reported = greatest(members, AlertLevelChange::reported);
    if (before != null
        && previous == level
        && before.declared() == declared
        && before.reported() == reported) {
      return null;
    }
    var subject = Subject.overall(moved.region());
    long sequence = before == null ? 0 : before.sequence();
    boolean changed = previous != level;
    var effective =
        before != null && before.effectiveAt().isAfter(moved.effectiveAt())
            ? before.effectiveAt()
            : moved.effectiveAt();
    var shown = carrier == null ? moved : carrier;
    long next = changed ? sequence + 1 : sequence;
    return new AlertLevelChange(
        Telling.id(subject.toString(), next),
        subject.entity(),
        subject.region(),
        next,
        previous,
        level,
        declared,
        reported,
        shown.score(),
        shown.probability(),
        moved.cause(),
        moved.subject().toString(),
        effective,
        effective,
        shown.evidence(),
        shown.rest(),
        shown.declarations(),
        shown.held(),
        shown.nextFallAt(),
        moved.policyVersion(),
        next > 1 ? Telling.id(subject.toString(), next - 1) : null);
  }

  /** Whether a subject stands above LOW in its level or a ledger. */
  static boolean isAbove(AlertLevelChange state) {
    return !Peak.of(state).equals(Peak.LOW);
  }

  private static Level greatest(
      Collection<AlertLevelChange> members, Function<AlertLevelChange, Level> ledger) {
    return members.stream().map(ledger).reduce(Level.LOW, Level::max);
  }
}
