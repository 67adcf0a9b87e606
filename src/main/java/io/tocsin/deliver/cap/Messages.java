package io.tocsin.deliver.cap;

import io.tocsin.deliver.board.Board;
import io.tocsin.deliver.board.Told;
import io.tocsin.model.AlertLevelChange;
import java.util.Optional;

/** The changes on a board as messages, each with the one it refers to. */
public final class Messages {
  private final Board board;

  public Messages(Board board) {
    this.board = board;
  }

  /** The message of a change by its id; empty where the board does not hold it. */
  public Optional<Message> find(String id) {
    return board.history().find(id).map(this::of);
  }

  public Message of(Told told) {
    var change = board.whole(told);
    return new Message(change, before(change));
  }

  private Optional<AlertLevelChange> before(AlertLevelChange change) {
    return Optional.ofNullable(change.previousId())
        .flatMap(id -> board.history().find(id))
        .map(board::whole);
  }
}
