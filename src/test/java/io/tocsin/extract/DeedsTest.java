package io.tocsin.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeedsTest {
  private static List<Kind> kinds(String text) {
    return Scenes.EXTRACTOR.deeds("", text, Context.NONE).stream().map(Deed::kind).toList();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Troops shelled the rebel positions overnight. | VIOLENCE",
        "Rebels violated the ceasefire on Sunday. | VIOLENCE",
        "Guards tortured two prisoners. | VIOLENCE",
        "The junta issued an ultimatum to the rebels. | THREAT",
        "The president said he would expel the envoys. | THREAT",
        "The general threatened to shell the port. | THREAT",
        "The government imposed a curfew. | COERCION",
        "Parliament banned two newspapers. | COERCION",
        "Police used tear gas. | COERCION",
        "After the attacks on Friday, police arrested a man. | COERCION"
      })
  void shouldTellTheActOfTheMainClause(String text, Kind kind) {
    assertThat(kinds(text)).containsExactly(kind);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Ministers condemned the bombing of the market.",
        "The two presidents met after rebels shelled the capital.",
        "The rebels did not shell the capital.",
        "The court freed a man who had been arrested in May.",
        "The envoy called for an end to the shelling.",
        "In the new thriller rebels shell the capital."
      })
  void shouldTellNothing_whenTheActIsOnlySpokenOf(String text) {
    assertThat(kinds(text)).isEmpty();
  }

  @Test
  void shouldNeedNoPlaceAndNoTerror() {
    var text = "The ministry imposed sanctions on three banks.";

    assertThat(Scenes.EXTRACTOR.read("", text, Context.NONE).claims()).isEmpty();
    assertThat(kinds(text)).containsExactly(Kind.COERCION);
  }

  @Test
  void shouldKeepTheWordsThatSaySo() {
    var reading = Scenes.EXTRACTOR.read("Curfew", "Troops shelled the port.", Context.NONE);
    var deeds = Scenes.EXTRACTOR.deeds("Curfew", "Troops shelled the port.", Context.NONE);

    assertThat(deeds)
        .singleElement()
        .satisfies(deed -> assertThat(deed.span().of(reading.text())).contains("shelled"));
  }
}
