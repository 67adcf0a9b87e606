package io.tocsin.assess;

import io.tocsin.model.Subject;
import java.util.Collection;
import java.util.List;

/**
 * What an assessor remembers: on the heap for a backtest, in state stores for a topology. It keeps
 * values and decides nothing.
 */
public interface Archive {
  /** Where a subject stands, or {@code null}. */
  Standing standing(Subject subject);

  void keep(Subject subject, Standing standing);

  /** The subjects of a country that ever were tracked, in order. */
  Collection<Subject> subjects(String country);

  /** All subjects that ever were tracked. */
  Collection<Subject> subjects();

  /** A subject's exhibits in {@link Exhibit#ORDER}. */
  List<Exhibit> exhibits(Subject subject);

  void file(Subject subject, Exhibit exhibit);

  void strike(Subject subject, Exhibit exhibit);

  /** Where a news event lies, or {@code null}. */
  Filing filing(String event);

  void file(String event, Filing filing);

  /** Forgets where a news event lay. */
  void discard(String event);

  Collection<Statement> statements();

  void file(Statement statement);

  /** Moves a subject's entry in the index of due times; {@link Long#MAX_VALUE} is no entry. */
  void reschedule(Subject subject, long from, long to);

  /** The subjects due at or before a moment, earliest first. */
  List<Subject> due(long moment);
}
