package io.tocsin.evaluate;

import io.tocsin.extract.Context;
import io.tocsin.extract.Extractor;
import io.tocsin.extract.places.Toponyms;
import io.tocsin.reference.Reference;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiPredicate;

/**
 * How well kinds of event are told, on sentences that coders labelled with the classes of PLOVER
 * (Open Event Data Alliance), of which some are of a kind that we tell and the others are none.
 */
final class EventCoding implements Evaluation {
  private static final String PUBLISHED = "published";

  private final List<CodedCorpus> corpora;
  private final Map<String, BiPredicate<Coded, EventKind>> coders = new LinkedHashMap<>();

  EventCoding(Path folder, Reference reference) throws IOException {
    corpora = CodedCorpus.read(folder);
    var extractor = new Extractor(reference, new Toponyms(reference));
    coders.put("tocsin", (sentence, kind) -> does(extractor, sentence, kind));
    coders.put("tocsin claims", (sentence, kind) -> claims(extractor, sentence, kind));
    coders.put(
        "baseline", (sentence, kind) -> kind.hasWordIn(sentence.text().toLowerCase(Locale.ROOT)));
    coders.put(PUBLISHED, (sentence, kind) -> kind.isAmong(sentence.published()));
  }

  @Override
  public int documents(Half half) {
    return corpora.stream().mapToInt(corpus -> of(corpus, half).size()).sum();
  }

  private static List<Coded> of(CodedCorpus corpus, Half half) {
    return corpus.sentences().stream()
        .filter(sentence -> half == Half.ALL || half == sentence.half())
        .toList();
  }

  @Override
  public List<Figures> run(Half half, Runnable step) {
    var figures = new ArrayList<Figures>();
    for (var corpus : corpora) {
      var sentences = of(corpus, half);
      var tallies = new LinkedHashMap<String, Map<EventKind, Counts>>();
      for (var sentence : sentences) {
        coders.forEach(
            (method, coder) ->
                count(
                    tallies.computeIfAbsent(method, m -> new EnumMap<>(EventKind.class)),
                    sentence,
                    coder));
        step.run();
      }
      if (sentences.stream().allMatch(sentence -> sentence.published().isEmpty())) {
        tallies.remove(PUBLISHED);
      }
      tallies.forEach(
          (method, counts) ->
              figures.add(
                  new Figures(corpus.name(), method, half, sentences.size(), measures(counts))));
    }
    return figures;
  }

  private static boolean does(Extractor extractor, Coded sentence, EventKind kind) {
    return extractor.deeds("", sentence.text(), Context.NONE).stream()
        .anyMatch(deed -> kind.isOf(deed.kind()));
  }

  private static boolean claims(Extractor extractor, Coded sentence, EventKind kind) {
    return extractor.read("", sentence.text(), Context.NONE).claims().stream()
        .anyMatch(claim -> kind.isOf(claim.category()));
  }

  private static void count(
      Map<EventKind, Counts> counts, Coded sentence, BiPredicate<Coded, EventKind> coder) {
    for (var kind : EventKind.values()) {
      boolean is = kind.isAmong(sentence.labels());
      boolean told = coder.test(sentence, kind);
      var count = new Counts(is && told ? 1 : 0, !is && told ? 1 : 0, is && !told ? 1 : 0);
      counts.merge(kind, count, Counts::plus);
    }
  }

  private static Map<String, Double> measures(Map<EventKind, Counts> counts) {
    var all = counts.values().stream().reduce(Counts.NONE, Counts::plus);
    var measures = new LinkedHashMap<String, Double>();
    measures.put("labelled", (double) all.right() + all.missed());
    measures.put("precision", all.precision());
    measures.put("recall", all.recall());
    measures.put("f1", all.f1());
    counts.forEach((kind, count) -> measures.put(kind + " f1", count.f1()));
    return measures;
  }
}
