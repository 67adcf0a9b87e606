package io.tocsin.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class PhrasesTest {
  private static Phrases<String> phrases(String... phrases) {
    var builder = new Phrases.Builder<String>();
    for (var phrase : phrases) {
      builder.add(phrase, phrase);
    }
    return builder.build();
  }

  private static List<String> found(Phrases<String> phrases, String original) {
    return phrases.longest(Text.of(original)).stream().map(f -> f.span().of(original)).toList();
  }

  @Test
  void shouldFindTheLongest() {
    var phrases = phrases("Islamic State", "Islamic State in Khorasan", "Khorasan");
    assertThat(found(phrases, "the ISLAMIC STATE in Khorasan, the Islamic State"))
        .containsExactly("ISLAMIC STATE in Khorasan", "Islamic State");
  }

  @Test
  void shouldFindWholeWordsOnly() {
    var phrases = phrases("IS", "Rome", "基地");
    assertThat(found(phrases, "this is Romeo in Rome's north, 在基地组织"))
        .containsExactly("is", "Rome", "基地");
  }

  @Test
  void shouldKeepWhatStandsBetween_whenALongerOneBeginsInsideAnother() {
    var phrases = phrases("a b", "c d", "b c d e");
    assertThat(found(phrases, "a b c d e")).containsExactly("a b", "c d");
  }

  @Test
  void shouldKeepAllValuesOfAPhrase() {
    var phrases =
        new Phrases.Builder<String>()
            .add("Paris", "FR")
            .add("París", "US")
            .add("PARIS", "FR")
            .build();
    assertThat(phrases.longest(Text.of("paris")).get(0).values()).containsExactly("FR", "US");
  }

  @Test
  void shouldFindNothing_whenThereAreNoPhrases() {
    assertThat(phrases("", "...").longest(Text.of("a b"))).isEmpty();
    assertThat(phrases("a").longest(Text.of(""))).isEmpty();
  }

  @Property
  void shouldFindWhatASearchFromEachWordFinds(
      @ForAll @Size(max = 12)
          List<@StringLength(min = 1, max = 4) @CharRange(from = 'a', to = 'c') String> given,
      @ForAll @StringLength(max = 30) @CharRange(from = 'a', to = 'c') String letters) {
    var spaced = new TreeSet<String>();
    given.forEach(g -> spaced.add(String.join(" ", g.split(""))));
    var text = String.join(" ", letters.split(""));
    var expected = new ArrayList<String>();
    for (int at = 0; at < letters.length(); ) {
      String best = "";
      for (var phrase : given) {
        best = letters.startsWith(phrase, at) && phrase.length() > best.length() ? phrase : best;
      }
      if (!best.isEmpty()) {
        expected.add(String.join(" ", best.split("")));
      }
      at += Math.max(1, best.length());
    }
    assertThat(found(phrases(spaced.toArray(String[]::new)), text)).isEqualTo(expected);
  }

  @Test
  void shouldFindEachOfAHundredThousandRepetitions() {
    var text = "Islamic State ".repeat(100_000);
    assertThat(phrases("Islamic State", "State Islamic", "State").longest(Text.of(text)))
        .hasSize(100_000);
  }
}
