package io.tocsin.cli.watch;

import io.tocsin.app.LiveLevels.Sight;
import io.tocsin.app.LiveLevels.Standing;
import io.tocsin.cli.text.Samples;
import io.tocsin.cli.text.Words;
import io.tocsin.model.Level;
import io.tocsin.model.Subject;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Levels to look at. */
final class Standings {
  static final Instant NOW = Samples.NOW;

  private static final Map<String, String> NAMES =
      Map.of(
          "isil", "Islamic State",
          "FR-75C", "Paris",
          "JP-13", "東京都",
          "CI", "Côte d’Ivoire",
          "evil", "evil\u001b[2J\u202e");

  private Standings() {}

  static Words words() {
    return new Words(id -> NAMES.getOrDefault(id, id));
  }

  static Standing at(String entity, String region, Level level) {
    return at(entity, region, level, level, level.ordinal());
  }

  static Standing at(String entity, String region, Level level, Level declared, double score) {
    return new Standing(
        new Subject(entity, region),
        level,
        declared,
        level,
        score,
        NOW.minusSeconds(60),
        level == Level.LOW ? null : NOW.plusSeconds(3_600));
  }

  static Sight sight(Standing... standings) {
    return new Sight(List.of(standings), true, null, null);
  }

  static WatchState state(Standing... standings) {
    return WatchState.start(new Plates(words()), new Size(100, 12), null, NOW)
        .look(sight(standings), NOW);
  }

  /** Presses each of these letters. */
  static WatchState type(WatchState state, String letters) {
    var next = state;
    for (var letter : letters.split("")) {
      next = Keys.pressed(next, Press.typed(letter));
    }
    return next;
  }

  static WatchState press(WatchState state, Key... keys) {
    var next = state;
    for (var key : keys) {
      next = Keys.pressed(next, Press.of(key));
    }
    return next;
  }

  static List<String> shown(WatchState state) {
    return state.listing().rows().stream().map(s -> s.subject().toString()).toList();
  }

  static String cursor(WatchState state) {
    return state.listing().current().map(s -> s.subject().toString()).orElse("");
  }
}
