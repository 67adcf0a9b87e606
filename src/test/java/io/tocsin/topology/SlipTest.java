package io.tocsin.topology;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.assess.Ceiling;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SlipTest {
  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 7, 100})
  void shouldKeepAllPlaces_inTheOrderInWhichTheyWereNoted(int count) {
    var slip = new Slip();
    long[] places = LongStream.range(0, count).map(i -> 1_000 - i).toArray();

    LongStream.of(places).forEach(slip::note);

    assertThat(slip.places()).containsExactly(places);
  }

  @Test
  void shouldKeepNoPlace_butItsCeiling_whenItIsCleared() {
    var slip = new Slip();
    LongStream.of(5, 6, 7).forEach(slip::note);
    slip.ceiling(new Ceiling(2.5, 20, 10));

    slip.clear();
    slip.note(8);

    assertThat(slip.places()).containsExactly(8);
    assertThat(slip.ceiling()).isEqualTo(new Ceiling(2.5, 20, 10));
  }

  @Test
  void shouldKnowNoCeiling_untilItIsTold_andNoneWhenThatIsTakenBack() {
    var slip = new Slip();
    assertThat(slip.ceiling()).isNull();

    slip.ceiling(new Ceiling(0, 0, 0));
    assertThat(slip.ceiling()).isEqualTo(new Ceiling(0, 0, 0));

    slip.ceiling(null);
    assertThat(slip.ceiling()).isNull();
  }
}
