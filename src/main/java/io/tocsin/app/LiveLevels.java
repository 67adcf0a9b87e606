package io.tocsin.app;

import io.tocsin.model.AlertLevelChange;
import io.tocsin.model.Level;
import io.tocsin.model.Subject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The levels as they are from one moment to the next; they renew themselves until closed. */
public interface LiveLevels extends AutoCloseable {
  /** Where Kafka is. */
  String cluster();

  /** Which ids were taken for names, one sentence each. */
  List<String> notes();

  /** What there is now. Takes no longer than it takes to copy the list. */
  Sight look();

  /** A subject in full; empty where it is not tracked any more. */
  Optional<Detail> detail(Subject subject);

  @Override
  void close();

  /**
   * Where a subject stands, without the reasons.
   *
   * @param score in dB
   * @param effectiveAt event time
   * @param nextFallAt optional: when it falls by itself
   */
  record Standing(
      Subject subject,
      Level level,
      Level declared,
      Level reported,
      double score,
      Instant effectiveAt,
      Instant nextFallAt) {}

  /**
   * What there is at one moment.
   *
   * @param standings in no order; the very same list as long as nothing changes
   * @param complete whether all is there that was told before the start
   * @param lostSince optional: since when Kafka does not answer
   * @param trouble optional: why nothing moves on
   */
  record Sight(List<Standing> standings, boolean complete, Instant lostSince, String trouble) {
    public static final Sight NONE = new Sight(List.of(), false, null, null);
  }

  /**
   * A subject in full.
   *
   * @param changes of late, latest first
   */
  record Detail(AlertLevelChange state, List<AlertLevelChange> changes) {
    public Detail {
      changes = List.copyOf(changes);
    }
  }
}
