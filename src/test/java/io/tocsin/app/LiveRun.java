package io.tocsin.app;

import io.tocsin.client.TopicReader;
import io.tocsin.model.AlertLevelChange;
import io.tocsin.model.Incoming;
import io.tocsin.model.Subject;
import io.tocsin.wire.Answers;
import io.tocsin.wire.DeadLetter;
import io.tocsin.wire.EventLines;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.apache.kafka.common.KafkaException;

/** Records through a real Kafka and a real processor, in topics of their own. */
public final class LiveRun {
  public static final Comparator<AlertLevelChange> BY_SUBJECT =
      Comparator.comparing(AlertLevelChange::subject).thenComparingLong(AlertLevelChange::sequence);

  public final Options options;
  final Heard heard = new Heard();

  /**
   * @param sets more of the configuration, key and value by turns
   */
  public LiveRun(String bootstrap, Path data, String prefix, String... sets) {
    var all = new HashMap<String, String>();
    all.put("topics.prefix", prefix);
    all.put("clock", "stream");
    all.put("threads", "2");
    // more than there are threads; each costs a dozen stores and topics, so eight of them half a
    // start
    all.put("topics.partitions", "3");
    for (int i = 0; i < sets.length; i += 2) {
      all.put(sets[i], sets[i + 1]);
    }
    options =
        OptionsReader.read(
            new Given(
                Map.of(
                    Key.DATA,
                    data.resolve(prefix).toString(),
                    Key.KAFKA_BOOTSTRAP_SERVERS,
                    bootstrap),
                all,
                Map.of(),
                null,
                data,
                data,
                2));
  }

  /** Replays the records through a processor that runs for as long. */
  Results.Replayed replay(List<? extends Incoming> records) throws InterruptedException {
    var closers = new Closers(name -> {});
    try (closers) {
      start(closers);
      return new ReplayRun(options, InstantSource.system())
          .run(new Requests.Replay(file(records), Double.POSITIVE_INFINITY), heard);
    } finally {
      if (!closers.failures().isEmpty()) {
        throw new AssertionError(closers.failures().toString());
      }
    }
  }

  Installation start(Closers closers) throws InterruptedException {
    return new Installation(options, closers, InstantSource.system(), heard)
        .cluster(options.kafka().bootstrapServers())
        .topics()
        .processor();
  }

  String file(List<? extends Incoming> records) {
    try {
      Files.createDirectories(options.data());
      var file = options.data().resolve("events.ndjson");
      Files.write(file, records.stream().map(EventLines::line).toList());
      return file.toString();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Every committed change, by subject and sequence. */
  public List<AlertLevelChange> alerts() {
    var topic = Wiring.topics(options).alerts();
    var found = new ArrayList<AlertLevelChange>();
    reader()
        .forEach(
            topic,
            record ->
                found.add(
                    topic.values().deserializer().deserialize(record.topic(), record.value())));
    found.sort(BY_SUBJECT);
    return found;
  }

  /** The latest state of every subject. */
  public Map<Subject, AlertLevelChange> levels() {
    var topic = Wiring.topics(options).levels();
    var found = new TreeMap<Subject, AlertLevelChange>();
    reader()
        .forEach(
            topic,
            record -> {
              var subject = topic.keys().deserializer().deserialize(record.topic(), record.key());
              var state = topic.values().deserializer().deserialize(record.topic(), record.value());
              if (state == null) {
                found.remove(subject);
              } else {
                found.put(subject, state);
              }
            });
    return found;
  }

  /** How many dead letters there are, by their reasons. */
  public Map<String, Long> deadLetters() {
    var found = new TreeMap<String, Long>();
    reader()
        .forEach(
            Wiring.topics(options).deadLetters(),
            record -> {
              var reason = record.headers().lastHeader(DeadLetter.REASON);
              found.merge(new String(reason.value(), StandardCharsets.UTF_8), 1L, Long::sum);
            });
    return found;
  }

  /** Whether a processor has committed all that was published, through every stage. */
  public boolean isThrough() throws InterruptedException {
    try (var progress =
        new GroupProgress(options, Wiring.client(options, options.kafka().bootstrapServers()))) {
      return progress.look().done();
    } catch (ExecutionException | TimeoutException | KafkaException e) {
      return false;
    }
  }

  private TopicReader reader() {
    return new TopicReader(Wiring.client(options, options.kafka().bootstrapServers()));
  }

  /** Changes as JSON without the one field that runs may differ in, regions overall left out. */
  public static List<String> path(List<AlertLevelChange> changes) {
    return changes.stream()
        .filter(change -> !change.subject().isOverall())
        .sorted(BY_SUBJECT)
        .map(change -> Answers.change(change.emittedAt(Instant.EPOCH)))
        .toList();
  }

  /** Who stands where, by both ledgers; nobody who is low in all of them. */
  public static List<String> standings(Iterable<AlertLevelChange> states) {
    var lines = new ArrayList<String>();
    Consumer<AlertLevelChange> line =
        state ->
            lines.add(
                "%s %s declared %s reported %s"
                    .formatted(state.subject(), state.level(), state.declared(), state.reported()));
    states.forEach(line);
    lines.removeIf(text -> text.endsWith(" LOW declared LOW reported LOW"));
    lines.sort(Comparator.naturalOrder());
    return lines;
  }
}
