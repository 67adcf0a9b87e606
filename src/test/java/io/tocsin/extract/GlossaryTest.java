package io.tocsin.extract;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class GlossaryTest {
  @Test
  void shouldFindWords_whenCaseAndMarksDiffer() {
    var text = Text.of("Près de là");

    assertThat(Glossary.of("pres", "la").has(text, 0)).isTrue();
    assertThat(Glossary.of("pres", "la").has(text, 1)).isFalse();
    assertThat(Glossary.of("pres", "la").has(text, 2)).isTrue();
  }

  @Test
  void shouldJoinBits_whenWordIsAddedTwice() {
    var glossary = new Glossary.Builder();
    glossary.add("Mayor", 1);
    glossary.add("mayor", 4);
    for (int i = 0; i < 500; i++) {
      glossary.add("w" + i, 2);
    }

    assertThat(glossary.build().of(Text.of("the MAYOR of w499"), 1)).isEqualTo(5);
    assertThat(glossary.build().of(Text.of("the MAYOR of w499"), 3)).isEqualTo(2);
  }

  @Test
  void shouldHaveNone_whenEntryIsNoSingleWord() {
    var glossary = Glossary.of("prime minister", "...");

    assertThat(glossary.has(Text.of("prime minister"), 0)).isFalse();
  }
}
