package io.tocsin.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class VocabularyTest {
  @Test
  void shouldKeepNumbers_whenOthersAreLearnedOnTopOfThem() {
    var base = new Vocabulary();
    var known = Text.of("who where what").folded();
    for (int word = 0; word < known.count(); word++) {
      base.learn(known, word);
    }
    var more = new Vocabulary(base);
    var learned = Text.of("when what how").folded();
    for (int word = 0; word < learned.count(); word++) {
      more.learn(learned, word);
    }

    var asked = Text.of("what when why").folded();
    assertThat(base.numbers(asked)).containsExactly(2, Vocabulary.UNKNOWN, Vocabulary.UNKNOWN);
    assertThat(more.numbers(asked)).containsExactly(2, 3, Vocabulary.UNKNOWN);
    assertThat(more.covers(base)).isTrue();
    assertThat(base.covers(more)).isFalse();
  }

  @Test
  void shouldFindTheSamePhrases_whenTextIsNumberedByAnotherVocabulary() {
    var cities = new Phrases.Builder<String>().add("new york", "city").add("york", "town").build();
    var wider = new Vocabulary(cities.vocabulary());
    var others = new Phrases.Builder<String>(wider).add("york post", "paper").build();

    for (var vocabulary : new Vocabulary[] {null, cities.vocabulary(), wider}) {
      var text = Text.of("The New York Post", null, vocabulary);
      assertThat(all(cities, text)).containsExactly("city", "town");
      assertThat(all(others, text)).containsExactly("paper");
    }
  }

  @Test
  void shouldGoOnInShorterPhrase_whenLongerOneEndsEarly() {
    var phrases =
        new Phrases.Builder<Integer>()
            .add("a b c d", 1)
            .add("b c e", 2)
            .add("c e f", 3)
            .add("e", 4)
            .build();

    assertThat(all(phrases, Text.of("a b c e f"))).containsExactly(2, 4, 3);
  }

  private static <T> List<T> all(Phrases<T> phrases, Text text) {
    var all = new ArrayList<T>();
    phrases.each(text, (from, to, values) -> all.addAll(values));
    return all;
  }
}
