package io.tocsin.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.client.TopicReader;
import io.tocsin.model.Level;
import io.tocsin.model.Subject;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The story that the project began with, the news of Paris and Birmingham, from topic to topic:
 * whatever Kafka it runs on, what comes out is what the core computes alone.
 */
abstract class FoundingStory {
  private static final Subject BIRMINGHAM = new Subject("isil", "GB-BIR");

  /** When the third report of a plot in Birmingham came. */
  private static final Instant END = Instant.parse("2015-12-04T23:30:00Z");

  @TempDir Path folder;

  /** The Kafka that it runs on. */
  abstract String bootstrapServers();

  /** More of the configuration, key and value by turns. */
  abstract String[] settings();

  /** Whether a value is written as it is configured. */
  abstract boolean isWrittenAsConfigured(byte[] value);

  @Test
  void shouldTellWhatTheCoreTells_ofParisAndBirmingham() throws Exception {
    var alone = Playing.scenario("demo.ndjson").until(END.toString());
    var live = new LiveRun(bootstrapServers(), folder, "story", settings());
    var records =
        alone.records().stream().filter(record -> !record.arrivalTime().isAfter(END)).toList();

    var replayed = live.replay(records);

    assertThat(replayed.tally().accepted()).isEqualTo(records.size());
    assertThat(LiveRun.path(live.alerts())).isNotEmpty().isEqualTo(LiveRun.path(alone.changes));
    assertThat(live.levels().get(BIRMINGHAM))
        .satisfies(
            state -> {
              assertThat(state.reported()).isEqualTo(Level.MODERATE);
              assertThat(state.declared()).isEqualTo(Level.SEVERE);
            });
    assertThat(values(live)).isNotEmpty().allMatch(this::isWrittenAsConfigured);
  }

  private static List<byte[]> values(LiveRun live) {
    var client = Wiring.client(live.options, live.options.kafka().bootstrapServers());
    var values = new ArrayList<byte[]>();
    new TopicReader(client)
        .forEach(Wiring.topics(live.options).alerts(), record -> values.add(record.value()));
    return values;
  }
}
