package io.tocsin.app;

import io.tocsin.evaluate.BadCorpus;
import io.tocsin.evaluate.Evaluation;
import io.tocsin.evaluate.Figures;
import io.tocsin.evaluate.Half;
import java.io.IOException;
import java.util.List;
import java.util.Locale;

/** The reading of texts, measured on labelled corpora. */
final class EvaluateRun {
  private final Options options;

  EvaluateRun(Options options) {
    this.options = options;
  }

  /**
   * Reads every document of the half asked for.
   *
   * @throws Failure where the corpus is not one
   */
  Results.Evaluated run(Requests.Evaluation request, Watch watch) {
    var reference = Wiring.reference(options);
    var half = Half.valueOf(request.half().name());
    try {
      var task = Evaluation.Task.valueOf(request.task().name());
      var evaluation = Evaluation.of(task, request.folder(), reference);
      var label = "reading " + request.task().name().toLowerCase(Locale.ROOT);
      try (var progress = watch.begin(label, evaluation.documents(half))) {
        var figures = evaluation.run(half, () -> progress.step(1));
        return new Results.Evaluated(reference.regions().all().size(), rows(figures));
      }
    } catch (BadCorpus e) {
      throw new Failure(
          e.getMessage(), "Give the folder of a corpus; docs/extraction.md says of which.", e);
    } catch (IOException e) {
      throw new Failure("the corpus cannot be read: " + e, "", e);
    }
  }

  private static List<Results.Measured> rows(List<Figures> figures) {
    return figures.stream()
        .map(
            f ->
                new Results.Measured(
                    f.corpus(),
                    f.method(),
                    f.half().name().toLowerCase(Locale.ROOT),
                    f.documents(),
                    f.measures()))
        .toList();
  }
}
