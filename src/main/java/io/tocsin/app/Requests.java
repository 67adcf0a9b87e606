package io.tocsin.app;

import io.tocsin.model.Level;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/** What commands ask of the {@link Desk}. A file is a path, or {@code -} for standard input. */
public final class Requests {
  private Requests() {}

  /**
   * @param demo whether to play the demo scenario, in a data folder of its own
   * @param speed of the demo: 1 takes about a minute, positive infinity does not wait
   */
  public record Up(boolean demo, double speed) {}

  /** The kinds of record that can be published. */
  public enum Kind {
    NEWS,
    STATEMENTS,
    CONTROLS,
    /** In a format of others, whatever records it gives. */
    DOCUMENT
  }

  /**
   * @param document how a DOCUMENT is to be read; {@code null} with the other kinds
   * @param checkOnly validate and publish nothing
   * @param keepGoing publish the good lines although others are wrong; else it is all or nothing
   * @param signWith optional: a file with the key that statements are signed with
   */
  public record Publish(
      Kind kind,
      String file,
      Convert document,
      boolean checkOnly,
      boolean keepGoing,
      Path signWith) {
    public Publish(Kind kind, String file, boolean checkOnly, boolean keepGoing) {
      this(kind, file, null, checkOnly, keepGoing);
    }

    /** Without signatures. */
    public Publish(Kind kind, String file, Convert document, boolean checkOnly, boolean keepGoing) {
      this(kind, file, document, checkOnly, keepGoing, null);
    }
  }

  /**
   * A new pair of keys.
   *
   * @param authority optional: whose it is; without one it is of a place where statements come in
   * @param id optional: what signatures name it by
   * @param into the file for the private key, which must not be there yet
   */
  public record NewKey(String authority, String id, Path into) {}

  /**
   * Which subjects or changes to show; each part is optional.
   *
   * @param entity with everything that belongs to it
   * @param region with everything inside it
   * @param minLevel changes to or from this level or above; states at it or above
   * @param since changes that took effect at this time or later
   */
  public record Selection(String entity, String region, Level minLevel, Instant since) {
    public static final Selection ALL = new Selection(null, null, null, null);
  }

  /** A subject by entity and region, or a change by its id. */
  public sealed interface Question {
    /**
     * Why this subject is where it is.
     *
     * @param at optional: the moment that is meant; the present of the levels without one
     * @param file optional: a file of events to answer from, instead of the topics
     */
    record OfSubject(String entity, String region, Instant at, String file) implements Question {}

    /**
     * Why this change came.
     *
     * @param file optional: likewise
     */
    record OfChange(String id, String file) implements Question {}
  }

  /**
   * @param speed event time over real time; positive infinity for as fast as it goes
   */
  public record Replay(String file, double speed) {}

  /**
   * @param until optional: the time of the final tick; the last arrival without one
   * @param finalStates optional: a file to write the end states to
   * @param against optional: a second policy to compare with
   */
  public record Backtest(String file, Instant until, Path finalStates, Path against) {}

  /**
   * @param dump folder of a GeoNames dump
   * @param into folder to write regions.csv to
   * @param minPopulation cities of fewer inhabitants are left out
   */
  public record Import(Path dump, Path into, long minPopulation) {}

  /** What of the reading of texts is measured. */
  public enum Task {
    GEOPARSING,
    EVENTS,
    DUPLICATES
  }

  /** Which documents of a corpus: the one half is to tune on, the other to report. */
  public enum Half {
    TUNE,
    REPORT,
    ALL
  }

  /**
   * @param folder of the corpora
   */
  public record Evaluation(Task task, Path folder, Half half) {}

  /** A report: its headline in the first line, perhaps behind a line that says whence it is. */
  public record Read(String file) {}

  /**
   * A document in a format of others.
   *
   * @param format optional: its name; found by the content without one
   * @param source optional: id of the source whose news it is
   * @param authority optional: id of the authority whose statements they are
   */
  public record Convert(String file, String format, String source, String authority) {}

  /** The files of the reference data. */
  public enum Shelf {
    REGIONS,
    GROUPS,
    ENTITIES,
    SOURCES,
    AUTHORITIES,
    SCALES
  }

  /**
   * @param text optional: part of an id or name
   */
  public record Lookup(Shelf shelf, String text) {}

  /**
   * Which dead letters; each part is optional.
   *
   * @param topic that the record came from, in full or its last part
   * @param since of records published at this time or later
   */
  public record LetterFilter(String reason, String topic, Instant since) {}

  /**
   * Which dead letters to publish again: those named, else those that the filter takes.
   *
   * @param with optional: a file with the corrected value, for one that is named
   */
  public record Retry(List<String> ids, LetterFilter filter, Path with) {
    public Retry {
      ids = List.copyOf(ids);
    }
  }

  /**
   * A token to make.
   *
   * @param name optional
   * @param scopes by their titles: {@code publish:news}
   * @param sources ids of those whose news it may publish; none is all
   * @param authorities ids of those whose statements it may publish; none is none
   */
  public record NewToken(
      String name, List<String> scopes, List<String> sources, List<String> authorities) {}
}
