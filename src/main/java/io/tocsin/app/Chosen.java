package io.tocsin.app;

import io.tocsin.model.AlertLevelChange;
import io.tocsin.model.Level;
import io.tocsin.model.Subject;
import io.tocsin.reference.Reference;
import java.time.Instant;
import java.util.List;

/**
 * Whether a change or a state is among those that a selection asks for: of an entity with all that
 * belongs to it, in a region with all that lies in it.
 */
final class Chosen {
  private final Reference reference;
  private final String entity;
  private final String region;
  private final Level minLevel;
  private final Instant since;
  private final List<String> notes;

  /**
   * @throws Failure where the selection names an entity or region that is not known
   */
  Chosen(Requests.Selection selection, Reference reference) {
    var names = new Names(reference);
    this.reference = reference;
    this.entity = selection.entity() == null ? null : names.entity(selection.entity());
    this.region = selection.region() == null ? null : names.region(selection.region());
    this.minLevel = selection.minLevel();
    this.since = selection.since();
    this.notes = names.notes();
  }

  /** Which ids were taken for names. */
  List<String> notes() {
    return notes;
  }

  /** A change that reaches the level, or leaves it. */
  boolean change(AlertLevelChange change) {
    return about(change.subject())
        && isRecent(change)
        && isHigh(Level.max(change.previousLevel(), change.level()));
  }

  boolean state(AlertLevelChange state) {
    return about(state.subject()) && isRecent(state) && isHigh(state.level());
  }

  private boolean about(Subject subject) {
    return (entity == null
            || entity.equals(subject.entity())
            || reference.entities().lineage(subject.entity()).contains(entity))
        && (region == null
            || region.equals(subject.region())
            || reference.regions().lineage(subject.region()).contains(region));
  }

  private boolean isRecent(AlertLevelChange change) {
    return since == null || !change.effectiveAt().isBefore(since);
  }

  private boolean isHigh(Level level) {
    return minLevel == null || level.compareTo(minLevel) >= 0;
  }
}
