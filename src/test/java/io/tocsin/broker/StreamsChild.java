package io.tocsin.broker;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.Grouped;
import org.apache.kafka.streams.kstream.Materialized;
import org.apache.kafka.streams.kstream.Produced;

/**
 * A broker and an exactly-once stream in one process: {@code FOLDER}. Counts the values of topic
 * {@code in} by key into topic {@code out}; says {@code ready HOST:PORT}.
 */
public final class StreamsChild {
  private StreamsChild() {}

  public static void main(String[] args) throws InterruptedException {
    var folder = Path.of(args[0]);
    var broker = EmbeddedBroker.start(folder, 0);
    try (var admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()))) {
      new TopicSetup(admin, Duration.ofSeconds(30))
          .ensure(
              List.of(
                  new TopicPlan("in", 1, TopicPlan.BROKER_DEFAULT, Map.of()),
                  new TopicPlan("out", 1, TopicPlan.BROKER_DEFAULT, Map.of())));
    }
    var builder = new StreamsBuilder();
    builder.stream("in", Consumed.with(Serdes.String(), Serdes.String()))
        .groupByKey(Grouped.with(Serdes.String(), Serdes.String()))
        .count(Materialized.as("counts"))
        .toStream()
        .mapValues(String::valueOf)
        .to("out", Produced.with(Serdes.String(), Serdes.String()));
    var streams = new KafkaStreams(builder.build(), settings(folder, broker));
    streams.start();
    System.out.println("ready " + broker.bootstrapServers());
    Thread.currentThread().join();
  }

  private static Properties settings(Path folder, EmbeddedBroker broker) {
    var settings = new Properties();
    settings.putAll(
        Map.of(
            "application.id", "counter",
            "bootstrap.servers", broker.bootstrapServers(),
            "state.dir", folder.resolve("state").toString(),
            "processing.guarantee", "exactly_once_v2",
            "commit.interval.ms", "100",
            "statestore.cache.max.bytes", "0",
            "consumer.group.instance.id", "node",
            "consumer.session.timeout.ms", "10000",
            "producer.transaction.timeout.ms", "3000",
            "producer.linger.ms", "0"));
    return settings;
  }
}
