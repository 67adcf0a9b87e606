package io.tocsin.app;

import java.time.Duration;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * Changes as they come. Without a group, so that nothing is left behind, and each subscriber hears
 * all; while a broker is away it waits and goes on where it was.
 */
final class SubscribeRun {
  private static final Duration POLL = Duration.ofMillis(250);

  private final Options options;
  private final Shutdown shutdown;

  SubscribeRun(Options options, Shutdown shutdown) {
    this.options = options;
    this.shutdown = shutdown;
  }

  /**
   * From now on, or from the history's beginning where a time is given; until the run is asked to
   * end.
   *
   * @throws Failure where no broker answers at the start, or the selection names what is not known
   */
  void run(Requests.Selection selection, Watch watch) {
    var chosen = new Chosen(selection, Wiring.reference(options));
    chosen.notes().forEach(watch::say);
    var client = TopicReader.consumer(Wiring.client(options, Wiring.bootstrap(options)));
    // a broker that comes back is to be found within a second
    client.putIfAbsent("reconnect.backoff.max.ms", 1_000);
    var alerts = Wiring.topics(options).alerts();
    try (var consumer =
        new KafkaConsumer<>(client, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
      assign(consumer, client, selection.since() != null);
      while (!shutdown.isRequested()) {
        for (var record : consumer.poll(POLL)) {
          var change = LevelsRead.value(alerts, record);
          if (change == null) {
            watch.say("passed over what is no change, at " + where(record));
          } else if (chosen.change(change)) {
            watch.change(change);
          }
        }
      }
    } catch (InterruptException e) {
      // asked to end; the flag must not disturb what is closed next
      Thread.interrupted();
    }
  }

  private void assign(
      KafkaConsumer<byte[], byte[]> consumer, Map<String, Object> client, boolean history) {
    try {
      var partitions = TopicReader.partitions(consumer, Wiring.topics(options).alerts());
      consumer.assign(partitions);
      if (history) {
        consumer.seekToBeginning(partitions);
      } else {
        consumer.seekToEnd(partitions);
        // where the end is must be settled now, not at the first poll after a change
        partitions.forEach(consumer::position);
      }
    } catch (InterruptException e) {
      throw e;
    } catch (KafkaException e) {
      throw TopicReader.unreachable(client, e);
    }
  }

  private static String where(ConsumerRecord<?, ?> record) {
    return "%s-%d@%d".formatted(record.topic(), record.partition(), record.offset());
  }
}
