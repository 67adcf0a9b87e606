package io.tocsin.extract;

import io.tocsin.model.Claim;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The sentences of {@code sentences.tsv}, each with the claims that a reader takes from it. */
final class LabelledSentences {
  static final Instant PUBLISHED = Instant.parse("2015-12-05T18:00:00Z");

  private LabelledSentences() {}

  /**
   * A claim as it is labelled.
   *
   * @param grade 0 where the label has none
   * @param origin {@code null} where the label has none
   */
  record Label(String subject, int grade, String origin) {
    static Label of(String text) {
      var parts = text.strip().split(" ");
      return new Label(
          String.join(" ", parts[0], parts[1], parts[2]),
          parts.length > 3 ? Integer.parseInt(parts[3]) : 0,
          parts.length > 4 ? parts[4] : null);
    }
  }

  /** A sentence with its labels. */
  record Labelled(String rule, String language, String text, List<Label> labels) {
    Set<String> expected() {
      return labels.stream().map(Label::subject).collect(Collectors.toCollection(TreeSet::new));
    }

    Reading read(Extractor extractor) {
      return extractor.read("", text, new Context(null, null, PUBLISHED, language));
    }

    static Set<String> subjects(Reading reading) {
      return reading.evidence().stream()
          .map(Labelled::subject)
          .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String subject(Claim claim) {
      return claim.entity() + " " + claim.region() + " " + claim.category();
    }
  }

  /** How many claims were found rightly, found wrongly and missed. */
  record Score(int right, int wrong, int missed) {
    static Score of(List<Labelled> sentences, Extractor extractor) {
      int right = 0;
      int wrong = 0;
      int missed = 0;
      for (var sentence : sentences) {
        var expected = sentence.expected();
        var found = Labelled.subjects(sentence.read(extractor));
        int both = (int) found.stream().filter(expected::contains).count();
        right += both;
        wrong += found.size() - both;
        missed += expected.size() - both;
      }
      return new Score(right, wrong, missed);
    }

    double precision() {
      return right / (double) Math.max(1, right + wrong);
    }

    double recall() {
      return right / (double) Math.max(1, right + missed);
    }
  }

  static List<Labelled> all() {
    var stream = LabelledSentences.class.getResourceAsStream("/extract/sentences.tsv");
    var sentences = new ArrayList<Labelled>();
    try (var lines =
        new BufferedReader(
            new InputStreamReader(Objects.requireNonNull(stream), StandardCharsets.UTF_8))) {
      for (var line = lines.readLine(); line != null; line = lines.readLine()) {
        if (!line.startsWith("#")) {
          sentences.add(labelled(line.split("\t")));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read sentences.tsv", e);
    }
    return sentences;
  }

  private static Labelled labelled(String[] cells) {
    List<Label> labels =
        cells[3].equals("-")
            ? List.of()
            : Arrays.stream(cells[3].split(";")).map(Label::of).toList();
    return new Labelled(cells[0], cells[1], cells[2], labels);
  }
}
