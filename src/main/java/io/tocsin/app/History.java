package io.tocsin.app;

import io.tocsin.client.TopicReader;
import io.tocsin.model.Incoming;
import io.tocsin.model.InvalidRecord;
import io.tocsin.model.OfficialStatement;
import io.tocsin.topology.Entitlement;
import io.tocsin.topology.Sequencer;
import io.tocsin.wire.Line;
import io.tocsin.wire.Topic;
import io.tocsin.wire.Topics;
import io.tocsin.wire.Unreadable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * What was published, in the order in which it was read: that of a file, or of the topics. Kafka
 * keeps no order between topics, so records of a replay go by its numbers, others by their
 * timestamps.
 */
record History(List<Entry> entries) {
  /**
   * @param seen when Kafka had it, in UTC epoch ms; {@link Long#MIN_VALUE} out of a file
   */
  record Entry(Incoming record, long seen) {
    /**
     * @param wall whether the clock of the partitions was the wall clock, so that a record counts
     *     from when Kafka had it
     */
    void play(Backtest backtest, boolean wall) {
      try {
        if (wall) {
          backtest.advance(seen);
        }
        backtest.accept(record);
      } catch (InvalidRecord e) {
        // what is not admitted is a dead letter, and was never assessed
      }
    }
  }

  private record Published(
      Incoming record, long time, Sequencer.Place place, int topic, long offset) {
    /** Of one replay by its numbers; else by time, topic and offset. */
    static Comparator<Published> order(Map<String, Long> begun) {
      return Comparator.<Published>comparingLong(
              p -> p.place() == null ? p.time() : begun.get(p.place().replay()))
          .thenComparing(p -> p.place() == null ? "" : p.place().replay())
          .thenComparingLong(p -> p.place() == null ? 0 : p.place().number())
          .thenComparingInt(Published::topic)
          .thenComparingLong(Published::offset);
    }
  }

  static History of(EventFile file) {
    var entries = new ArrayList<Entry>();
    file.forEach(
        line -> {
          if (line instanceof Line.Good good) {
            entries.add(new Entry(good.record(), Long.MIN_VALUE));
          }
        });
    return new History(entries);
  }

  /** What is still in the topics; what cannot be read or may not count is a dead letter. */
  static History of(TopicReader reader, Topics topics, Entitlement entitlement) {
    var sources =
        List.<Topic<?, ? extends Incoming>>of(
            topics.news(), topics.statements(), topics.controls());
    var published = new ArrayList<Published>();
    reader.forEach(
        sources,
        record -> {
          for (int i = 0; i < sources.size(); i++) {
            if (sources.get(i).name().equals(record.topic())) {
              read(sources.get(i), i, record, entitlement, published);
            }
          }
        });
    var begun = new HashMap<String, Long>();
    for (var one : published) {
      if (one.place() != null) {
        begun.merge(one.place().replay(), one.time(), Math::min);
      }
    }
    published.sort(Published.order(begun));
    return new History(published.stream().map(p -> new Entry(p.record(), p.time())).toList());
  }

  private static boolean mayCount(
      Incoming value, ConsumerRecord<byte[], byte[]> record, Entitlement entitlement) {
    var at = Instant.ofEpochMilli(record.timestamp());
    return !(value instanceof OfficialStatement statement)
        || entitlement.refusal(statement, record.value(), record.headers(), at).isEmpty();
  }

  private static void read(
      Topic<?, ? extends Incoming> topic,
      int number,
      ConsumerRecord<byte[], byte[]> record,
      Entitlement entitlement,
      List<Published> published) {
    try {
      var value = topic.values().deserializer().deserialize(topic.name(), record.value());
      if (value != null && mayCount(value, record, entitlement)) {
        var place = Sequencer.place(record.headers());
        published.add(new Published(value, record.timestamp(), place, number, record.offset()));
      }
    } catch (Unreadable e) {
      // it lies in the topic of dead letters, with its reason
    }
  }
}
