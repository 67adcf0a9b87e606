package io.tocsin.api.read;

import com.fasterxml.jackson.databind.util.RawValue;
import io.tocsin.deliver.board.Board;
import io.tocsin.deliver.board.State;
import io.tocsin.deliver.board.Told;
import io.tocsin.model.AlertLevelChange;
import io.tocsin.model.Subject;
import io.tocsin.wire.Answers;
import java.util.LinkedHashMap;
import java.util.Map;

/** States and changes as they are answered. */
final class Views {
  private final Board board;
  private final Lookup lookup;

  Views(Board board, Lookup lookup) {
    this.board = board;
    this.lookup = lookup;
  }

  /** A state in a list: all but its evidence and declarations. */
  Map<String, Object> row(State state) {
    return row(board.whole(state), state.subject());
  }

  /** A change in a list, likewise. */
  Map<String, Object> row(Told told) {
    return row(board.whole(told), told.subject());
  }

  private Map<String, Object> row(AlertLevelChange change, Subject subject) {
    var row = new LinkedHashMap<String, Object>();
    row.put("id", change.id());
    row.putAll(named(subject));
    row.put("sequence", change.sequence());
    row.put("previousLevel", change.previousLevel());
    row.put("level", change.level());
    row.put("declared", change.declared());
    row.put("reported", change.reported());
    row.put("gap", Math.abs(change.declared().ordinal() - change.reported().ordinal()));
    row.put("score", change.score());
    row.put("probability", change.probability());
    row.put("cause", change.cause());
    row.put("trigger", change.trigger());
    row.put("held", change.held());
    row.put("effectiveAt", Moments.text(change.effectiveAt()));
    row.put("emittedAt", Moments.text(change.emittedAt()));
    row.put("nextFallAt", Moments.text(change.nextFallAt()));
    row.put("reports", change.evidence().size() + change.rest().count());
    row.put("headline", change.evidence().isEmpty() ? null : change.evidence().get(0).headline());
    row.put("policyVersion", change.policyVersion());
    return row;
  }

  /** A subject by ids and names. */
  Map<String, Object> named(Subject subject) {
    var named = new LinkedHashMap<String, Object>();
    named.put("entity", subject.entity());
    named.put("entityName", lookup.entityName(subject.entity()));
    named.put("region", subject.region());
    named.put("regionName", lookup.regionName(subject.region()));
    return named;
  }

  /** A change or a state as it is written everywhere. */
  static RawValue whole(AlertLevelChange change) {
    return new RawValue(Answers.change(change));
  }

  /** What the ids in a change are called. */
  Map<String, String> names(AlertLevelChange change) {
    var names = new LinkedHashMap<String, String>();
    names.put(change.entity(), lookup.entityName(change.entity()));
    lookup.lineage(change.region()).forEach(region -> names.put(region, lookup.regionName(region)));
    for (var row : change.evidence()) {
      names.put(row.entity(), lookup.entityName(row.entity()));
      names.put(row.region(), lookup.regionName(row.region()));
      names.put(row.source(), lookup.speakerName(row.source()));
      names.put(row.origin(), lookup.speakerName(row.origin()));
    }
    change.declarations().forEach(d -> names.put(d.authority(), lookup.speakerName(d.authority())));
    return names;
  }
}
