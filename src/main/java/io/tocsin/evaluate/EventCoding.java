package io.tocsin.evaluate;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tocsin.extract.Context;
import io.tocsin.extract.Extractor;
import io.tocsin.extract.places.Toponyms;
import io.tocsin.reference.Reference;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiPredicate;

/**
 * How well kinds of event are told, on the gold standard records of PLOVER (Open Event Data
 * Alliance): a sentence each, with one of eighteen labels, of which three are events that we claim
 * and the others are none.
 */
final class EventCoding implements Evaluation {
  private static final String REMARK = "DOCUMENT";

  private record Sentence(String id, String label, String text) {}

  private final Path file;
  private final List<Sentence> sentences = new ArrayList<>();
  private final Map<String, BiPredicate<Sentence, EventKind>> coders = new LinkedHashMap<>();

  EventCoding(Path folder, Reference reference) throws IOException {
    file = file(folder);
    read();
    var extractor = new Extractor(reference, new Toponyms(reference));
    coders.put("tocsin", (sentence, kind) -> claims(extractor, sentence, kind));
    coders.put(
        "baseline", (sentence, kind) -> kind.hasWordIn(sentence.text().toLowerCase(Locale.ROOT)));
  }

  @Override
  public int documents(Half half) {
    return (int) sentences.stream().filter(sentence -> half.has(sentence.id())).count();
  }

  @Override
  public List<Figures> run(Half half, Runnable step) {
    var tallies = new LinkedHashMap<String, Map<EventKind, Counts>>();
    coders.keySet().forEach(method -> tallies.put(method, new EnumMap<>(EventKind.class)));
    for (var sentence : sentences) {
      if (half.has(sentence.id())) {
        coders.forEach((method, coder) -> count(tallies.get(method), sentence, coder));
        step.run();
      }
    }
    var figures = new ArrayList<Figures>();
    tallies.forEach((method, counts) -> figures.add(figures(method, half, counts)));
    return figures;
  }

  private static boolean claims(Extractor extractor, Sentence sentence, EventKind kind) {
    return extractor.read("", sentence.text(), Context.NONE).claims().stream()
        .anyMatch(claim -> kind.isOf(claim.category()));
  }

  private static void count(
      Map<EventKind, Counts> counts, Sentence sentence, BiPredicate<Sentence, EventKind> coder) {
    for (var kind : EventKind.values()) {
      boolean is = kind.isOf(sentence.label());
      boolean told = coder.test(sentence, kind);
      var count = new Counts(is && told ? 1 : 0, !is && told ? 1 : 0, is && !told ? 1 : 0);
      counts.merge(kind, count, Counts::plus);
    }
  }

  private Figures figures(String method, Half half, Map<EventKind, Counts> counts) {
    var all = counts.values().stream().reduce(Counts.NONE, Counts::plus);
    var measures = new LinkedHashMap<String, Double>();
    measures.put("labelled", (double) all.right() + all.missed());
    measures.put("precision", all.precision());
    measures.put("recall", all.recall());
    measures.put("f1", all.f1());
    counts.forEach((kind, count) -> measures.put(kind + " f1", count.f1()));
    return new Figures(file.getFileName().toString(), method, half, documents(half), measures);
  }

  private static Path file(Path folder) throws IOException {
    try (var files = Files.newDirectoryStream(folder, "PLOVER*.json")) {
      for (var file : files) {
        return file;
      }
    }
    throw new BadCorpus(folder, "holds no corpus: no PLOVER*.json");
  }

  private void read() throws IOException {
    try {
      for (var record : new ObjectMapper().readTree(file.toFile())) {
        var label = record.path("event").asText();
        if (!label.equals(REMARK)) {
          sentences.add(
              new Sentence(record.path("id").asText(), label, record.path("text").asText()));
        }
      }
    } catch (JsonProcessingException e) {
      throw new BadCorpus(file, "must be JSON: " + e.getOriginalMessage(), e);
    }
  }
}
