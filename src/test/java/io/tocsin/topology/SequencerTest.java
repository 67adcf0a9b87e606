package io.tocsin.topology;

import static io.tocsin.topology.Records.news;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.model.AlertLevelChange;
import io.tocsin.model.Category;
import io.tocsin.model.Level;
import io.tocsin.model.Subject;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The records of a replay are read in the order in which they were published, however Kafka hands
 * them over.
 */
class SequencerTest {
  private static final Instant T = Bench.NOW;

  @TempDir Path folder;

  @Test
  void shouldReadInTheOrderOfTheReplay_whenTopicsAreReadInAnother() {
    try (var bench = Bench.open(folder)) {
      bench.publish(news("n2", "gazette-a", T.plusSeconds(2), Category.ATTACK, "GB-BIR"), at(2));
      bench.publish(
          Records.declare("s1", "gb-centre", T.plusSeconds(1), Level.SEVERE, "GB"), at(1));
      assertThat(bench.alerts()).isEmpty();

      bench.publish(news("n0", "wire-a", T, Category.ATTACK, "GB-BIR"), at(0));

      assertThat(triggers(bench.alerts())).containsExactly("n0", "s1");
    }
  }

  @Test
  void shouldPassOn_whenANumberedRecordComesAgain() {
    try (var bench = Bench.open(folder)) {
      var report = news("n0", "wire-a", T, Category.ATTACK, "GB-BIR");
      bench.publish(report, at(0));
      bench.publish(report, at(0));

      assertThat(bench.counted(Tally.Entry.DUPLICATE)).isEqualTo(1);
    }
  }

  @Test
  void shouldGoOnWithoutIt_whenTheBeginningOfAReplayNeverComes() {
    try (var bench = Bench.open(folder)) {
      bench.publish(news("n8", "gazette-a", T.plusSeconds(8), Category.ATTACK, "GB-BIR"), at(8));
      bench.publish(news("n7", "wire-a", T.plusSeconds(7), Category.ATTACK, "GB-BIR"), at(7));
      bench.wallClock(Duration.ofSeconds(30));
      assertThat(bench.alerts()).isEmpty();

      bench.wallClock(Duration.ofSeconds(30));

      assertThat(triggers(bench.alerts())).containsExactly("n7", "n8");
    }
  }

  @Test
  void shouldReadAtOnce_whenARecordHasNoUsableNumber() {
    try (var bench = Bench.open(folder)) {
      var headers = new RecordHeaders().add(Sequencer.HEADER, "nonsense".getBytes(UTF_8));

      bench.publish(news("n1", "wire-a", T, Category.ATTACK, "GB-BIR"), headers);

      assertThat(bench.alerts()).isNotEmpty();
    }
  }

  private static Headers at(long number) {
    return new RecordHeaders().add(Sequencer.HEADER, ("test/" + number).getBytes(UTF_8));
  }

  private static List<String> triggers(List<AlertLevelChange> changes) {
    return changes.stream()
        .filter(change -> change.subject().equals(new Subject("isil", "GB-BIR")))
        .map(AlertLevelChange::trigger)
        .toList();
  }
}
