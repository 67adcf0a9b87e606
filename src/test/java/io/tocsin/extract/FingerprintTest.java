package io.tocsin.extract;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.assess.Policy;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class FingerprintTest {
  private static final int NEAR = Policy.DEFAULT.stories().nearDuplicateBits();

  private static String words(long seed, int count) {
    return new Random(seed)
        .ints(count, 0, 5_000)
        .mapToObj(i -> "word" + i)
        .collect(Collectors.joining(" "));
  }

  private static int bits(long differing) {
    return Long.bitCount(differing);
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
  void shouldBeTheSame_whenABodyOfSomeLengthHasAnotherHeadlineAndAByline() {
    var body = words(1, 200) + ".";

    assertThat(Fingerprint.of("Three held", "By Dana Model\nUpdated 14:05 GMT\n\n" + body))
        .isEqualTo(Fingerprint.of("Suspects detained after raid", body));
  }

  @Test
  void shouldMostlyBeNear_whenATextIsCutAndHasAFooter() {
    long near = 0;
    for (int seed = 0; seed < 100; seed++) {
      var text = words(seed, 400);
      var cut = words(seed, 260) + "\nRead more. " + words(7_777, 60);
      near += bits(Fingerprint.of("A", text) ^ Fingerprint.of("B", cut)) <= NEAR ? 1 : 0;
    }
    assertThat(near).isGreaterThan(90);
  }

  @Test
  void shouldBeFar_whenHeadlinesStandAboveOneShortBody() {
    var body = "Read the full story on our site and sign up to our newsletter for more every day";

    assertThat(
            bits(
                Fingerprint.of("Bomb found near the station in Paris this morning", body)
                    ^ Fingerprint.of("Prime minister visits flooded villages in the north", body)))
        .isGreaterThan(NEAR);
  }

  @Test
  void shouldTellTextsWithoutWordsApart() {
    assertThat(Fingerprint.of("!!!", null)).isNotEqualTo(Fingerprint.of("???", null));
  }
}
