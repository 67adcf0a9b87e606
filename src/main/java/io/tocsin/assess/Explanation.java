package io.tocsin.assess;

import io.tocsin.model.AlertLevelChange.Declaration;
import io.tocsin.model.Held;
import io.tocsin.model.Level;
import io.tocsin.model.Subject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Why a subject stands where it does: every row with what it weighs and what was done to it. The
 * score is worked out from these rows, so that the two cannot disagree.
 *
 * @param uncorroborated the level that the score would have without the corroboration rule and the
 *     hold
 * @param nextFallAt when the level falls by itself, or {@code null}
 * @param outlook what comes next if nothing else comes
 */
public record Explanation(
    Subject subject,
    Instant at,
    Level level,
    Level declared,
    Level reported,
    Level raw,
    Level uncorroborated,
    boolean corroborated,
    Held held,
    double prior,
    double score,
    double probability,
    List<Line> lines,
    List<Declaration> declarations,
    List<Step> outlook,
    String policyVersion) {

  /**
   * One row.
   *
   * @param story id of the row that leads its story
   * @param place in its story, 1 for the leader, 0 where it does not count
   * @param own its weight in dB before anything was done to it
   * @param factors what was done to it
   * @param weight in dB now
   * @param share of the sum
   */
  public record Line(
      Row row,
      String story,
      int place,
      double own,
      List<Factor> factors,
      double weight,
      double share) {
    public Line {
      factors = List.copyOf(factors);
    }
  }

  /** A change of the level, or of one of its two ledgers, that time alone will bring. */
  public record Step(Instant at, Level level, Level declared, Level reported) {}

  private static final int OUTLOOK = 8;

  public Explanation {
    lines = List.copyOf(lines);
    declarations = List.copyOf(declarations);
    outlook = List.copyOf(outlook);
  }

  static Explanation of(Dossier dossier, Rulebook rulebook, long time) {
    var position = dossier.position(time);
    var course = dossier.course(time);
    var parts = Parts.of(course, time);
    double prior = rulebook.policy().scoring().prior();
    double score =
        prior + StrictMath.pow(parts.total(), 1 / rulebook.policy().scoring().exponent());
    return new Explanation(
        dossier.subject(),
        Instant.ofEpochMilli(time),
        position.level(),
        position.declared(),
        position.reported(),
        position.raw(),
        position.uncapped(),
        course.corroborated(time),
        position.held(),
        prior,
        score,
        Telling.probability(score),
        parts.all().stream().map(part -> line(part, course, rulebook.weigher(), time)).toList(),
        Telling.declarations(dossier.declared(time)),
        outlook(dossier, position),
        rulebook.policy().version());
  }

  private static Line line(Parts.Part part, Course course, Weigher weigher, long time) {
    var weighed = part.weighed();
    var factors = new ArrayList<Factor>();
    course.explain(weighed, time, (kind, by, value) -> factors.add(new Factor(kind, by, value)));
    return new Line(
        weighed.row(),
        weighed.leader().row().id(),
        weighed.place(),
        weigher.weight(weighed.row()),
        factors,
        part.weight(),
        part.share());
  }

  private static List<Step> outlook(Dossier dossier, Position position) {
    var steps = new ArrayList<Step>();
    var last = position;
    long due = dossier.due(position.time());
    while (due < Times.FOREVER && steps.size() < OUTLOOK) {
      var next = dossier.position(due);
      if (!next.isLevelWith(last)) {
        steps.add(
            new Step(Instant.ofEpochMilli(due), next.level(), next.declared(), next.reported()));
        last = next;
      }
      due = dossier.due(due);
    }
    return steps;
  }
}
