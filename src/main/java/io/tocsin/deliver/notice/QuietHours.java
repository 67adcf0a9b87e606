package io.tocsin.deliver.notice;

import io.tocsin.model.AlertLevelChange;
import io.tocsin.model.Level;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;

/**
 * Hours of the day in which an endpoint is left alone; what comes then waits for their end.
 *
 * @param from included
 * @param to not included; before {@code from} where the hours reach over midnight
 * @param except optional: a change to or from this level, or above, is told all the same
 */
public record QuietHours(LocalTime from, LocalTime to, ZoneId zone, Level except) {

  /** When the quiet hours end that this moment lies in; empty outside of them. */
  public Optional<Instant> endAfter(Instant now) {
    var local = now.atZone(zone);
    var time = local.toLocalTime();
    boolean overnight = !from.isBefore(to);
    boolean evening = !time.isBefore(from);
    boolean morning = time.isBefore(to);
    boolean quiet = overnight ? evening || morning : evening && morning;
    if (!quiet) {
      return Optional.empty();
    }
    var day = overnight && evening ? local.toLocalDate().plusDays(1) : local.toLocalDate();
    return Optional.of(day.atTime(to).atZone(zone).toInstant());
  }

  /** Whether a change is too grave to wait. */
  public boolean isBrokenBy(AlertLevelChange change) {
    return except != null
        && Level.max(change.level(), change.previousLevel()).compareTo(except) >= 0;
  }
}
