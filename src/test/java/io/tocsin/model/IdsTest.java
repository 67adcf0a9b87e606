package io.tocsin.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class IdsTest {
  @Property(tries = 5_000)
  void shouldTakeWhatTheRulesTake(@ForAll("texts") String text) {
    boolean byRules =
        !text.isBlank()
            && text.length() <= 256
            && text.chars().noneMatch(c -> c == '|' || Character.isISOControl(c))
            && text.codePoints().noneMatch(c -> Character.getType(c) == Character.SURROGATE);

    assertThat(Ids.isId(text)).isEqualTo(byRules);
  }

  @Test
  void shouldTakeNoNull() {
    assertThat(Ids.isId(null)).isFalse();
  }

  @Test
  void shouldSayEveryReason_whenAnIdBreaksSeveralRules() {
    String id = "|".repeat(257);

    assertThatThrownBy(() -> new Subject(id, " "))
        .hasMessageContaining("entity must have at most 256 characters")
        .hasMessageContaining("entity must not contain | or control characters")
        .hasMessageContaining("region must not be blank");
  }

  @Provide
  Arbitrary<String> texts() {
    var spaces = Arbitraries.strings().withChars(" \u2003\u00a0\u2028").ofMaxLength(4);
    var signs =
        Arbitraries.strings()
            .withChars("ab| \u0000\u001f\u007f\u0080\u009f\u00a0é日\ud83d\ude00")
            .ofMaxLength(5);
    var longOnes = Arbitraries.integers().between(254, 258).map("x"::repeat);
    return Arbitraries.oneOf(spaces, signs, longOnes, Arbitraries.strings());
  }
}
