package io.tocsin.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MeasuresTest {
  @Test
  void shouldWeighRightAgainstWrongAndMissed_whenCounted() {
    var counts = new Counts(6, 2, 4);

    assertThat(counts.precision()).isEqualTo(0.75);
    assertThat(counts.recall()).isEqualTo(0.6);
    assertThat(counts.f1()).isCloseTo(2 / 3.0, within(1e-9));
  }

  @Test
  void shouldBeNought_whenThereIsNothing() {
    assertThat(Counts.NONE.f1()).isZero();
    assertThat(new Distances(DoubleStream.empty()).accuracy()).isZero();
    assertThat(new Distances(DoubleStream.empty()).auc()).isZero();
    assertThat(new Distances(DoubleStream.empty()).median()).isZero();
  }

  @Test
  void shouldMeasureAlongTheGreatCircle_whenPlacesAreApart() {
    assertThat(Distances.between(51.507, -0.128, 48.857, 2.352)).isCloseTo(343.5, within(1.0));
    assertThat(Distances.between(0, 179.5, 0, -179.5)).isCloseTo(111.2, within(0.1));
    assertThat(Distances.between(10, 20, 10, 20)).isZero();
  }

  @Test
  void shouldCountWithinAHundredMiles_whenErrorsAreGiven() {
    var distances = new Distances(DoubleStream.of(400, 0, 161, 10));

    assertThat(distances.accuracy()).isEqualTo(0.75);
    assertThat(distances.mean()).isEqualTo(142.75);
    assertThat(distances.median()).isEqualTo(85.5);
  }

  @Test
  void shouldRunFromNoughtToOne_whenErrorsGrow() {
    assertThat(new Distances(DoubleStream.of(0, 0, 0)).auc()).isZero();
    assertThat(new Distances(DoubleStream.of(20_039, 20_039)).auc()).isCloseTo(1, within(1e-9));
    assertThat(new Distances(DoubleStream.of(0, 20_039)).auc()).isCloseTo(0.5, within(1e-9));
  }

  @Test
  void shouldPutEachDocumentInOneHalf_whenHalved() {
    long tune = IntStream.range(0, 1_000).filter(i -> Half.TUNE.has("doc-" + i)).count();
    long report = IntStream.range(0, 1_000).filter(i -> Half.REPORT.has("doc-" + i)).count();

    assertThat(tune + report).isEqualTo(1_000);
    assertThat(tune).isBetween(400L, 600L);
    assertThat(Half.ALL.has("doc-1")).isTrue();
  }

  @Test
  void shouldKeepItsHalf_whenAskedAgainInAnotherYear() {
    assertThat(Half.TUNE.has("doc-1")).isEqualTo(!Half.REPORT.has("doc-1"));
    assertThat(Half.REPORT.has("40450848")).isTrue();
  }
}
