package io.tocsin.cli.watch;

import io.tocsin.app.LiveLevels.Standing;
import io.tocsin.model.Subject;
import java.util.List;
import java.util.Optional;

/**
 * The rows and the place among them.
 *
 * @param cursor the subject that the cursor stays with while rows move; {@code null} for the first
 *     row, whatever it is
 * @param index of the cursor
 * @param top the first row on the screen
 */
record Listing(List<Standing> rows, Subject cursor, int index, int top) {
  static final Listing EMPTY = new Listing(List.of(), null, 0, 0);

  Optional<Standing> current() {
    return rows.isEmpty() ? Optional.empty() : Optional.of(rows.get(index));
  }

  /** Other rows; the cursor stays with its subject, or where it is if that is gone. */
  Listing with(List<Standing> others) {
    if (cursor == null || others.isEmpty()) {
      return new Listing(others, null, 0, 0);
    }
    for (int i = 0; i < others.size(); i++) {
      if (others.get(i).subject().equals(cursor)) {
        return new Listing(others, cursor, i, top);
      }
    }
    int near = Math.min(index, others.size() - 1);
    return new Listing(others, others.get(near).subject(), near, top);
  }

  Listing move(int by) {
    return to(Math.max(0, Math.min(rows.size() - 1, index + by)));
  }

  Listing first() {
    return new Listing(rows, null, 0, 0);
  }

  Listing last() {
    return to(rows.size() - 1);
  }

  private Listing to(int row) {
    return row <= 0 ? first() : new Listing(rows, rows.get(row).subject(), row, top);
  }

  /** Moves what is seen so that the cursor is among so many lines. */
  Listing within(int lines) {
    int most = Math.max(0, rows.size() - lines);
    int least = Math.max(0, index - lines + 1);
    return new Listing(rows, cursor, index, Math.min(most, Math.max(least, Math.min(top, index))));
  }

  /** The rows on so many lines. */
  List<Standing> seen(int lines) {
    return rows.subList(top, Math.min(rows.size(), top + lines));
  }
}
