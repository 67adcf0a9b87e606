package io.tocsin.cli.watch;

import io.tocsin.app.LiveLevels.Sight;
import io.tocsin.app.LiveLevels.Standing;
import io.tocsin.model.Level;
import java.util.List;

/**
 * Which subjects are shown, and in what order.
 *
 * @param least LOW for all
 * @param overall whether regions overall are among them
 * @param filter empty for all
 */
record View(Level least, boolean overall, Sort sort, String filter) {

  /**
   * @param least {@code null} for all
   */
  static View from(Level least) {
    return new View(least == null ? Level.LOW : least, true, Sort.LEVEL, "");
  }

  List<Standing> of(Sight sight, Plates plates) {
    var named = plates.like(filter);
    return sight.standings().stream()
        .filter(s -> takes(s) && named.test(s.subject()))
        .sorted(sort.comparator())
        .toList();
  }

  private boolean takes(Standing standing) {
    return standing.level().compareTo(least) >= 0 && (overall || !standing.subject().isOverall());
  }

  View nextLeast() {
    var levels = Level.values();
    return new View(levels[(least.ordinal() + 1) % levels.length], overall, sort, filter);
  }

  View withOverall(boolean shown) {
    return new View(least, shown, sort, filter);
  }

  View nextSort() {
    return new View(least, overall, sort.next(), filter);
  }

  View withFilter(String text) {
    return new View(least, overall, sort, text);
  }
}
