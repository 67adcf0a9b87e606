package io.tocsin.assess;

import io.tocsin.model.Action;
import io.tocsin.model.Category;
import io.tocsin.model.Claim;
import io.tocsin.model.Credibility;
import io.tocsin.model.Reliability;
import io.tocsin.model.Subject;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;

/**
 * Subjects of one country with random rows, for measuring what one more piece of evidence costs.
 */
public final class Subjects {
  /** When the first row was published, in UTC epoch ms. */
  public static final long START = 1_449_000_000_000L;

  private static final List<Category> CATEGORIES =
      List.of(Category.PLOT, Category.ARREST, Category.OTHER, Category.ATTEMPT);
  private static final int SOURCES = 50;

  private final StatementBook book = new StatementBook(new Coverage(SmallReference.get()));
  private final Telling telling = new Telling(Policy.DEFAULT);
  private final Rulebook rulebook =
      Rulebook.of(Policy.DEFAULT, new Coverage(SmallReference.get()), book);
  private final Dossier[] dossiers;
  private final Subject subject = new Subject("isil", "FR");
  private final long[] entered;
  private final Random random;
  private int said;

  /**
   * @param count of subjects
   */
  public Subjects(int count, long seed) {
    random = new Random(seed);
    dossiers = new Dossier[count];
    entered = new long[count];
    Arrays.setAll(
        dossiers, i -> new Dossier(subject, "FR", rulebook, true, Standing.UNKNOWN, List.of()));
  }

  /** A row as a dossier is given it. */
  public Exhibit row(long time) {
    var source = "source-" + random.nextInt(SOURCES);
    var origin = random.nextInt(10) == 0 ? "source-" + random.nextInt(SOURCES) : source;
    var report =
        new Report(
            "n" + said++,
            0,
            false,
            time,
            time,
            source,
            origin,
            Reliability.B,
            Credibility.PROBABLY_TRUE,
            null,
            random.nextLong(),
            "What happened",
            null,
            List.of());
    var category = CATEGORIES.get(random.nextInt(CATEGORIES.size()));
    return new Row(report, new Claim("isil", "FR", category, 1), 0, false);
  }

  /** Rows a step apart from a moment on. */
  public List<Exhibit> rows(int count, long from, long step) {
    var rows = new ArrayList<Exhibit>(count);
    for (int i = 0; i < count; i++) {
      rows.add(row(from + i * step));
    }
    return rows;
  }

  /** A hoax exposed. */
  public Exhibit refutation(long time) {
    return new Exhibit.Refutation(
        "h" + said++, 0, time, Reliability.C, Credibility.PROBABLY_TRUE, 0.5, 0);
  }

  /** Adds evidence to a subject and looks at it, as an assessor does; its score in dB. */
  public double take(int subject, Exhibit exhibit, long now) {
    var dossier = dossiers[subject];
    dossier.add(exhibit);
    return look(subject, now);
  }

  /** Looks at a subject. */
  public double look(int subject, long now) {
    var position = dossiers[subject].position(now);
    entered[subject] = dossiers[subject].due(now, entered[subject]);
    return position.score();
  }

  /** An authority speaks about the country. */
  public void say(Action action, long time) {
    book.enter(
        new Statement(
            "s" + said++,
            0,
            false,
            "fr-interior",
            action,
            action == Action.SET_LEVEL ? io.tocsin.model.Level.SEVERE : null,
            null,
            time,
            null,
            Set.of(),
            Set.of("FR"),
            Set.of("FR"),
            Set.of(),
            Set.of(),
            null,
            null));
  }

  /** Puts a change of a subject into words. */
  public Object tell(int subject, long now) {
    var dossier = dossiers[subject];
    var trigger = new Trigger(io.tocsin.model.Cause.NEWS, "n0", now);
    return telling.change(
        dossier, io.tocsin.model.Level.LOW, 1, dossier.position(now), trigger, now);
  }
}
