package io.tocsin.topology;

import io.tocsin.wire.Topics;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyConfig;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Produced;
import org.apache.kafka.streams.kstream.Repartitioned;

/**
 * The way of a record: read, handed to the partitions whose subjects it concerns, assessed, told.
 *
 * <pre>
 * news ───────┐
 * statements ─┤                                     ┌─▶ alerts
 * controls ───┼─▶ read ═▶ evidence ═▶ assess ──┬────┼─▶ levels
 * policies ───┘     │                     │    └▶ overall ═▶
 *                   └────────▶ dead-letters ◀──┘
 * </pre>
 */
public final class AlertTopology {
  private final Settings settings;
  private final Topics topics;
  private final Convoy convoy = new Convoy();
  private final Crew crew = new Crew();
  private final Effort effort = new Effort(System::nanoTime);
  private final NewsReader reader;

  private AlertTopology(Settings settings) {
    this.settings = settings;
    this.topics = settings.topics();
    this.reader = new NewsReader(settings.reference(), settings.tally()::extracted);
  }

  /**
   * @param properties what the topology is going to be run with
   */
  public static Topology build(Settings settings, Properties properties) {
    var builder = new StreamsBuilder(new TopologyConfig(new StreamsConfig(properties)));
    new AlertTopology(settings).lay(builder);
    return builder.build(properties);
  }

  private void lay(StreamsBuilder builder) {
    var read =
        builder.stream(
                List.of(
                    topics.news().name(),
                    topics.statements().name(),
                    topics.controls().name(),
                    topics.policies().name()),
                Consumed.with(Serdes.ByteArray(), Serdes.ByteArray()).withName("from-publishers"))
            .process(
                Step.of(
                    () -> new ReadStep(settings, convoy, effort, reader),
                    settings,
                    crew,
                    Stores.SEQUENCE,
                    Stores.READ_CLOCK,
                    Stores.READ_COMMIT),
                Named.as("read"));
    read.to(topics.deadLetters().name(), bytes().withName(ReadStep.DEAD_LETTERS));
    var assessed =
        read.repartition(evidence())
            .process(
                Step.of(
                    () -> new AssessStep(settings, effort),
                    settings,
                    crew,
                    Stores.STANDINGS,
                    Stores.REPORTS,
                    Stores.SHELF,
                    Stores.STATEMENTS,
                    Stores.INSTRUCTIONS,
                    Stores.OFFICE,
                    Stores.ASSESS_COMMIT),
                Named.as("assess"));
    assessed.to(topics.deadLetters().name(), bytes().withName(AssessStep.DEAD_LETTERS));
    tell(assessed, AssessStep.TOLD);
    tell(overall(assessed), OverallStep.TOLD);
  }

  private KStream<byte[], byte[]> overall(KStream<byte[], byte[]> assessed) {
    return assessed
        .repartition(regions())
        .process(
            Step.of(
                () -> new OverallStep(settings, effort),
                settings,
                crew,
                Stores.MEMBERS,
                Stores.OVERALLS,
                Stores.OVERALL_COMMIT),
            Named.as("overall"));
  }

  /**
   * Subjects and regions overall are told by tasks of their own, so that neither waits for the
   * other.
   */
  private void tell(KStream<byte[], byte[]> told, Teller.Sinks sinks) {
    told.to(topics.levels().name(), bytes().withName(sinks.levels()));
    told.to(topics.alerts().name(), bytes().withName(sinks.alerts()));
  }

  /** Bundles say themselves which partition they are for. */
  private Repartitioned<byte[], byte[]> evidence() {
    return Repartitioned.with(Serdes.ByteArray(), Serdes.ByteArray())
        .withName(ReadStep.EVIDENCE)
        .withNumberOfPartitions(settings.partitions())
        .withStreamPartitioner(
            (topic, key, bundle, count) -> Optional.of(Set.of(ByteBuffer.wrap(key).getInt())));
  }

  /** By region. */
  private Repartitioned<byte[], byte[]> regions() {
    return Repartitioned.with(Serdes.ByteArray(), Serdes.ByteArray())
        .withName(AssessStep.REGIONS)
        .withNumberOfPartitions(settings.partitions());
  }

  /** The node by which a step's records get into a repartition topic. */
  static String into(String repartitioned) {
    return repartitioned + "-repartition-filter";
  }

  private static Produced<byte[], byte[]> bytes() {
    return Produced.with(Serdes.ByteArray(), Serdes.ByteArray());
  }
}
