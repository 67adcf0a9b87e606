package io.tocsin.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class FingerprintTest {
  private static final int NEAR = 6;

  private static String words(long seed, int count) {
    return new Random(seed)
        .ints(count, 0, 5_000)
        .mapToObj(i -> "word" + i)
        .collect(Collectors.joining(" "));
  }

  private static int distance(String one, String other) {
    return Long.bitCount(Fingerprint.of(one, null) ^ Fingerprint.of(other, null));
  }

  @Test
  void shouldBeTheSame_whenOnlyCaseSpacesAndSignsDiffer() {
    assertThat(distance("A bomb, found - near Paris", "a BOMB found\n near  Paris!")).isZero();
  }

  @Test
  void shouldMostlyBeNear_whenOneWordOfALongTextIsLeftOut() {
    long near = 0;
    for (int seed = 0; seed < 100; seed++) {
      var text = words(seed, 400);
      near += distance(text, text.substring(text.indexOf(' ') + 1)) <= NEAR ? 1 : 0;
    }
    assertThat(near).isGreaterThan(90);
  }

  @Test
  void shouldBeFar_whenTextsAreUnrelated() {
    for (int seed = 0; seed < 100; seed++) {
      assertThat(distance(words(seed, 200), words(seed + 1_000, 200))).isGreaterThan(NEAR);
    }
  }

  @Test
  void shouldBeFar_whenShortTextsDifferInAWord() {
    assertThat(distance("bomb found near Paris", "bomb found near Lyon")).isGreaterThan(NEAR);
  }

  @Test
  void shouldTellTextsWithoutWordsApart() {
    assertThat(Fingerprint.of("!!!", null)).isNotEqualTo(Fingerprint.of("???", null));
  }
}
