package io.tocsin.evaluate;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Sentences with the classes of event that coders gave them, as their makers publish them. */
record CodedCorpus(String name, List<Coded> sentences) {
  private static final String REMARK = "DOCUMENT";
  private static final String TRAIN = "PLV_train.tsv";
  private static final String TEST = "PLV_test.tsv";

  /**
   * The corpora of a folder: PLOVER's gold standard records ({@code PLOVER*.json}), and the PLV
   * sentences ({@code PLV_train.tsv}, {@code PLV_test.tsv}) that are not among them.
   *
   * @throws BadCorpus where there is none, or one is not as its makers write it
   */
  static List<CodedCorpus> read(Path folder) throws IOException {
    var corpora = new ArrayList<CodedCorpus>();
    var seen = new HashSet<String>();
    try (var files = Files.newDirectoryStream(folder, "PLOVER*.json")) {
      for (var file : files) {
        var records = records(file);
        records.forEach(sentence -> seen.add(letters(sentence.text())));
        corpora.add(new CodedCorpus(file.getFileName().toString(), records));
      }
    }
    var pairs = new ArrayList<Coded>();
    pairs.addAll(pairs(folder.resolve(TRAIN), Half.TUNE, seen));
    pairs.addAll(pairs(folder.resolve(TEST), Half.REPORT, seen));
    if (!pairs.isEmpty()) {
      corpora.add(new CodedCorpus("PLV", pairs));
    }
    if (corpora.isEmpty()) {
      throw new BadCorpus(folder, "holds no corpus: neither PLOVER*.json nor " + TEST);
    }
    return corpora;
  }

  private static List<Coded> records(Path file) throws IOException {
    var sentences = new ArrayList<Coded>();
    try {
      for (var record : new ObjectMapper().readTree(file.toFile())) {
        var label = record.path("event").asText();
        if (!label.equals(REMARK)) {
          var half = Half.TUNE.has(record.path("id").asText()) ? Half.TUNE : Half.REPORT;
          sentences.add(new Coded(record.path("text").asText(), half, Set.of(label), Set.of()));
        }
      }
    } catch (JsonProcessingException e) {
      throw new BadCorpus(file, "must be JSON: " + e.getOriginalMessage(), e);
    }
    return sentences;
  }

  /** A row tells of one pair of actors, so that a sentence may come several times. */
  private static List<Coded> pairs(Path file, Half half, Set<String> seen) throws IOException {
    if (!Files.exists(file)) {
      return List.of();
    }
    var lines = Files.readAllLines(file);
    if (lines.isEmpty()) {
      throw new BadCorpus(file, "must begin with the names of its columns");
    }
    var columns = Arrays.asList(lines.get(0).split("\t"));
    var sentences = new LinkedHashMap<String, Coded>();
    for (var line : lines.subList(1, lines.size())) {
      var cells = line.split("\t", -1);
      if (cells.length != columns.size()) {
        throw new BadCorpus(file, "must have " + columns.size() + " cells a line: " + line);
      }
      var text = cells[column(file, columns, "sentence")];
      var label = cells[column(file, columns, "gold_root")];
      var published = cells[column(file, columns, "root_L2")];
      if (!seen.contains(letters(text))) {
        var row = new Coded(text, half, Set.of(label), Set.of(published));
        sentences.merge(letters(text), row, CodedCorpus::both);
      }
    }
    return List.copyOf(sentences.values());
  }

  private static int column(Path file, List<String> columns, String name) {
    int column = columns.indexOf(name);
    if (column < 0) {
      throw new BadCorpus(file, "must have a column " + name);
    }
    return column;
  }

  private static Coded both(Coded one, Coded other) {
    return new Coded(
        one.text(),
        one.half(),
        union(one.labels(), other.labels()),
        union(one.published(), other.published()));
  }

  private static Set<String> union(Set<String> one, Set<String> other) {
    var all = new HashSet<>(one);
    all.addAll(other);
    return all;
  }

  /** What makes two copies of a sentence one: neither case nor signs. */
  private static String letters(String text) {
    return text.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
  }
}
