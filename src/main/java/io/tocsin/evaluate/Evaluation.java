package io.tocsin.evaluate;

import io.tocsin.reference.Reference;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A corpus that has been read, and what to measure on it. */
public interface Evaluation {
  /** What can be measured. */
  enum Task {
    /** Finding place names and putting them on the map. */
    GEOPARSING,
    /** Telling what kind of event a sentence reports. */
    EVENTS,
    /** Telling copies of a text from other texts. */
    DUPLICATES
  }

  /** How many documents a half holds. */
  int documents(Half half);

  /**
   * Reads every document of a half.
   *
   * @param step is called after each
   */
  List<Figures> run(Half half, Runnable step);

  /**
   * Reads the corpora of a folder.
   *
   * @throws BadCorpus where there is none for the task, or one is not as its makers write it
   * @throws IOException where one cannot be read
   */
  static Evaluation of(Task task, Path folder, Reference reference) throws IOException {
    if (!Files.isDirectory(folder)) {
      throw new BadCorpus(folder, "must be a folder");
    }
    return switch (task) {
      case GEOPARSING -> new Geoparsing(folder, reference);
      case EVENTS -> new EventCoding(folder, reference);
      case DUPLICATES -> new Duplicates(folder, Documents.read(folder));
    };
  }
}
