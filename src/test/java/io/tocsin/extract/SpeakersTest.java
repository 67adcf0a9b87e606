package io.tocsin.extract;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.model.Category;
import org.junit.jupiter.api.Test;

class SpeakersTest {
  @Test
  void shouldDenyOnce_whenWhoeverDeniedSpeaksOn() {
    var body =
        "The head of the Metropolitan Police has denied a report that an attack on London was"
            + " imminent. \"There is no specific intelligence,\" she told the BBC. She said that"
            + " terrorists had bombed a market in Kabul.";

    var claims = Scenes.EXTRACTOR.read("", body, Context.NONE).claims();

    assertThat(claims)
        .extracting(ReadClaim::category)
        .contains(Category.DENIAL, Category.ATTACK)
        .doesNotContain(Category.WARNING);
    assertThat(claims)
        .filteredOn(c -> c.category() == Category.ATTACK)
        .extracting(ReadClaim::attribution)
        .containsOnly(Attribution.OFFICIAL);
  }
}
