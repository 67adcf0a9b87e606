package io.tocsin.api.read;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.tocsin.deliver.board.Board;
import io.tocsin.deliver.board.State;
import io.tocsin.deliver.board.Told;
import io.tocsin.deliver.live.Writing;
import io.tocsin.model.AlertLevelChange;
import io.tocsin.model.Subject;
import io.tocsin.wire.Answers;

/** A change or a state as it is written everywhere, with the names of its subject before it. */
public final class LiveWriting implements Writing {
  private final Board board;
  private final Lookup lookup;

  public LiveWriting(Board board, Lookup lookup) {
    this.board = board;
    this.lookup = lookup;
  }

  @Override
  public byte[] change(Told told) {
    return named(told.subject(), board.whole(told));
  }

  @Override
  public byte[] level(State state) {
    return named(state.subject(), board.whole(state));
  }

  private byte[] named(Subject subject, AlertLevelChange change) {
    var names =
        "{\"entityName\":%s,\"regionName\":%s,"
            .formatted(
                Reply.text(lookup.entityName(subject.entity())),
                Reply.text(lookup.regionName(subject.region())));
    return (names + Answers.change(change).substring(1)).getBytes(UTF_8);
  }
}
