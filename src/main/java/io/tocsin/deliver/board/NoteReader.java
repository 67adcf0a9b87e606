package io.tocsin.deliver.board;

import io.tocsin.deliver.board.Entry.Kind;
import io.tocsin.model.AlertLevelChange;
import io.tocsin.model.Subject;
import io.tocsin.wire.Topic;
import io.tocsin.wire.Topics;
import io.tocsin.wire.Unreadable;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.UnaryOperator;

/** Reads records; what is none of ours is counted and passed over. */
final class NoteReader {
  private final Topic<Subject, AlertLevelChange> alerts;
  private final Topic<Subject, AlertLevelChange> levels;
  private final UnaryOperator<Subject> canonical;
  private final AtomicLong unreadable = new AtomicLong();

  NoteReader(Topics topics, UnaryOperator<Subject> canonical) {
    this.alerts = topics.alerts();
    this.levels = topics.levels();
    this.canonical = canonical;
  }

  long unreadable() {
    return unreadable.get();
  }

  /**
   * @throws io.tocsin.wire.RegistryUnavailable where the same records may do later
   */
  List<Note> read(List<Entry> entries) {
    return entries.stream().flatMap(entry -> read(entry).stream()).toList();
  }

  Optional<Note> read(Entry entry) {
    try {
      var note = entry.kind() == Kind.ALERT ? alert(entry) : level(entry);
      if (note == null) {
        unreadable.incrementAndGet();
      }
      return Optional.ofNullable(note);
    } catch (Unreadable e) {
      unreadable.incrementAndGet();
      return Optional.empty();
    }
  }

  AlertLevelChange whole(State state) {
    return value(levels, state.bytes());
  }

  AlertLevelChange whole(Told told) {
    return value(alerts, told.bytes());
  }

  private Note alert(Entry entry) {
    var change = value(alerts, entry.value());
    return change == null
        ? null
        : new Note.Changed(
            Told.of(canonical.apply(change.subject()), change, entry), entry.timestamp());
  }

  private Note level(Entry entry) {
    var key = levels.keys().deserializer().deserialize(levels.name(), entry.key());
    if (key == null) {
      return null;
    }
    var subject = canonical.apply(key);
    return entry.value() == null
        ? new Note.Gone(subject, entry.timestamp())
        : new Note.Stands(
            State.of(subject, value(levels, entry.value()), entry.value()), entry.timestamp());
  }

  private static AlertLevelChange value(Topic<?, AlertLevelChange> topic, byte[] bytes) {
    return topic.values().deserializer().deserialize(topic.name(), bytes);
  }
}
