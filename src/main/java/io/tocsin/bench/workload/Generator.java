package io.tocsin.bench.workload;

import io.tocsin.model.Action;
import io.tocsin.model.Category;
import io.tocsin.model.Credibility;
import io.tocsin.model.Level;
import io.tocsin.model.NewsEvent;
import io.tocsin.model.OfficialStatement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.LongUnaryOperator;

/** Makes the records of a workload, any of them at any time. Safe for use by many threads. */
public final class Generator {
  private static final long BEGIN = Instant.parse("2025-01-01T00:00:00Z").toEpochMilli();

  /** Of event time between one news and the next: about three million a year. */
  private static final long STEP_MILLIS = 10_000;

  private static final int LATEST_MILLIS = 6 * 3_600_000;
  private static final int HEADLINE = 60;
  private static final int BODY = 270;

  /** Statements draw from numbers that no news has. */
  private static final long OF_STATEMENTS = 1L << 40;

  private static final long OF_PROBES = 1L << 41;
  private static final long OF_SUBJECTS = 1L << 42;
  private static final long SECOND = 1_000;

  /** Of a hundred news: what they are about. */
  private static final List<Category> CATEGORIES =
      mixed(
          Map.ofEntries(
              Map.entry(Category.ATTACK, 4),
              Map.entry(Category.ATTEMPT, 3),
              Map.entry(Category.PLOT, 5),
              Map.entry(Category.THREAT, 8),
              Map.entry(Category.WARNING, 7),
              Map.entry(Category.LINK, 10),
              Map.entry(Category.ARREST, 12),
              Map.entry(Category.RAID, 6),
              Map.entry(Category.WEAPONS_FIND, 2),
              Map.entry(Category.PROPAGANDA, 10),
              Map.entry(Category.OTHER, 28),
              Map.entry(Category.COURT, 3),
              Map.entry(Category.EXERCISE, 1),
              Map.entry(Category.BACKGROUND, 1)));

  /** Of ten statements: what they do. */
  private static final List<Action> ACTIONS =
      List.of(
          Action.SET_LEVEL,
          Action.SET_LEVEL,
          Action.SET_LEVEL,
          Action.SET_LEVEL,
          Action.SET_LEVEL,
          Action.SET_LEVEL,
          Action.SET_LEVEL,
          Action.WARN,
          Action.CONFIRM,
          Action.DENY);

  private final Workload workload;
  private final LongUnaryOperator times;
  private final World world;
  private final Zipf entities;
  private final Zipf regions;
  private final int mostEntities;
  private final int mostRegions;

  /** Of history: news come ten seconds apart. */
  public Generator(Workload workload) {
    this(workload, number -> BEGIN + number * STEP_MILLIS);
  }

  /**
   * @param times when a news of a number is published, in ms since 1970
   */
  public Generator(Workload workload, LongUnaryOperator times) {
    this.workload = workload;
    this.times = times;
    this.world = new World(workload);
    this.entities = new Zipf(workload.entities(), workload.skew());
    this.regions = new Zipf(workload.regions(), workload.skew());
    this.mostRegions = workload.claims() < 1.5 ? 1 : 2;
    double entitiesEach = workload.claims() / ((1 + mostRegions) / 2.0);
    this.mostEntities = Math.max(1, (int) Math.round(2 * entitiesEach - 1));
  }

  /** One of the news, numbered from 0. */
  public NewsEvent news(long number) {
    var dice = new Dice(workload.seed(), number);
    int source = dice.below(World.SOURCES);
    var origin = dice.below(5) == 0 ? World.source(dice.below(World.SOURCES)) : null;
    return news(
        "n-" + number,
        World.source(source),
        origin,
        published(number, dice),
        entities(dice),
        regions(dice),
        CATEGORIES.get(dice.below(CATEGORIES.size())),
        Credibility.values()[dice.below(Credibility.values().length)],
        dice);
  }

  /** Whether a statement comes between this news and the next. */
  public boolean isBeforeStatement(long news) {
    return (news + 1) % Workload.NEWS_FOR_A_STATEMENT == 0;
  }

  /** The number of the statement that comes after such a news. */
  public long statementAfter(long news) {
    return (news + 1) / Workload.NEWS_FOR_A_STATEMENT - 1;
  }

  /** One of the statements, numbered from 0; it comes after a hundred news for each before it. */
  public OfficialStatement statement(long number) {
    var dice = new Dice(workload.seed(), OF_STATEMENTS + number);
    int place = regions.draw(dice);
    var lineage = world.lineage(place);
    var action = ACTIONS.get(dice.below(ACTIONS.size()));
    var level = Level.values()[dice.below(Level.values().length)];
    return statement(
        "st-" + number,
        world.zoneOf(place),
        times.applyAsLong((number + 1) * Workload.NEWS_FOR_A_STATEMENT),
        action,
        action == Action.SET_LEVEL ? level : null,
        List.of(World.entity(entities.draw(dice))),
        lineage.get(dice.below(lineage.size())),
        dice);
  }

