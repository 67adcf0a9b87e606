package io.tocsin.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** The fast fingerprint has the bits of the plain one, for these are kept in stores for years. */
class FingerprintAgreementTest {
  private static final long[] GOLDEN = {
    0xe5febd9054128355L,
    0x45acacfbdabae76aL,
    0x458cacd75ab2ed3aL,
    0x4108acd3dabae536L,
    0x418cacd35abae12aL,
    0xba975fc5af31f758L,
    0x458cacd35ab2e52aL,
  };
  private static final String[] SIGNS = {
    " ", " ", " ", " ", ", ", ". ", "\n", " – ", "’", "… ", "\u00a0", "-", "_", "' "
  };
  private static final String[] LETTERS = {
    "a", "e", "T", "s", "n", "O", "r", "7", "é", "Ü", "ß", "ﬁ", "Ж", "ج", "ά", "Σ", "ς", "İ", "ı",
    "e\u0301", "\u0301", "\u00ad", "\u200d", "Ⅳ", "½", "²", "ｅ", "ｶﾞ", "日", "क्ष", "가", "ᄀ", "ᅡ",
    "𝔄", "😀", "\ud83d", "\ude00", "ŉ", "Ǆ", "ͅ", "º", "№", "ﷺ", "\u0000", "|"
  };

  @Property(tries = 5_000)
  void shouldHaveTheSameBits_whenTextsAreOfAllScripts(
      @ForAll("texts") String headline, @ForAll("texts") String body, @ForAll boolean alone) {
    String under = alone ? null : body;

    assertThat(Fingerprint.of(headline, under)).isEqualTo(FingerprintByWords.of(headline, under));
  }

  @Property(tries = 2_000)
  void shouldHaveTheSameBits_whenTextsAreArbitrary(@ForAll String headline, @ForAll String body) {
    assertThat(Fingerprint.of(headline, body)).isEqualTo(FingerprintByWords.of(headline, body));
  }

  @Property(tries = 2_000)
  void shouldHaveTheSameBits_whenAsciiIsReadWhereItLies(
      @ForAll("ascii") String headline, @ForAll("ascii") String body, @ForAll boolean alone) {
    byte[] bytes = ("#" + headline + "#" + body + "#").getBytes(StandardCharsets.US_ASCII);

    long print =
        Fingerprint.ofAscii(
            bytes, 1, headline.length(), headline.length() + 2, alone ? -1 : body.length());

    assertThat(print).isEqualTo(FingerprintByWords.of(headline, alone ? null : body));
  }

  @Test
  void shouldHaveTheSameBits_whenEachCharacterStandsAloneAndWithinAWord() {
    for (char c = 0; c < Character.MAX_VALUE; c++) {
      String alone = String.valueOf(c);
      String within = "a" + c + "b " + c;
      assertThat(Fingerprint.of(alone, null))
          .as("%04x", (int) c)
          .isEqualTo(FingerprintByWords.of(alone, null));
      assertThat(Fingerprint.of(within, null))
          .as("within, %04x", (int) c)
          .isEqualTo(FingerprintByWords.of(within, null));
    }
  }

  @Test
  void shouldHaveTheSameBits_whenATextIsLong() {
    var text = text(new Random(1), 100_000);

    assertThat(Fingerprint.of("Long", text)).isEqualTo(FingerprintByWords.of("Long", text));
  }

  @Test
  void shouldKeepItsBits_whenTheCodeChanges() {
    String body =
        "Police said on Tuesday that three men were held near the station after a raid in which"
            + " weapons and documents were found; officials warned of further attempts.";

    assertThat(Fingerprint.of("Three held after raid", null)).isEqualTo(GOLDEN[0]);
    assertThat(Fingerprint.of("Three held after raid", body)).isEqualTo(GOLDEN[1]);
    assertThat(Fingerprint.of("Straßensperre in Köln – „Übung“", body)).isEqualTo(GOLDEN[2]);
    assertThat(Fingerprint.of("Полиция задержала троих", body)).isEqualTo(GOLDEN[3]);
    assertThat(Fingerprint.of("警察は三人を逮捕した", body)).isEqualTo(GOLDEN[4]);
    assertThat(Fingerprint.of("...", null)).isEqualTo(GOLDEN[5]);
    assertThat(Fingerprint.of("Any", body.repeat(9))).isEqualTo(GOLDEN[6]);
  }

  @Provide
  Arbitrary<String> texts() {
    return Arbitraries.longs()
        .map(
            seed -> {
              var random = new Random(seed);
              return text(random, random.nextInt(4) * (random.nextBoolean() ? 40 : 200));
            });
  }

  @Provide
  Arbitrary<String> ascii() {
    return Arbitraries.strings()
        .withChars("abcXYZ019 .,-'\n\t")
        .ofMaxLength(160)
        .edgeCases(cases -> cases.add("", "...", "  "));
  }

  /** Mostly plain, so that the fast way is taken far into the text. */
  private static String text(Random random, int letters) {
    var text = new StringBuilder();
    int plain = random.nextInt(3) == 0 ? LETTERS.length : 8 + random.nextInt(9);
    for (int i = 0; i < letters; i++) {
      var from = random.nextInt(5) == 0 ? SIGNS : LETTERS;
      int bound = from == SIGNS ? SIGNS.length : plain;
      text.append(from[random.nextInt(bound)]);
    }
    return text.toString();
  }
}
