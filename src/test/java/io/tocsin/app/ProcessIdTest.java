package io.tocsin.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.Materialized;
import org.apache.kafka.streams.state.KeyValueStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProcessIdTest {
  private static final String APPLICATION = "tocsin-processor";

  @TempDir Path state;

  @Test
  void shouldStayTheSame_whenAskedAgain() {
    var id = ProcessId.of(state, APPLICATION);

    assertThat(ProcessId.of(state, APPLICATION)).isEqualTo(id);
  }

  @Test
  void shouldBeTheIdThatKafkaStreamsTakes_whenItWasMadeBefore() {
    var id = ProcessId.of(state, APPLICATION);

    assertThat(takenByKafkaStreams()).isEqualTo(id);
  }

  @Test
  void shouldTakeTheIdOfKafkaStreams_whenThatMadeOneBefore() {
    var taken = takenByKafkaStreams();

    assertThat(ProcessId.of(state, APPLICATION)).isEqualTo(taken);
  }

  @Test
  void shouldMakeAnother_whenTheFileIsDamaged() throws Exception {
    var id = ProcessId.of(state, APPLICATION);
    try (var files = Files.list(state.resolve(APPLICATION))) {
      for (var file : files.toList()) {
        Files.writeString(file, "{\"proces");
      }
    }

    var made = ProcessId.of(state, APPLICATION);

    assertThat(made).isNotEqualTo(id);
    assertThat(takenByKafkaStreams()).isEqualTo(made);
  }

  @Test
  void shouldSayWhatToDo_whenTheFolderCannotBeWritten() throws Exception {
    var file = Files.writeString(state.resolve("file"), "in the way");

    assertThatThrownBy(() -> ProcessId.of(file, APPLICATION))
        .isInstanceOf(Failure.class)
        .hasMessageContaining("cannot be written");
  }

  @Test
  void shouldBeFoundInTheClientIdOfAMember() {
    var id = ProcessId.of(state, APPLICATION);
    var client = ProcessorClock.clientId(APPLICATION, Options.ClockMode.WALL, id);

    assertThat(ProcessId.in(APPLICATION, client + "-StreamThread-2-consumer")).contains(id);
    assertThat(ProcessId.in(APPLICATION, client + "-StreamThread-2-restore-consumer")).isEmpty();
    assertThat(ProcessId.in("another", client + "-StreamThread-2-consumer")).isEmpty();
    assertThat(ProcessId.in(APPLICATION, "tocsin-processor-wall-4711-StreamThread-1-consumer"))
        .isEmpty();
    assertThat(
            ProcessId.in(
                APPLICATION, "tocsin-processor-wall-node-" + id + "-StreamThread-1-consumer"))
        .isEmpty();
  }

  /** As Kafka Streams tells it in its metrics; nothing needs a broker for that. */
  private String takenByKafkaStreams() {
    var properties = new Properties();
    properties.putAll(
        Map.of(
            "application.id",
            APPLICATION,
            "bootstrap.servers",
            "127.0.0.1:1",
            "state.dir",
            state.toString()));
    var builder = new StreamsBuilder();
    builder.table(
        "in",
        Consumed.with(Serdes.Bytes(), Serdes.ByteArray()),
        Materialized.<Bytes, byte[], KeyValueStore<Bytes, byte[]>>as("table"));
    try (var streams = new KafkaStreams(builder.build(), properties)) {
      return streams.metrics().keySet().stream()
          .map(name -> name.tags().get("process-id"))
          .filter(id -> id != null)
          .findFirst()
          .orElseThrow();
    }
  }
}
