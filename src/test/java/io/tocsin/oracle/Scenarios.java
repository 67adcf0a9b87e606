package io.tocsin.oracle;

import io.tocsin.model.Control;
import io.tocsin.model.NewsEvent;
import io.tocsin.model.OfficialStatement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;

/** Random records over {@link SmallWorld}: the same seed gives the same records. */
public final class Scenarios {
  /** When every scenario starts. */
  public static final Instant START = Instant.parse("2026-03-01T00:00:00Z");

  /** The longest delay of a record that is late but not too late. */
  public static final Duration MAX_DELAY = Duration.ofHours(156);

  /** In which order records arrive. */
  public enum Disorder {
    /** By arrival time. */
    NONE,
    /** Some records up to {@link #MAX_DELAY} late, all within the default lateness. */
    LATE,
    /** The same, and a few so late that they are dead letters. */
    TOO_LATE
  }

  /**
   * What a scenario holds beside news.
   *
   * @param revisions whether news is revised and retracted
   * @param statements whether authorities speak
   * @param controls whether analysts pin and release
   * @param duplicates whether some records come more than once
   */
  public record Options(
      Disorder disorder,
      boolean revisions,
      boolean statements,
      boolean controls,
      boolean duplicates) {
    /** Everything there is, in order. */
    public static final Options IN_ORDER = new Options(Disorder.NONE, true, true, true, true);

    /** News alone, in order, each once. */
    public static final Options PLAIN_NEWS = new Options(Disorder.NONE, false, false, false, false);

    /** Everything there is, some late, none too late. */
    public static final Options LATE = new Options(Disorder.LATE, true, true, true, true);

    /** Everything there is, some too late. */
    public static final Options WILD = new Options(Disorder.TOO_LATE, true, true, true, true);
  }

  /**
   * A record and when it comes.
   *
   * @param at epoch ms
   */
  record Arrival(long at, Object record) {}

  private Scenarios() {}

  /** Everything there is, in order, ending with a TICK. */
  public static List<Object> random(long seed, int records, Duration span) {
    return random(seed, records, span, Options.IN_ORDER);
  }

  /**
   * About this many records from {@link #START} on, ending with a TICK up to three days after.
   *
   * @param span over which the records are strewn, in bursts
   */
  public static List<Object> random(long seed, int records, Duration span, Options options) {
    var random = new Random(seed);
    var writer = new ScenarioWriter(random, span, options);
    var arrivals = new ArrayList<Arrival>();
    for (long time : writer.times(records)) {
      for (var record : writer.write(time)) {
        arrivals.add(new Arrival(arrivalTime(record) + delay(random, options), record));
        if (options.duplicates() && random.nextInt(20) == 0) {
          arrivals.add(new Arrival(arrivalTime(record) + random.nextInt(7_200_000), record));
        }
      }
    }
    var ordered = ordered(arrivals);
    long last = arrivals.stream().mapToLong(Arrival::at).max().orElse(START.toEpochMilli());
    ordered.add(tick("tick-last", Instant.ofEpochMilli(last + random.nextInt(72) * 3_600_000L)));
    return ordered;
  }

  /**
   * The same records in another order and some of them twice, none later than the bound behind any
   * clock; the last one, a TICK, stays last.
   */
  public static List<Object> shuffled(List<Object> records, long seed, Duration bound) {
    var random = new Random(seed);
    var arrivals = new ArrayList<Arrival>();
    for (var record : records.subList(0, records.size() - 1)) {
      int copies = random.nextInt(8) == 0 ? 2 : 1;
      for (int i = 0; i < copies; i++) {
        long delay = (long) (random.nextDouble() * bound.toMillis());
        arrivals.add(new Arrival(arrivalTime(record) + delay, record));
      }
    }
    var ordered = ordered(arrivals);
    ordered.add(records.get(records.size() - 1));
    return ordered;
  }

  /** A TICK. */
  public static Control tick(String id, Instant at) {
    return new Control(id, Control.Type.TICK, null, null, null, null, at, null, null);
  }

  /** The arrival time of a record by assessment section 8, epoch ms. */
  public static long arrivalTime(Object record) {
    if (record instanceof NewsEvent event) {
      return event.arrivalTime().toEpochMilli();
    }
    return record instanceof OfficialStatement statement
        ? statement.issuedAt().toEpochMilli()
        : ((Control) record).at().toEpochMilli();
  }

  private static List<Object> ordered(List<Arrival> arrivals) {
    var ordered = new ArrayList<Object>();
    arrivals.stream()
        .sorted(Comparator.comparingLong(Arrival::at))
        .forEach(a -> ordered.add(a.record()));
    return ordered;
  }

  private static long delay(Random random, Options options) {
    if (options.disorder() == Disorder.TOO_LATE && random.nextInt(50) == 0) {
      return Duration.ofHours(169 + random.nextInt(48)).toMillis();
    }
    if (options.disorder() != Disorder.NONE && random.nextInt(6) == 0) {
      return (long) (random.nextDouble() * MAX_DELAY.toMillis());
    }
    return 0;
  }
}
