package io.tocsin.evaluate;

import io.tocsin.extract.places.Toponyms;
import io.tocsin.reference.Reference;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How well place names are found in labelled texts, and put on the map. */
final class Geoparsing implements Evaluation {
  private final Map<String, List<Article>> corpora = new LinkedHashMap<>();
  private final Map<String, Geoparser> geoparsers = new LinkedHashMap<>();

  Geoparsing(Path folder, Reference reference) throws IOException {
    try (var files = Files.newDirectoryStream(folder, "*.xml")) {
      for (var file : files) {
        corpora.put(file.getFileName().toString(), GeoparsingCorpus.read(file));
      }
    }
    if (corpora.isEmpty()) {
      throw new BadCorpus(folder, "holds no corpus: no *.xml");
    }
    var whereabouts = new Whereabouts(reference.regions());
    geoparsers.put("tocsin", new Finding(new Toponyms(reference), whereabouts));
    geoparsers.put("baseline", new LargestNamed(reference.regions(), whereabouts));
  }

  @Override
  public int documents(Half half) {
    return (int)
        corpora.values().stream()
            .flatMap(List::stream)
            .filter(article -> half.has(article.id()))
            .count();
  }

  @Override
  public List<Figures> run(Half half, Runnable step) {
    var figures = new ArrayList<Figures>();
    corpora.forEach(
        (corpus, articles) ->
            figures.addAll(
                run(corpus, articles.stream().filter(a -> half.has(a.id())).toList(), half, step)));
    return figures;
  }

  private List<Figures> run(String corpus, List<Article> articles, Half half, Runnable step) {
    var tallies = new LinkedHashMap<String, Tally>();
    geoparsers.keySet().forEach(method -> tallies.put(method, new Tally()));
    for (var article : articles) {
      tallies.forEach(
          (method, tally) ->
              tally.add(article.toponyms(), geoparsers.get(method).places(article.text())));
      step.run();
    }
    return tallies.entrySet().stream()
        .map(tally -> tally.getValue().figures(corpus, tally.getKey(), half, articles.size()))
        .toList();
  }

  /** What becomes of the articles of a corpus in the hands of one geoparser. */
  private static final class Tally {
    private Counts exact = Counts.NONE;
    private Counts overlapping = Counts.NONE;
    private long labelled;
    private final List<Double> errors = new ArrayList<>();

    void add(List<Article.Toponym> gold, List<Article.Toponym> found) {
      labelled += gold.size();
      exact = exact.plus(counts(gold, found, (one, other) -> one.isAt(other)));
      overlapping = overlapping.plus(counts(gold, found, (one, other) -> one.overlaps(other)));
      for (var place : gold) {
        found.stream()
            .filter(place::isAt)
            .findFirst()
            .ifPresent(
                at -> errors.add(Distances.between(place.lat(), place.lon(), at.lat(), at.lon())));
      }
    }

    private interface Match {
      boolean of(Article.Toponym one, Article.Toponym other);
    }

    private static Counts counts(
        List<Article.Toponym> gold, List<Article.Toponym> found, Match match) {
      long right = gold.stream().filter(g -> found.stream().anyMatch(f -> match.of(g, f))).count();
      long hits = found.stream().filter(f -> gold.stream().anyMatch(g -> match.of(g, f))).count();
      return new Counts(right, found.size() - hits, gold.size() - right);
    }

    Figures figures(String corpus, String method, Half half, int documents) {
      var distances = new Distances(errors.stream().mapToDouble(Double::doubleValue));
      var measures = new LinkedHashMap<String, Double>();
      measures.put("labelled", (double) labelled);
      measures.put("precision", exact.precision());
      measures.put("recall", exact.recall());
      measures.put("f1", exact.f1());
      measures.put("overlapF1", overlapping.f1());
      measures.put("resolved", (double) distances.count());
      measures.put("accuracy161km", distances.accuracy());
      measures.put("meanKm", distances.mean());
      measures.put("medianKm", distances.median());
      measures.put("auc", distances.auc());
      measures.put("endToEnd161km", Counts.share(distances.near(), labelled));
      return new Figures(corpus, method, half, documents, measures);
    }
  }
}
