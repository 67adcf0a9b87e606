package io.tocsin.deliver.notice;

import io.tocsin.model.AlertLevelChange;
import io.tocsin.model.Level;
import io.tocsin.model.Subject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * What a silence keeps from an endpoint: the rises, and the falls that only take them back. A fall
 * from a level that the endpoint was told is told, for silence must not hide that it is over.
 */
final class Hush {
  private final Silences silences;
  private final Map<Subject, Muted> muted = new LinkedHashMap<>();

  /**
   * A subject that stands elsewhere than the receiver believes.
   *
   * @param believed what it was last told
   * @param latest the last change that was kept from it
   */
  private record Muted(Level believed, AlertLevelChange latest) {}

  Hush(Silences silences) {
    this.silences = silences;
  }

  /** Why a change is not told; empty where it is. */
  Optional<Verdict> mute(AlertLevelChange change, Instant now) {
    var silence = silences.covering(change.subject(), now);
    var before = muted.get(change.subject());
    boolean back = Direction.of(change) == Direction.DOWN;
    boolean news = before == null || before.believed().isAbove(change.level());
    if (silence.isEmpty() || back && news) {
      return Optional.empty();
    }
    keep(change);
    return Optional.of(
        new Verdict(
            change,
            back ? Verdict.Fate.NOT_TOLD_BEFORE : Verdict.Fate.SILENCED,
            now,
            "control %s by %s".formatted(silence.get().id(), silence.get().actor())));
  }

  /** Notes a change that was kept from the receiver, now or before a restart. */
  void keep(AlertLevelChange change) {
    var before = muted.remove(change.subject());
    var believed = before == null ? change.previousLevel() : before.believed();
    if (change.level() != believed) {
      muted.put(change.subject(), new Muted(believed, change));
    }
  }

  /** Notes that the receiver is told of a change; what was kept from it later stays kept. */
  void told(AlertLevelChange change) {
    var kept = muted.get(change.subject());
    if (kept != null && kept.latest().sequence() <= change.sequence()) {
      muted.remove(change.subject());
    }
  }

  /**
   * The latest change of each subject whose silence is over; each is given once.
   *
   * @param now of those only which may be told now
   */
  List<AlertLevelChange> over(Instant at, Predicate<AlertLevelChange> now) {
    var over = new ArrayList<AlertLevelChange>();
    muted.values().removeIf(m -> isOver(m, at) && now.test(m.latest()) && over.add(m.latest()));
    return over;
  }

  private boolean isOver(Muted kept, Instant at) {
    return silences.covering(kept.latest().subject(), at).isEmpty();
  }
}
