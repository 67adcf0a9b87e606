package io.tocsin.extract;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.extract.LabelledSentences.Score;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LabelledSentencesTest {
  @Test
  void shouldFindWhatAReaderFinds() {
    var all = LabelledSentences.all();
    var score = Score.of(all, Scenes.EXTRACTOR);

    assertThat(all).hasSizeGreaterThanOrEqualTo(300);
    assertThat(score.precision()).as("precision, %s", score).isGreaterThanOrEqualTo(0.95);
    assertThat(score.recall()).as("recall, %s", score).isGreaterThanOrEqualTo(0.95);
  }

  @ParameterizedTest
  @CsvSource({"en, 0.95", "fr, 0.9", "de, 0.9", "es, 0.9", "nl, 0.9", "ar, 0.9"})
  void shouldReadEachLanguage(String language, double floor) {
    var sentences =
        LabelledSentences.all().stream().filter(s -> s.language().equals(language)).toList();
    var score = Score.of(sentences, Scenes.EXTRACTOR);

    assertThat(score.precision()).as("precision, %s", score).isGreaterThanOrEqualTo(floor);
    assertThat(score.recall()).as("recall, %s", score).isGreaterThanOrEqualTo(floor);
  }

  @Test
  void shouldTakeNothingFromMostOfWhatSaysNothing() {
    var silent = LabelledSentences.all().stream().filter(s -> s.labels().isEmpty()).toList();
    long kept = silent.stream().filter(s -> s.read(Scenes.EXTRACTOR).claims().isEmpty()).count();

    assertThat(silent).hasSizeGreaterThan(80);
    assertThat(kept / (double) silent.size()).isGreaterThanOrEqualTo(0.95);
  }

  @Test
  void shouldGradeAndCiteAsLabelled() {
    int graded = 0;
    for (var sentence : LabelledSentences.all()) {
      var reading = sentence.read(Scenes.EXTRACTOR);
      for (var label : sentence.labels()) {
        if (label.grade() > 0) {
          graded++;
          assertThat(reading.claims())
              .as(sentence.text())
              .anyMatch(
                  c ->
                      label.subject().equals(c.entity() + " " + c.region() + " " + c.category())
                          && c.credibility().grade() == label.grade()
                          && Objects.equals(c.origin(), label.origin()));
        }
      }
    }
    assertThat(graded).isGreaterThan(20);
  }

  @Test
  void shouldTellTheLanguage_whenNobodySays() {
    long right =
        LabelledSentences.all().stream()
            .filter(
                s ->
                    Scenes.EXTRACTOR
                        .read("", s.text(), Context.NONE)
                        .language()
                        .equals(s.language()))
            .count();

    assertThat(right / (double) LabelledSentences.all().size()).isGreaterThan(0.95);
  }
}
