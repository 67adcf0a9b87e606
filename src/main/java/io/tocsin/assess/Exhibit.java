package io.tocsin.assess;

import io.tocsin.model.Control;
import io.tocsin.model.Credibility;
import io.tocsin.model.Level;
import io.tocsin.model.Reliability;
import java.util.Comparator;

/** What a subject's dossier keeps: what it needs to be assessed again from nothing. */
public sealed interface Exhibit permits Row, Exhibit.Refutation, Exhibit.Pin {
  /** How exhibits lie in a dossier: by time, then id. */
  Comparator<Exhibit> ORDER = Exhibit::order;

  /** In UTC epoch ms. */
  long time();

  /** Of the event, statement or control it comes from. */
  String id();

  int revision();

  private static int order(Exhibit one, Exhibit other) {
    int byTime = Long.compare(one.time(), other.time());
    return byTime != 0 || one == other ? byTime : orderWithinAMoment(one, other);
  }

  private static int orderWithinAMoment(Exhibit one, Exhibit other) {
    int byId = one.id().compareTo(other.id());
    if (byId != 0) {
      return byId;
    }
    int byRevision = Integer.compare(one.revision(), other.revision());
    return byRevision != 0
        ? byRevision
        : one.getClass().getSimpleName().compareTo(other.getClass().getSimpleName());
  }

  /**
   * A hoax exposed or a report denied, in the news: takes weight from the rows of the hours before.
   *
   * @param steps from its claim to this subject
   */
  record Refutation(
      String id,
      int revision,
      long time,
      Reliability reliability,
      Credibility credibility,
      double salience,
      int steps)
      implements Exhibit {}

  /**
   * An analyst's hand on the level.
   *
   * @param type PIN or RELEASE
   * @param level the pinned one, {@code null} with RELEASE
   * @param until in UTC epoch ms, {@code null} where only a RELEASE ends it
   */
  record Pin(String id, long time, Control.Type type, Level level, Long until) implements Exhibit {
    @Override
    public int revision() {
      return 0;
    }

    /** When it ends by itself: at the next whole second. */
    long end() {
      return until == null ? Times.FOREVER : Times.wholeSecond(until);
    }
  }
}
