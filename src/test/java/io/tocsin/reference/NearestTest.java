package io.tocsin.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearestTest {
  @ParameterizedTest
  @CsvSource({"prot, 1", "port, 0", "ports, 1", "por, 1", "'', 4", "clock, 4"})
  void shouldCountEdits_whenComparedToPort(String written, int edits) {
    assertThat(Nearest.distance(written, "port")).isEqualTo(edits);
  }

  @Test
  void shouldSuggestNothing_whenNothingIsNear() {
    assertThat(Nearest.to("colour", List.of("port", "clock"))).isEmpty();
    assertThat(Nearest.to("colour", List.of())).isEmpty();
  }
}
