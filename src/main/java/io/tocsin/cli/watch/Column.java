package io.tocsin.cli.watch;

import io.tocsin.app.LiveLevels.Standing;
import io.tocsin.cli.text.Gauge;
import io.tocsin.cli.text.Times;
import io.tocsin.cli.text.Words;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The columns beside the names, each as wide as it ever is, so that nothing jumps. */
enum Column {
  LEVEL("LEVEL", 11, 0),
  LEDGERS("OFF.  REP.", 11, 1),
  GAP("GAP", 12, 5),
  SCORE("   SCORE", 8, 3),
  SINCE("SINCE", 17, 4),
  FALL("NEXT FALL", 15, 2);

  static final int BETWEEN = 2;

  private final String head;
  private final int width;
  private final int dropped;

  /**
   * @param dropped the greater, the sooner it gives way on a narrow screen
   */
  Column(String head, int width, int dropped) {
    this.head = head;
    this.width = width;
    this.dropped = dropped;
  }

  String head() {
    return head;
  }

  int width() {
    return width;
  }

  /** Those that fit beside so many cells, in their order. */
  static List<Column> beside(int taken, int width) {
    var columns = new ArrayList<>(List.of(values()));
    while (!columns.isEmpty() && taken + width(columns) > width) {
      columns.remove(columns.stream().max((a, b) -> a.dropped - b.dropped).orElseThrow());
    }
    return columns;
  }

  static int width(List<Column> columns) {
    return columns.stream().mapToInt(column -> column.width + BETWEEN).sum();
  }

  String cell(Standing standing, Gauge gauge, Instant now) {
    return switch (this) {
      case LEVEL -> gauge.badge(standing.level());
      case LEDGERS -> gauge.bar(standing.declared()) + " " + gauge.bar(standing.reported());
      case GAP -> gauge.gap(standing.declared(), standing.reported());
      case SCORE -> "%8s".formatted(Words.score(standing.score()));
      case SINCE -> Times.minute(standing.effectiveAt());
      case FALL -> standing.nextFallAt() == null ? "" : Times.from(now, standing.nextFallAt());
    };
  }
}
