package io.tocsin.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tocsin.model.InvalidRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PositionsTest {
  @Test
  void shouldComeBackFromTheirText() {
    var positions = Positions.NONE.at(3, 120).at(0, 7).at(3, 121);

    assertThat(positions).hasToString("0:7,3:121");
    assertThat(Positions.parse("0:7,3:121")).isEqualTo(positions);
    assertThat(Positions.parse("")).isEqualTo(Positions.NONE);
  }

  @Test
  void shouldStayAsTheyAre_whenOthersAreMadeOfThem() {
    var before = Positions.NONE.at(0, 7);

    before.at(0, 8);

    assertThat(before).hasToString("0:7");
  }

  @ParameterizedTest
  @ValueSource(strings = {"7", "0:", ":7", "0:7,", "0:-1", "0:7,0:8", "a:7", "0:7 ,1:1", "0:1e9"})
  void shouldBeRefused_whenTheTextIsNone(String text) {
    assertThatThrownBy(() -> Positions.parse(text))
        .isInstanceOf(InvalidRecord.class)
        .hasMessageContaining("must be partition:offset");
  }
}
