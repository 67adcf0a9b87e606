package io.tocsin.cli.watch;

import io.tocsin.app.LiveLevels.Sight;
import io.tocsin.app.LiveLevels.Standing;
import io.tocsin.model.Subject;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What is known of the levels.
 *
 * @param marks what just came
 * @param paused whether it stays as it is, whatever comes
 * @param more whether something came since it was paused
 */
record Picture(Sight sight, Map<Subject, Mark> marks, Instant now, boolean paused, boolean more) {
  private static final Duration FRESH = Duration.ofSeconds(8);

  Picture {
    marks = Map.copyOf(marks);
  }

  static Picture blank(Instant now) {
    return new Picture(Sight.NONE, Map.of(), now, false, false);
  }

  /** Takes in what there is now; while paused, only whether Kafka answers. */
  Picture look(Sight newer, Instant now) {
    if (paused) {
      var connection =
          new Sight(sight.standings(), sight.complete(), newer.lostSince(), newer.trouble());
      boolean came = more || newer.standings() != sight.standings();
      return new Picture(connection, marks, now, true, came);
    }
    return new Picture(newer, marks(newer, now), now, false, false);
  }

  Picture paused(boolean stays) {
    return new Picture(sight, marks, now, stays, false);
  }

  Mark.Kind mark(Subject subject) {
    var mark = marks.get(subject);
    return mark == null ? Mark.Kind.NONE : mark.kind();
  }

  private Map<Subject, Mark> marks(Sight newer, Instant now) {
    var fresh = new HashMap<Subject, Mark>();
    marks.forEach(
        (subject, mark) -> {
          if (mark.until().isAfter(now)) {
            fresh.put(subject, mark);
          }
        });
    // what was there at the start is no news
    if (sight.complete() && newer.standings() != sight.standings()) {
      var before =
          sight.standings().stream()
              .collect(Collectors.toMap(Standing::subject, Function.identity()));
      for (var standing : newer.standings()) {
        var kind = Mark.kind(before.get(standing.subject()), standing);
        if (kind != Mark.Kind.NONE) {
          fresh.put(standing.subject(), new Mark(kind, now.plus(FRESH)));
        }
      }
    }
    return fresh;
  }
}
