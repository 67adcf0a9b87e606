package io.tocsin.assess;

import io.tocsin.model.AlertLevelChange;
import io.tocsin.model.Level;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * Puts a change into words that anyone can check: rows, shares, declarations, and what comes next.
 */
final class Telling {
  /**
   * How many steps ahead a next fall is looked for; more declarations than that do not run out in
   * one level.
   */
  private static final int AHEAD = 64;

  private final Policy policy;

  Telling(Policy policy) {
    this.policy = policy;
  }

  AlertLevelChange change(
      Dossier dossier,
      Level previous,
      long sequence,
      Position position,
      Trigger trigger,
      long effective) {
    var subject = dossier.subject();
    var parts = Parts.of(dossier.course(position.time()), position.time());
    var listed = parts.heaviest(policy.listed());
    long next = nextFall(dossier, position);
    return new AlertLevelChange(
        id(subject.toString(), sequence),
        subject.entity(),
        subject.region(),
        sequence,
        previous,
        position.level(),
        position.declared(),
        position.reported(),
        position.score(),
        probability(position.score()),
        trigger.cause(),
        trigger.id(),
        Instant.ofEpochMilli(effective),
        Instant.ofEpochMilli(effective),
        listed.stream().map(Parts.Part::evidence).toList(),
        parts.rest(listed.size()),
        declarations(dossier.declared(position.time())),
        position.held(),
        next == Times.FOREVER ? null : Instant.ofEpochMilli(next),
        policy.version(),
        sequence > 1 ? id(subject.toString(), sequence - 1) : null);
  }

  /** The name-based UUID (RFC 9562, version 3) of a subject's change. */
  static String id(String subject, long sequence) {
    return UUID.nameUUIDFromBytes((subject + "|" + sequence).getBytes(StandardCharsets.UTF_8))
        .toString();
  }

  /** The probability whose log odds a score in dB is. */
  static double probability(double score) {
    return 1 / (1 + StrictMath.pow(10, -score / 10));
  }

  static List<AlertLevelChange.Declaration> declarations(List<Ruling> inForce) {
    return inForce.stream()
        .map(
            ruling ->
                new AlertLevelChange.Declaration(
                    ruling.statement().id(),
                    ruling.statement().authority(),
                    ruling.statement().level(),
                    ruling.statement().nationalLevel(),
                    Instant.ofEpochMilli(ruling.from()),
                    ruling.expires() ? Instant.ofEpochMilli(ruling.until()) : null))
        .toList();
  }

  /**
   * The second at which the level falls if nothing else comes; {@link Times#FOREVER} if it does
   * not.
   */
  static long nextFall(Dossier dossier, Position position) {
    long due = dossier.due(position.time());
    for (int i = 0; i < AHEAD && due < Times.FOREVER; i++) {
      if (position.level().isAbove(dossier.position(due).level())) {
        return due;
      }
      due = dossier.due(due);
    }
    return Times.FOREVER;
  }
}
