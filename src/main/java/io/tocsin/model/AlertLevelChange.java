package io.tocsin.model;

import java.time.Instant;
import java.util.List;

/**
 * A subject's level moved; or, on the topic of latest states, one of its two ledgers did.
 *
 * @param id name-based UUID of subject and sequence
 * @param sequence 1, 2, 3 ... of the subject's changes; 0 in a latest state that never changed
 * @param declared what authorities declare
 * @param reported what reports amount to
 * @param score weight of evidence in dB
 * @param probability of the score, in (0, 1)
 * @param trigger optional: id of the event, statement or control; for an overall subject the
 *     subject that carried it; none for time
 * @param effectiveAt when the level moved, in event time
 * @param emittedAt the wall clock, the one field in which two runs may differ
 * @param evidence the heaviest rows, heaviest first
 * @param rest count and joint share of the other rows
 * @param declarations the declarations that hold, one of each authority that speaks
 * @param nextFallAt optional: the computed second at which the level falls by itself if nothing
 *     else comes
 * @param previousId optional: id of the change before
 */
public record AlertLevelChange(
    String id,
    String entity,
    String region,
    long sequence,
    Level previousLevel,
    Level level,
    Level declared,
    Level reported,
    double score,
    double probability,
    Cause cause,
    String trigger,
    Instant effectiveAt,
    Instant emittedAt,
    List<Evidence> evidence,
    Rest rest,
    List<Declaration> declarations,
    Held held,
    Instant nextFallAt,
    String policyVersion,
    String previousId) {

  /**
   * One row behind a score.
   *
   * @param id the event's or the statement's id
   * @param entity of the claim that the row comes from
   * @param region of the claim that the row comes from
   * @param story id of the row that leads the story
   * @param url optional
   * @param weight in dB, decayed to the change's time
   * @param share of the sum, in [0, 1]
   */
  public record Evidence(
      String id,
      String source,
      String origin,
      String entity,
      String region,
      Category category,
      Reliability reliability,
      Credibility credibility,
      String story,
      Instant publishedAt,
      String headline,
      String url,
      double weight,
      double share) {}

  /** The rows that are not listed. */
  public record Rest(int count, double share) {
    public static final Rest NONE = new Rest(0, 0);
  }

  /**
   * A declaration in force.
   *
   * @param statement its id
   * @param nationalLevel optional
   * @param until optional
   */
  public record Declaration(
      String statement,
      String authority,
      Level level,
      String nationalLevel,
      Instant since,
      Instant until) {}

  public AlertLevelChange {
    evidence = List.copyOf(evidence);
    declarations = List.copyOf(declarations);
  }

  public Subject subject() {
    return new Subject(entity, region);
  }

  /** The same change, emitted at this wall-clock time. */
  public AlertLevelChange emittedAt(Instant now) {
    return new AlertLevelChange(
        id,
        entity,
        region,
        sequence,
        previousLevel,
        level,
        declared,
        reported,
        score,
        probability,
        cause,
        trigger,
        effectiveAt,
        now,
        evidence,
        rest,
        declarations,
        held,
        nextFallAt,
        policyVersion,
        previousId);
  }
}
