package io.tocsin.assess;

import io.tocsin.model.Subject;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.ToIntFunction;

/**
 * What an assessor remembers: on the heap for a backtest, in state stores for a topology. It keeps
 * values and decides nothing.
 *
 * <p>What counts is the evidence as it came (reports, statements, instructions) and where each
 * subject stands. Exhibits follow from the evidence under a policy; those of subjects that are not
 * at hand are put on a shelf, which may be empty when a process starts.
 */
public interface Archive {
  /** Where a subject stands, or {@code null}. */
  Standing standing(Subject subject);

  void keep(Subject subject, Standing standing);

  /**
   * A report has made a subject known, and it is {@link Standing#LOW}. Most subjects are never
   * anything else, and that follows from the report.
   */
  void enter(Subject subject);

  /**
   * Moves the moment at which a subject must be looked at.
   *
   * @param from {@link Long#MAX_VALUE} for none, like {@code to}
   */
  void remind(Subject subject, long from, long to);

  /** The subjects that ever were tracked. */
  Directory directory();

  /** The subjects due at or before a moment, earliest first. */
  List<Subject> due(long moment);

  /**
   * What lies on the shelf of a subject: its exhibits, or the reports to lay them out from.
   *
   * @param exhibits as they were shelved, in {@link Exhibit#ORDER}
   * @param reports those noted since then, or since the shelf was cleared
   */
  record Shelved(List<Exhibit> exhibits, List<Report> reports) {
    public static final Shelved NOTHING = new Shelved(List.of(), List.of());
  }

  Shelved shelved(Subject subject);

  /** Takes over the exhibits of a subject, in order; what lay there or was noted before goes. */
  void shelve(Subject subject, List<Exhibit> exhibits);

  /**
   * Notes that a subject has an exhibit of the report that was filed last or, while reports are
   * gone through, of the one at hand. Its dossier is laid out from that when somebody asks for it.
   *
   * @param ceiling over all rows of the subject that are shelved or noted now; {@code null} where
   *     it is not known
   */
  void note(Subject subject, Ceiling ceiling);

  /** The ceiling that is known, or {@code null}. */
  Ceiling ceiling(Subject subject);

  /** Another ceiling over what is shelved and noted; {@code null}: it is no longer known. */
  void cover(Subject subject, Ceiling ceiling);

  /** Empties the shelf. */
  void clearShelf();

  /** The highest revision of a news event on file; negative where there is none. */
  int revision(String event);

  /** That revision, or {@code null}. */
  Report report(String event);

  /**
   * Files a report in place of its earlier revisions.
   *
   * @param subjects how many have an exhibit of it
   */
  void file(Report report, int subjects);

  /** One subject less has an exhibit of a news event; the last one takes the report along. */
  void release(String event);

  /**
   * Goes through the reports on file.
   *
   * @param subjects how many have an exhibit of a report now; where negative, the report goes
   * @param replaced is told of a report that was asked about, once a later revision turns up
   */
  void review(ToIntFunction<Report> subjects, Consumer<Report> replaced);

  /** The time of the oldest exhibit that a subject keeps; what is older was forgotten. */
  long keptFrom(Subject subject);

  Collection<Statement> statements();

  void file(Statement statement);

  Collection<Instruction> instructions();

  void file(Instruction instruction);
}
