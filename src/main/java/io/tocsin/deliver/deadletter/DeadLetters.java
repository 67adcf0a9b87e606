package io.tocsin.deliver.deadletter;

import io.tocsin.client.Connection;
import io.tocsin.client.KafkaUnavailable;
import io.tocsin.client.TopicReader;
import io.tocsin.wire.DeadLetter;
import io.tocsin.wire.Topic;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;

/**
 * The topic of dead letters, read when asked. Every method reads from {@link Filter#since}, else
 * from the beginning, and throws {@link KafkaUnavailable} where no broker answers.
 */
public final class DeadLetters {
  private static final Comparator<Heading> OLDEST_FIRST =
      Comparator.comparing(Heading::at).thenComparing(Heading::id);

  private final TopicReader reader;
  private final Topic<byte[], byte[]> topic;

  public DeadLetters(Connection connection) {
    this.reader = new TopicReader(connection.properties());
    this.topic = connection.topics().deadLetters();
  }

  /**
   * @param limit how many headings to return at most
   */
  public Listing list(Filter filter, int limit) {
    var newest = new PriorityQueue<>(OLDEST_FIRST);
    var byReason = new HashMap<String, Long>();
    var tried = new HashSet<Place>();
    var again = new HashSet<Place>();
    long[] open = new long[1];
    read(
        filter.since(),
        record -> {
          Heading.place(record, DeadLetter.RETRIED).ifPresent(tried::add);
          var heading = Heading.of(record).filter(filter::takes);
          if (heading.isEmpty()) {
            return;
          }
          byReason.merge(heading.get().reason(), 1L, Long::sum);
          if (heading.get().isOpen()) {
            open[0]++;
            again.add(heading.get().id());
          }
          newest.add(heading.get());
          if (newest.size() > limit) {
            newest.poll();
          }
        });
    again.retainAll(tried);
    var headings = new ArrayList<Heading>();
    while (!newest.isEmpty()) {
      var heading = newest.poll();
      headings.add(tried.contains(heading.id()) ? heading.tried() : heading);
    }
    Collections.reverse(headings);
    long matching = byReason.values().stream().mapToLong(Long::longValue).sum();
    return new Listing(matching, open[0] - again.size(), byReason, headings);
  }

  /**
   * One letter.
   *
   * @param place its own, or the one that the record came from: of several letters from there the
   *     newest
   */
  public Optional<Letter> find(Place place) {
    return place.topic().equals(topic.name()) ? own(place) : from(place);
  }

  /** Hands on every letter that {@linkplain Heading#isOpen is open}. */
  public void forEachOpen(Filter filter, Consumer<Letter> taker) {
    var tried = tried(filter);
    read(
        filter.since(),
        record ->
            Heading.of(record)
                .filter(filter::takes)
                .filter(heading -> heading.isOpen() && !tried.contains(heading.id()))
                .ifPresent(heading -> taker.accept(letter(heading, record))));
  }

  private Optional<Letter> own(Place place) {
    var found = new ArrayList<Letter>();
    boolean[] tried = new boolean[1];
    reader.forEachFrom(
        topic,
        place.partition(),
        place.offset(),
        record -> {
          if (record.offset() == place.offset()) {
            Heading.of(record).ifPresent(heading -> found.add(letter(heading, record)));
          }
          tried[0] |= Heading.place(record, DeadLetter.RETRIED).filter(place::equals).isPresent();
        });
    return found.stream().findFirst().map(letter -> tried[0] ? tried(letter) : letter);
  }

  private Optional<Letter> from(Place origin) {
    var found = new ArrayList<Place>();
    read(
        null,
        record ->
            Heading.of(record)
                .filter(heading -> heading.from().equals(origin))
                .ifPresent(heading -> found.add(heading.id())));
    return found.stream().max(Comparator.naturalOrder()).flatMap(this::own);
  }

  private Set<Place> tried(Filter filter) {
    var tried = new HashSet<Place>();
    read(filter.since(), record -> Heading.place(record, DeadLetter.RETRIED).ifPresent(tried::add));
    return tried;
  }

  private void read(Instant since, Consumer<ConsumerRecord<byte[], byte[]>> taker) {
    if (since == null) {
      reader.forEach(topic, taker);
    } else {
      reader.forEachSince(topic, since, taker);
    }
  }

  private static Letter letter(Heading heading, ConsumerRecord<byte[], byte[]> record) {
    return new Letter(heading, record.key(), record.value(), headers(record));
  }

  private static List<Header> headers(ConsumerRecord<byte[], byte[]> record) {
    return List.of(record.headers().toArray());
  }

  private static Letter tried(Letter letter) {
    return new Letter(letter.heading().tried(), letter.key(), letter.value(), letter.headers());
  }
}
