package io.tocsin.topology;

import io.tocsin.assess.Outcome;
import io.tocsin.model.Subject;
import io.tocsin.wire.Topic;
import io.tocsin.wire.Topics;
import io.tocsin.wire.packed.Move;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyConfig;
import org.apache.kafka.streams.kstream.Branched;
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
  private final Effort effort = new Effort(System::nanoTime);
  private final NewsReader reader;

  private AlertTopology(Settings settings) {
    this.settings = settings;
    this.topics = settings.topics();
    this.reader = new NewsReader(settings.reference());
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
                    Stores.SEQUENCE,
                    Stores.READ_CLOCK,
                    Stores.READ_COMMIT),
                Named.as("read"));
    var assessed =
        accepted(read, "read")
            .repartition(evidence())
            .process(
                Step.of(
                    () -> new AssessStep(settings, effort),
                    settings,
                    Stores.STANDINGS,
                    Stores.REPORTS,
                    Stores.SHELF,
                    Stores.STATEMENTS,
                    Stores.INSTRUCTIONS,
                    Stores.OFFICE,
                    Stores.ASSESS_COMMIT),
                Named.as("assess"));
    var told = accepted(assessed, "assess");
    tell(told.mapValues(Told::outcome, Named.as("outcomes")), "subjects");
    tell(overall(told), "regions");
  }

  /** What a step accepted; what it refused goes to the dead letters. */
  private <K, T> KStream<K, T> accepted(KStream<K, Result<T>> results, String step) {
    var branches =
        results
            .split(Named.as(step + "-"))
            .branch((key, result) -> result.isRefused(), Branched.as("refused"))
            .defaultBranch(Branched.as("accepted"));
    branches
        .get(step + "-refused")
        .process(RefuseStep<K, T>::new, Named.as(step + "-dead-letters"))
        .to(topics.deadLetters().name(), produced(topics.deadLetters(), step + "-to-dead-letters"));
    return branches.get(step + "-accepted").mapValues(Result::value, Named.as(step + "-values"));
  }

  private KStream<Subject, Outcome> overall(KStream<Subject, Told> told) {
    var codec = settings.codecs().changes();
    return told.flatMap(
            (subject, saying) ->
                saying.moves(codec).stream()
                    .map(move -> KeyValue.pair(move.region(), move))
                    .toList(),
            Named.as("by-region"))
        .repartition(
            Repartitioned.<String, Move>as("regions")
                .withKeySerde(Serdes.String())
                .withValueSerde(Move.PACKING.serde())
                .withNumberOfPartitions(settings.partitions()))
        .process(
            Step.of(
                () -> new OverallStep(codec, effort),
                settings,
                Stores.MEMBERS,
                Stores.OVERALLS,
                Stores.OVERALL_COMMIT),
            Named.as("overall"));
  }

  /**
   * Subjects and regions overall are told by tasks of their own, so that neither waits for the
   * other.
   */
  private void tell(KStream<Subject, Outcome> outcomes, String of) {
    outcomes
        .process(() -> new TellStep(settings), Named.as("tell-levels-of-" + of))
        .to(topics.levels().name(), produced(topics.levels(), "to-levels-of-" + of));
    outcomes
        .filter((subject, outcome) -> outcome.isAlert(), Named.as("alerts-of-" + of))
        .peek((subject, outcome) -> count(outcome), Named.as("count-alerts-of-" + of))
        .process(() -> new TellStep(settings), Named.as("tell-alerts-of-" + of))
        .to(topics.alerts().name(), produced(topics.alerts(), "to-alerts-of-" + of));
  }

  private void count(Outcome alert) {
    settings.tally().count(Tally.Entry.ALERT, alert.change().cause().name());
  }

  /** Bundles say themselves which partition they are for. */
  private Repartitioned<Integer, byte[]> evidence() {
    return Repartitioned.<Integer, byte[]>as("evidence")
        .withKeySerde(Serdes.Integer())
        .withValueSerde(Serdes.ByteArray())
        .withNumberOfPartitions(settings.partitions())
        .withStreamPartitioner((topic, partition, bundle, count) -> Optional.of(Set.of(partition)));
  }

  private static <K, V> Produced<K, V> produced(Topic<K, V> topic, String name) {
    return Produced.with(topic.keys(), topic.values()).withName(name);
  }
}