  /**
   * A news about a subject that nobody else names, heavy enough to move its level. Its time is that
   * of a news of the same number.
   */
  public NewsEvent probe(int probe, long number) {
    var dice = new Dice(workload.seed(), OF_PROBES + probe);
    var entity = World.probeEntity(probe / workload.regions() % World.PROBE_ENTITIES);
    return news(
        "probe-" + probe,
        World.PROBE_SOURCE,
        null,
        times.applyAsLong(number),
        List.of(entity),
        List.of(world.lineage(probe % workload.regions()).get(0)),
        Category.ATTACK,
        Credibility.CONFIRMED,
        dice);
  }

  /** A news about one subject, all subjects in turn, a second apart. */
  public NewsEvent each(long number) {
    return about(number % subjects(), number, number);
  }

  /** A news about any of the subjects, all alike, a second apart. */
  public NewsEvent any(long number) {
    var dice = new Dice(workload.seed(), OF_SUBJECTS + number);
    return about(Long.remainderUnsigned(dice.next(), subjects()), number, number);
  }

  /** As {@link #each}, with the time of an earlier number. */
  public NewsEvent delayed(long number, long earlier) {
    return about(number % subjects(), number, earlier);
  }

  /** A declaration about everybody in the first country; each takes the place of the one before. */
  public OfficialStatement covering(long number, long after) {
    var dice = new Dice(workload.seed(), OF_STATEMENTS + number);
    return statement(
        "covering-" + number,
        0,
        BEGIN + (after + number) * SECOND,
        Action.SET_LEVEL,
        number % 2 == 0 ? Level.SEVERE : Level.MODERATE,
        List.of(),
        World.country(0),
        dice);
  }

  private long subjects() {
    return (long) workload.entities() * workload.regions();
  }

  private NewsEvent about(long subject, long number, long second) {
    var dice = new Dice(workload.seed(), OF_SUBJECTS - number);
    return news(
        "n-" + number,
        World.source(dice.below(World.SOURCES)),
        null,
        BEGIN + second * SECOND,
        List.of(World.entity((int) (subject / workload.regions()))),
        List.of(world.lineage((int) (subject % workload.regions())).get(0)),
        CATEGORIES.get(dice.below(CATEGORIES.size())),
        Credibility.values()[dice.below(Credibility.values().length)],
        dice);
  }

  private static OfficialStatement statement(
      String id,
      int zone,
      long issued,
      Action action,
      Level level,
      List<String> entities,
      String region,
      Dice dice) {
    return new OfficialStatement(
        id,
        World.authority(zone),
        Instant.ofEpochMilli(issued),
        null,
        null,
        action,
        level,
        null,
        null,
        null,
        entities,
        List.of(region),
        List.of(),
        List.of(),
        Prose.of(dice, BODY),
        "https://gov.example/statements/" + id,
        0,
        OfficialStatement.Status.ISSUED,
        Map.of());
  }

  private static NewsEvent news(
      String id,
      String source,
      String origin,
      long published,
      List<String> entities,
      List<String> regions,
      Category category,
      Credibility credibility,
      Dice dice) {
    return new NewsEvent(
        id,
        source,
        origin,
        Instant.ofEpochMilli(published),
        Prose.of(dice, HEADLINE),
        Prose.of(dice, BODY),
        "en",
        "https://" + source + ".example/reports/" + id + ".html",
        null,
        entities,
        regions,
        category,
        credibility,
        0,
        null,
        NewsEvent.Status.USABLE,
        Map.of());
  }

  private long published(long number, Dice dice) {
    long onTime = times.applyAsLong(number);
    boolean late = dice.unit() * 100 < workload.late();
    return late ? onTime - 1 - dice.below(LATEST_MILLIS) : onTime;
  }

  private List<String> entities(Dice dice) {
    int count = Math.min(1 + dice.below(mostEntities), workload.entities());
    var chosen = new ArrayList<String>(count);
    while (chosen.size() < count) {
      addNew(chosen, World.entity(entities.draw(dice)));
    }
    return chosen;
  }

  private List<String> regions(Dice dice) {
    int count = Math.min(1 + dice.below(mostRegions), workload.regions());
    var chosen = new ArrayList<String>(count);
    while (chosen.size() < count) {
      var lineage = world.lineage(regions.draw(dice));
      addNew(chosen, lineage.get(dice.below(lineage.size())));
    }
    return chosen;
  }

  private static void addNew(List<String> chosen, String id) {
    if (!chosen.contains(id)) {
      chosen.add(id);
    }
  }

  private static <T extends Enum<T>> List<T> mixed(Map<T, Integer> shares) {
    var mix = new ArrayList<T>();
    shares.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .forEach(
            share -> {
              for (int i = 0; i < share.getValue(); i++) {
                mix.add(share.getKey());
              }
            });
    return List.copyOf(mix);
  }
}
