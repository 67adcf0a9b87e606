package io.tocsin.app;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;

/** What can be done with feeds beside running them. */
public interface FeedDesk {

  /**
   * A feed of the file.
   *
   * @param where its address or path, without what may be secret
   * @param format empty where it is detected
   * @param source optional
   * @param authority optional
   */
  record Entry(
      String id, String where, String format, String source, String authority, Duration interval) {}

  /**
   * How a feed is doing, as it was written down last.
   *
   * @param state in a word: {@code new}, {@code fine}, {@code troubled}
   * @param movedTo optional: where its address has moved to for good
   * @param attemptedAt optional: the last look
   * @param succeededAt optional: the last one that went well
   * @param nextAt optional: not before then it is looked at again
   * @param failures in a row
   * @param trouble optional: why the last look did not succeed, in a word
   * @param why in words
   * @param items how many are known
   * @param published new items since the feed is known
   * @param revised changed items since then
   * @param refused items that gave no record since then
   * @param refusals of the last document, in words
   */
  record State(
      String id,
      String state,
      String where,
      String movedTo,
      Instant attemptedAt,
      Instant succeededAt,
      Instant nextAt,
      int failures,
      String trouble,
      String why,
      int items,
      long published,
      long revised,
      long refused,
      List<String> refusals) {
    public State {
      refusals = List.copyOf(refusals);
    }
  }

  /**
   * What a look gave.
   *
   * @param outcome in a word: {@code changed}, {@code unchanged}, or what was wrong
   * @param why in words; empty where it went well
   */
  record Looked(
      String id, boolean isFine, String outcome, int fresh, int revised, int refused, String why) {}

  /**
   * What a file says.
   *
   * @param file a path, or {@code -} for standard input; the configured one without
   * @throws Failure with everything that is wrong with it
   */
  List<Entry> check(String file);

  /** How every feed of the file is doing. */
  List<State> list();

  /**
   * Looks at feeds once, now, and publishes what is new.
   *
   * @param id optional: of the feed; all without one
   * @throws Failure where the file knows no such feed, or no Kafka runs
   */
  List<Looked> poll(String id, Watch watch);

  /**
   * Looks at feeds once, now, and publishes nothing.
   *
   * @param id optional: of the feed; all without one
   * @param lines takes what would be published, as lines of a file of events
   */
  List<Looked> preview(String id, Consumer<String> lines, Watch watch);
}
