package io.tocsin.assess;

import java.util.ArrayList;
import java.util.List;

/**
 * Where the course of a subject is taken up again for a row that comes late. Of a turn, where all
 * rows are summed afresh, there is more than one: what its first rows came to, and those before
 * some more, so that only rows from the place of the late one on are summed again.
 */
final class Marks {
  /** The number of rows from mark to mark. */
  static final int STRIDE = 16;

  /** Fewer rows are summed as soon as what is known of them is found. */
  private static final int FEW = 64;

  /** So many parts are kept, which is those of the last few turns that were summed. */
  private static final int PARTS = 64;

  /** By rows; {@code null} while there is none. */
  private List<Mark> marks;

  /** Of turns, each turn's by rows; {@code null} while there is none. */
  private List<Mark> parts;

  /** Whether there should be one after so many rows. */
  static boolean isDue(int rows) {
    return rows % STRIDE == 0;
  }

  void add(Mark mark) {
    if (marks == null) {
      marks = new ArrayList<>();
    }
    marks.add(mark);
  }

  /** Goes back to the last with no more rows than that and not later; {@code null} without one. */
  Mark backTo(int rows, long latest) {
    int kept = marks == null ? 0 : marks.size();
    while (kept > 0 && (marks.get(kept - 1).rows() > rows || marks.get(kept - 1).at() > latest)) {
      kept--;
    }
    if (kept == 0) {
      marks = null;
      return null;
    }
    marks.subList(kept, marks.size()).clear();
    return marks.get(kept - 1);
  }

  /** The course begins anew at a turn; what came before it is of no use any more. */
  void beginAt(long turn) {
    marks = null;
    if (parts != null) {
      parts.removeIf(part -> part.at() < turn);
    }
  }

  /** The rows from one on are others than they were. */
  void changedFrom(int row) {
    if (parts != null) {
      parts.removeIf(part -> part.rows() > row);
    }
  }

  /** Rows weigh something else from a moment on. */
  void changedSince(long moment) {
    if (parts != null) {
      parts.removeIf(part -> part.at() >= moment);
    }
  }

  /** What as many of the first rows as are known came to at a turn; {@code null} without any. */
  Mark part(long turn) {
    for (int i = parts == null ? -1 : parts.size() - 1; i >= 0; i--) {
      if (parts.get(i).at() == turn) {
        return parts.get(i);
      }
    }
    return null;
  }

  /**
   * Whether what so many of the rows of a turn come to is worth keeping: the closer the nearer the
   * end, for that is where late ones come.
   *
   * @param known of how many it is kept already
   */
  static boolean isPartDue(int rows, int known, int all) {
    return all > FEW && rows - known >= Math.max(STRIDE, (all - rows) / 2);
  }

  /** Keeps what more of the rows of a turn come to than is kept of it already. */
  void addPart(Mark part) {
    if (parts == null) {
      parts = new ArrayList<>();
    }
    if (parts.size() == PARTS) {
      parts.remove(0);
    }
    parts.add(part);
  }
}
