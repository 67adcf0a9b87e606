package io.tocsin.bench.contender;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.message.BinaryMessageDecoder;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Produced;
import org.apache.kafka.streams.kstream.Repartitioned;
import org.apache.kafka.streams.state.Stores;

/**
 * The work as most would write it first: a plain Kafka Streams job with Avro records, text for
 * keys, one store, and a fold of a few lines. It keeps a decayed score and the last declaration of
 * each entity and region, and tells when the level moves; of what Tocsin answers it gives little.
 */
final class Naive {
  static final String STORE = "scores";
  private static final Duration COMMIT = Duration.ofSeconds(1);

  private final Rig rig;

  Naive(Rig rig) {
    this.rig = rig;
  }

  KafkaStreams start() {
    var streams = new KafkaStreams(topology(), properties());
    streams.start();
    return streams;
  }

  Topology topology() {
    var builder = new StreamsBuilder();
    var memory = rig.storage() == Storage.MEMORY;
    builder.addStateStore(
        Stores.keyValueStoreBuilder(
            memory ? Stores.inMemoryKeyValueStore(STORE) : Stores.persistentKeyValueStore(STORE),
            Serdes.String(),
            Serdes.ByteArray()));
    var news = claims(builder, rig.news(), "NewsEvent", false);
    var statements = claims(builder, rig.statements(), "OfficialStatement", true);
    news.merge(statements)
        .repartition(
            Repartitioned.with(Serdes.String(), Serdes.ByteArray())
                .withName("claims")
                .withNumberOfPartitions(rig.partitions()))
        .process(Fold::new, STORE)
        .to(rig.changes(), Produced.with(Serdes.String(), Serdes.String()));
    return builder.build();
  }

  private static KStream<String, byte[]> claims(
      StreamsBuilder builder, String topic, String record, boolean official) {
    var decoder = new BinaryMessageDecoder<GenericRecord>(GenericData.get(), schema(record));
    return builder.stream(topic, Consumed.with(Serdes.String(), Serdes.ByteArray()))
        .flatMap((key, value) -> claims(decoded(decoder, value), official));
  }

  private static GenericRecord decoded(BinaryMessageDecoder<GenericRecord> decoder, byte[] value) {
    try {
      return decoder.decode(value);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<KeyValue<String, byte[]>> claims(GenericRecord record, boolean official) {
    var kind = record.get(official ? "level" : "category");
    long time = (Long) record.get(official ? "issuedAt" : "publishedAt");
    int ordinal = kind == null ? -1 : schemaOf(kind).getEnumOrdinal(kind.toString());
    var value =
        ByteBuffer.allocate(Long.BYTES + Integer.BYTES + 1)
            .putLong(time)
            .putInt(ordinal)
            .put((byte) (official ? 1 : 0))
            .array();
    var claims = new ArrayList<KeyValue<String, byte[]>>();
    for (var entity : (List<?>) record.get("entities")) {
      for (var region : (List<?>) record.get("regions")) {
        claims.add(KeyValue.pair(entity + "|" + region, value));
      }
    }
    return claims;
  }

  private static Schema schemaOf(Object symbol) {
    return ((GenericData.EnumSymbol) symbol).getSchema();
  }

  private static Schema schema(String record) {
    try (var in = Naive.class.getResourceAsStream("/schemas/" + record + ".avsc")) {
      return new Schema.Parser().parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Properties properties() {
    var properties = new Properties();
    properties.put("application.id", rig.application());
    properties.put("bootstrap.servers", rig.bootstrap());
    properties.put("state.dir", rig.folder());
    properties.put("num.stream.threads", rig.threads());
    properties.put(
        "processing.guarantee",
        rig.guarantee() == Guarantee.EXACTLY_ONCE ? "exactly_once_v2" : "at_least_once");
    properties.put("commit.interval.ms", COMMIT.toMillis());
    properties.put("replication.factor", 1);
    properties.put("consumer.auto.offset.reset", "earliest");
    properties.put("consumer.session.timeout.ms", 6_000);
    properties.put("consumer.heartbeat.interval.ms", 1_500);
    return properties;
  }
}
