package io.tocsin.topology;

import io.tocsin.assess.Outcome;
import io.tocsin.wire.packed.Move;
import java.util.ArrayList;
import java.util.List;

/**
 * What an assessor says of a subject.
 *
 * @param partition of the assessor
 * @param turned whether the region has its first subject in that partition by it, or lost its last
 */
record Told(Outcome outcome, int partition, boolean turned) {
  /**
   * What of it concerns the region: who is above LOW, and in which partitions there is anybody.
   * Most subjects are LOW and stay so, and a region need not hear of each.
   *
   * @param state the subject's latest, encoded; {@code null} where it is no longer tracked
   */
  List<Move> moves(byte[] state) {
    boolean concerns = outcome.isAbove() || outcome.former() == Outcome.Former.ABOVE;
    if (!concerns && !turned) {
      return List.of();
    }
    var moves = new ArrayList<Move>(2);
    if (concerns) {
      moves.add(Move.of(outcome, state));
    }
    if (turned) {
      moves.add(Move.presence(partition, outcome, state));
    }
    return moves;
  }
}
