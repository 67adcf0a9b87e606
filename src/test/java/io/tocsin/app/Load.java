package io.tocsin.app;

import io.tocsin.assess.Policy;
import io.tocsin.model.AlertLevelChange;
import io.tocsin.model.Incoming;
import io.tocsin.oracle.Scenarios;
import io.tocsin.reference.Reference;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Records by rule, published in their order at a steady pace until it is told to end, whatever
 * becomes of those who read them: news, statements, controls, revisions, repeated and late ones.
 * The pure core is given the same ones afterwards, and says what should have been told.
 */
public final class Load implements AutoCloseable {
  private static final long SEED = 7;

  /** The density of scenarios that other tests have: fifty records a day. */
  private static final int A_DAY = 50;

  private static final int MOST = 60_000;
  private static final long TURN_MILLIS = 20;
  private static final Duration PATIENCE = Duration.ofMinutes(5);

  private final LiveRun live;
  private final List<Incoming> records;
  private final double perSecond;
  private final List<Incoming> sent = new ArrayList<>();
  private final AtomicLong acknowledged = new AtomicLong();
  private final AtomicReference<Throwable> failed = new AtomicReference<>();
  private final CountDownLatch ending = new CountDownLatch(1);
  private final Thread thread = new Thread(this::run, "load");

  /**
   * @param live where to; its producer is given as long as a fault may last
   */
  public Load(LiveRun live, double perSecond) {
    this(live, perSecond, records(Duration.ofDays(MOST / A_DAY)));
  }

  /**
   * @param records in the order in which they are published; those that come after the end are not
   */
  Load(LiveRun live, double perSecond, List<Incoming> records) {
    this.live = live;
    this.perSecond = perSecond;
    this.records = records;
    thread.setDaemon(true);
  }

  /** As many as last for any test, strewn over a span. */
  static List<Incoming> records(Duration span) {
    return Scenarios.random(SEED, MOST, span, Scenarios.Options.WILD).stream()
        .map(Incoming.class::cast)
        .toList();
  }

  /** Begins to publish. */
  public Load begin() {
    thread.start();
    return this;
  }

  /** How many records Kafka has taken so far. */
  public long acknowledged() {
    check();
    return acknowledged.get();
  }

  /**
   * Publishes no more but a last TICK; returns when Kafka has everything.
   *
   * @throws AssertionError where Kafka did not take a record
   */
  public Expected end(Path world, Policy policy) throws InterruptedException {
    end();
    return expected(world, policy);
  }

  /** The same; returns what was published. */
  List<Incoming> end() throws InterruptedException {
    ending.countDown();
    thread.join(PATIENCE.toMillis());
    check();
    if (thread.isAlive()) {
      throw new AssertionError(
          "Kafka has only %d of %d records".formatted(acknowledged.get(), sent.size()));
    }
    return List.copyOf(sent);
  }

  /**
   * What the core makes of the records that were published.
   *
   * @param records how many there were, the last TICK included
   * @param changes as the topic of alerts should have them
   * @param standings as the topic of levels should have them
   * @param fates of the records
   */
  public record Expected(
      long records,
      List<AlertLevelChange> changes,
      List<AlertLevelChange> standings,
      Map<Backtest.Fate, Long> fates) {}

  private Expected expected(Path world, Policy policy) {
    var changes = new ArrayList<AlertLevelChange>();
    var core = new Backtest(Reference.load(world), policy, changes::add);
    var fates = new EnumMap<Backtest.Fate, Long>(Backtest.Fate.class);
    sent.forEach(record -> fates.merge(core.accept(record), 1L, Long::sum));
    return new Expected(sent.size(), changes, List.copyOf(core.latest()), fates);
  }

  private void run() {
    try (var playback = new Playback(live.options, live.options.kafka().bootstrapServers())) {
      long begun = System.nanoTime();
      while (!ending.await(TURN_MILLIS, TimeUnit.MILLISECONDS)) {
        double due = (System.nanoTime() - begun) / 1e9 * perSecond;
        while (sent.size() < Math.min(due, records.size() - 1)) {
          send(playback, records.get(sent.size()));
        }
      }
      send(playback, Scenarios.tick("load-end", latest()));
      playback.flush();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException e) {
      failed.set(e);
    }
  }

  private void send(Playback playback, Incoming record) {
    sent.add(record);
    playback.send(record, acknowledged::incrementAndGet);
  }

  private Instant latest() {
    return sent.stream().map(Incoming::arrivalTime).max(Instant::compareTo).orElse(Scenarios.START);
  }

  private void check() {
    if (failed.get() != null) {
      throw new AssertionError("the load failed", failed.get());
    }
  }

  @Override
  public void close() {
    ending.countDown();
  }
}
