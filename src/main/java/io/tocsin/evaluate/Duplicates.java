package io.tocsin.evaluate;

import io.tocsin.extract.Fingerprint;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;

/**
 * How well fingerprints tell copies from other texts. No corpus of news that is free to use labels
 * copies, so they are made of its documents, each by every {@link Edit}; two documents that are not
 * copies of one are the counter-examples, bare and with one footer below them all.
 */
final class Duplicates implements Evaluation {
  private static final int FARTHEST = 24;

  /** Less is a caption, not a story. */
  private static final int FEWEST_WORDS = 60;

  private final String corpus;
  private final List<Document> documents;

  Duplicates(Path folder, List<Document> documents) {
    this.corpus = folder.getFileName().toString();
    this.documents =
        documents.stream().filter(d -> d.body().split("\\s+").length >= FEWEST_WORDS).toList();
  }

  @Override
  public int documents(Half half) {
    return (int) documents.stream().filter(d -> half.has(d.id())).count();
  }

  /** The curve over all distances first, then the recall of each edit at every distance. */
  @Override
  public List<Figures> run(Half half, Runnable step) {
    var chosen = documents.stream().filter(d -> half.has(d.id())).toList();
    var prints = chosen.stream().map(Duplicates::print).toList();
    var footed = chosen.stream().map(d -> print(Edit.BOILERPLATE.of(d, d))).toList();
    var apart = new long[Long.SIZE + 1];
    spread(prints, apart);
    spread(footed, apart);
    var together = new long[Edit.values().length][Long.SIZE + 1];
    for (int i = 0; i < chosen.size(); i++) {
      var other = chosen.get((i + 1) % chosen.size());
      for (var edit : Edit.values()) {
        long copy = print(edit.of(chosen.get(i), other));
        together[edit.ordinal()][Long.bitCount(copy ^ prints.get(i))]++;
      }
      step.run();
    }
    return figures(half, chosen.size(), together, apart);
  }

  private static long print(Document document) {
    return Fingerprint.of(document.headline(), document.body());
  }

  private static void spread(List<Long> prints, long[] distances) {
    for (int i = 0; i < prints.size(); i++) {
      for (int j = 0; j < i; j++) {
        distances[Long.bitCount(prints.get(i) ^ prints.get(j))]++;
      }
    }
  }

  private List<Figures> figures(Half half, int size, long[][] together, long[] apart) {
    var figures = new ArrayList<Figures>();
    for (int distance = 0; distance <= FARTHEST; distance++) {
      long found = 0;
      var measures = new LinkedHashMap<String, Double>();
      var recalls = new LinkedHashMap<String, Double>();
      for (var edit : Edit.values()) {
        long within = within(together[edit.ordinal()], distance);
        recalls.put(edit.name(), Counts.share(within, size));
        found += within;
      }
      long copies = (long) size * Edit.values().length;
      var counts = new Counts(found, within(apart, distance), copies - found);
      measures.put("copies", (double) copies);
      measures.put("otherPairs", (double) within(apart, Long.SIZE));
      measures.put("falsePairs", (double) counts.wrong());
      measures.put("precision", counts.precision());
      measures.put("recall", counts.recall());
      measures.put("f1", counts.f1());
      measures.putAll(recalls);
      figures.add(new Figures(corpus, "distance " + distance, half, size, measures));
    }
    return figures;
  }

  private static long within(long[] distances, int distance) {
    long sum = 0;
    for (int i = 0; i <= distance; i++) {
      sum += distances[i];
    }
    return sum;
  }
}
