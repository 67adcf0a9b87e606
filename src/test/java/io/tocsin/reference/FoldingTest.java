package io.tocsin.reference;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FoldingTest {
  @ParameterizedTest
  @CsvSource({
    "Île-de-France,ile de france",
    "  Molenbeek—Saint  Jean ,molenbeek saint jean",
    "Åland,aland",
    "U.K.,u k",
    "ＩＳＩＳ,isis",
    "داعِش,داعش",
    "Ελλάδα,ελλαδα"
  })
  void shouldFoldWhatPeopleWriteDifferently(String name, String folded) {
    assertThat(Folding.fold(name)).isEqualTo(folded);
    assertThat(Folding.fold(folded)).isEqualTo(folded);
  }

  @Test
  void shouldKeepVowelSigns_whenWordsDifferByThem() {
    assertThat(Folding.fold("गिनी")).isNotEqualTo(Folding.fold("गाना"));
    assertThat(Folding.fold("…!?")).isEmpty();
  }
}
