package io.tocsin.extract;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.model.Category;
import org.junit.jupiter.api.Test;

class CarriedDenialTest {
  @Test
  void shouldReadOn_whenWhoDeniedGoesOnSpeaking() {
    var reading =
        Scenes.EXTRACTOR.read(
            "Police denied that a bomb had gone off in Birmingham.",
            "He said that two men had been arrested in Leeds.",
            Context.NONE);

    assertThat(reading.claims()).extracting(ReadClaim::category).contains(Category.DENIAL);
    assertThat(reading.claims()).extracting(ReadClaim::category).contains(Category.ARREST);
  }
}
