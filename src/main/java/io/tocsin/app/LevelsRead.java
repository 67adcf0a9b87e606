package io.tocsin.app;

import io.tocsin.client.TopicReader;
import io.tocsin.model.AlertLevelChange;
import io.tocsin.model.Subject;
import io.tocsin.wire.Topic;
import io.tocsin.wire.Unreadable;
import java.util.List;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** The latest state of every subject, out of the compacted topic. */
final class LevelsRead {
  private final Options options;

  LevelsRead(Options options) {
    this.options = options;
  }

  /**
   * The states that are chosen, in order of their subjects.
   *
   * @throws Failure where no broker answers, or the selection names what is not known
   */
  List<AlertLevelChange> run(Requests.Selection selection) {
    var chosen = new Chosen(selection, Wiring.reference(options));
    var reader = new TopicReader(Wiring.client(options, Wiring.bootstrap(options)));
    return read(reader, Wiring.topics(options).levels()).values().stream()
        .filter(chosen::state)
        .toList();
  }

  /** The latest of each subject; a tombstone ends what went before. */
  static TreeMap<Subject, AlertLevelChange> read(
      TopicReader reader, Topic<Subject, AlertLevelChange> levels) {
    var latest = new TreeMap<Subject, AlertLevelChange>();
    reader.forEach(
        levels,
        record -> {
          var subject = subject(levels, record);
          var state = value(levels, record);
          if (subject != null && state != null) {
            latest.put(subject, state);
          } else if (subject != null && record.value() == null) {
            latest.remove(subject);
          }
        });
    return latest;
  }

  /** The key as a subject; {@code null} for what somebody else wrote there. */
  static Subject subject(Topic<Subject, ?> topic, ConsumerRecord<byte[], byte[]> record) {
    try {
      return topic.keys().deserializer().deserialize(topic.name(), record.key());
    } catch (Unreadable e) {
      return null;
    }
  }

  /** The value; {@code null} for a tombstone, and for what somebody else wrote there. */
  static AlertLevelChange value(
      Topic<?, AlertLevelChange> topic, ConsumerRecord<byte[], byte[]> record) {
    try {
      return topic.values().deserializer().deserialize(topic.name(), record.value());
    } catch (Unreadable e) {
      return null;
    }
  }
}
