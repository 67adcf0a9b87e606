package io.tocsin.deliver.board;

import io.tocsin.model.AlertLevelChange;
import io.tocsin.model.Subject;
import io.tocsin.wire.Topics;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * The latest state of every subject and the changes of late. One thread writes ({@link BoardRun});
 * reading takes no lock.
 */
public final class Board {
  private final NoteReader reader;
  private final LevelTable table = new LevelTable();
  private final History history;
  private volatile boolean ready;

  /**
   * @param canonical the same subject with ids that are shared, so that they are on the heap once
   */
  public Board(Topics topics, Bounds bounds, UnaryOperator<Subject> canonical) {
    this.reader = new NoteReader(topics, canonical);
    this.history = new History(bounds);
  }

  /** Whether it has caught up with what there was when it started. */
  public boolean isReady() {
    return ready;
  }

  /** The latest states as they are now. */
  public Levels levels() {
    return table.published();
  }

  public Optional<State> find(Subject subject) {
    return table.find(subject);
  }

  public History history() {
    return history;
  }

  /** Records that were no state and no change, and were passed over. */
  public long unreadable() {
    return reader.unreadable();
  }

  /** The whole of a state. */
  public AlertLevelChange whole(State state) {
    return reader.whole(state);
  }

  /** The whole of a change. */
  public AlertLevelChange whole(Told told) {
    return reader.whole(told);
  }

  /** A change out of its record; empty, and counted, for what is none. */
  public Optional<Told> told(Entry entry) {
    return reader
        .read(entry)
        .map(note -> note instanceof Note.Changed changed ? changed.told() : null);
  }

  NoteReader reader() {
    return reader;
  }

  /** Takes note, shows it to readers once the board is ready, and tells of what is new. */
  void take(List<Note> notes, Hearer hearer) {
    var changes = new ArrayList<Told>();
    var states = new ArrayList<State>();
    for (var note : notes) {
      if (note instanceof Note.Changed changed && history.add(changed.told(), note.emittedAt())) {
        changes.add(changed.told());
      } else if (note instanceof Note.Stands stands) {
        table.put(stands.state(), note.emittedAt());
        states.add(stands.state());
      } else if (note instanceof Note.Gone gone) {
        table.remove(gone.subject(), note.emittedAt());
      }
    }
    if (ready) {
      table.publish();
    }
    hearer.heard(changes, states);
  }

  void caughtUp() {
    table.publish();
    ready = true;
  }
}
