package io.tocsin.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextTest {
  private static List<String> words(String original) {
    var text = Text.of(original);
    return IntStream.range(0, text.words()).mapToObj(text::word).toList();
  }

  private static List<String> sentences(String headline, String body) {
    var text = Text.of(headline, body);
    return IntStream.range(0, text.sentences())
        .mapToObj(s -> text.span(text.sentenceStart(s), text.sentenceEnd(s)).of(text.original()))
        .toList();
  }

  @ParameterizedTest
  @CsvSource({
    "Île-de-France, ile de france",
    "Da'esh, daesh",
    "Da’esh's men, daesh s men",
    "l'État islamique, l etat islamique",
    "qu’Al-Qaïda, qu al qaida",
    "ＩＳＩＳ, isis",
    "STRASSE Straße, strasse strasse",
    "U.S. troops, us troops",
    "I.S.I.S., isis",
    "İstanbul, istanbul",
    "Łódź Øresund, lodz oresund",
    "الدَّوْلَة, الدوله",
    "إدلب, ادلب",
    "Исламское, исламское",
    "伊斯兰国, 伊 斯 兰 国",
    "so\u00ADft zero\u200Bwidth, soft zerowidth",
    "a\u202Eb, ab",
    "isn't, isnt",
    "'quoted', quoted",
    "٢٠١٥, 2015",
    "𝐈𝐒𝐈𝐒, isis",
  })
  void shouldFoldWords(String original, String folded) {
    assertThat(String.join(" ", words(original))).isEqualTo(folded);
  }

  @Test
  void shouldLeadBackToTheOriginal_whenFoldingChangesLengths() {
    var text = Text.of("ﬁre at the Straße, Da'esh");
    assertThat(text.span(0, 1).of(text.original())).isEqualTo("ﬁre");
    assertThat(text.span(3, 4).of(text.original())).isEqualTo("Straße");
    assertThat(text.span(4, 5).of(text.original())).isEqualTo("Da'esh");
  }

  @Test
  void shouldBreakSentences_whereReadersDo() {
    assertThat(
            sentences(
                "Bomb found in Paris",
                "Mr. Smith left the U.S. Army on Nov. 13. He said: \"Stop.\" Nobody did. No"
                    + " change\n\nA 2.5 kg bomb!"))
        .containsExactly(
            "Bomb found in Paris",
            "Mr. Smith left the U.S. Army on Nov. 13",
            "He said: \"Stop",
            "Nobody did",
            "No change",
            "A 2.5 kg bomb");
    assertThat(sentences("x", "Am 13. November. Es war kalt.")).hasSize(3);
    assertThat(sentences("x", "هل وقع الهجوم؟ نعم. لا")).hasSize(4);
    assertThat(sentences("x", "他来了。他走了。")).hasSize(3);
  }

  @Test
  void shouldTellTheSentenceOfAWord() {
    var text = Text.of("One two", "Three. Four five. Six");
    assertThat(IntStream.range(0, 6).map(text::sentenceOf)).containsExactly(0, 0, 1, 2, 2, 3);
    assertThat(text.headlineWords()).isEqualTo(2);
  }

  @Test
  void shouldFindTheWordAtACharacter() {
    var text = Text.of("ab  cd");
    assertThat(IntStream.range(0, 7).map(text::wordAt)).containsExactly(0, 0, 1, 1, 1, 1, 2);
  }

  @Property(tries = 300)
  void shouldReadAnyText_withWordsInOrder(@ForAll String headline, @ForAll String body) {
    var text = Text.of(headline, body);
    int behind = 0;
    for (int word = 0; word < text.words(); word++) {
      assertThat(text.from(word)).isGreaterThanOrEqualTo(behind);
      assertThat(text.to(word)).isGreaterThan(text.from(word));
      behind = text.to(word);
    }
    assertThat(behind).isLessThanOrEqualTo(text.original().length());
    if (text.words() > 0) {
      assertThat(text.sentenceEnd(text.sentences() - 1)).isEqualTo(text.words());
    }
  }

  @Test
  void shouldReadEveryCharacter() {
    var every = new StringBuilder();
    for (int c = 0; c <= Character.MAX_CODE_POINT; c++) {
      every.appendCodePoint(c).append(c % 7 == 0 ? " " : "");
    }
    assertThat(Text.of(every.toString()).words()).isPositive();
    assertThat(Text.of(every.reverse().toString()).words()).isPositive();
  }

  @Test
  void shouldReadTenMegabytesWithoutASpace() {
    assertThat(Text.of("a".repeat(10_000_000)).words()).isEqualTo(1);
    assertThat(Text.of("\uD800".repeat(1_000_000)).words()).isZero();
    assertThat(Text.of(".'".repeat(1_000_000)).words()).isZero();
    assertThat(Text.of("a.".repeat(1_000_000)).words()).isPositive();
    assertThat(Text.of("A. ".repeat(1_000_000)).sentences()).isPositive();
  }
}
