package io.tocsin.cli.watch;

import io.tocsin.cli.text.Words;
import io.tocsin.model.Subject;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Names and ids as they are searched: without case and marks. */
final class Plates {
  private static final Pattern MARKS = Pattern.compile("\\p{M}+");
  private static final Pattern SPACES = Pattern.compile("\\s+");

  private final Words words;
  private final Map<String, String> known = new ConcurrentHashMap<>();

  Plates(Words words) {
    this.words = words;
  }

  /** Those whose entity or region has every word of the text in its name or id. */
  Predicate<Subject> like(String text) {
    var wanted = List.of(SPACES.split(fold(text).strip()));
    return subject -> wanted.stream().allMatch(word -> has(subject, word));
  }

  private boolean has(Subject subject, String word) {
    return plate(subject.entity()).contains(word) || plate(subject.region()).contains(word);
  }

  private String plate(String id) {
    return known.computeIfAbsent(id, i -> fold(i + "\n" + words.entity(i)));
  }

  private static String fold(String text) {
    var apart = Normalizer.normalize(text, Normalizer.Form.NFKD);
    return MARKS.matcher(apart).replaceAll("").toLowerCase(Locale.ROOT);
  }
}
