package io.tocsin.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class OfficialHistoryTest {
  @Test
  void shouldMoveEachSubjectAsTheRecordDoes_overTwentyYears() throws IOException {
    var played = Playing.scenario("official-history.ndjson").toTheEnd();

    var moves =
        played.changes.stream()
            .filter(change -> !change.subject().isOverall())
            .map(c -> new Move(c.subject().toString(), c.effectiveAt() + "," + c.level()));
    assertThat(bySubject(moves)).isEqualTo(bySubject(expected()));
  }

  @Test
  void shouldKeepTheOverallLevelAtTheGreatest_whenPlayedToTheEnd() throws IOException {
    var played = Playing.scenario("official-history.ndjson").toTheEnd();

    assertThat(played.backtest.standings())
        .filteredOn(standing -> standing.subject().isOverall())
        .isNotEmpty()
        .allSatisfy(
            overall ->
                assertThat(
                        played.backtest.standings().stream()
                            .filter(s -> s.region().equals(overall.region()))
                            .filter(s -> !s.subject().isOverall())
                            .map(Backtest.Standing::level)
                            .max(Enum::compareTo))
                    .hasValue(overall.level()));
  }

  private record Move(String subject, String move) {}

  private static Map<String, List<String>> bySubject(Stream<Move> moves) {
    return moves.collect(
        Collectors.groupingBy(
            Move::subject, TreeMap::new, Collectors.mapping(Move::move, Collectors.toList())));
  }

  private static Stream<Move> expected() throws IOException {
    try (InputStream in =
        OfficialHistoryTest.class.getResourceAsStream("/scenarios/official-history-expected.csv")) {
      var rows = new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().skip(1).toList();
      return rows.stream().map(row -> row.split(",", 2)).map(cells -> new Move(cells[0], cells[1]));
    }
  }
}
