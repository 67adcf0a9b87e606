package io.tocsin.oracle;

import io.tocsin.model.Control;
import io.tocsin.model.Level;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Writes the records of one scenario in order of their times. */
final class ScenarioWriter {
  private static final long HOUR = Duration.ofHours(1).toMillis();

  /** A time at which much happens around one subject. */
  private record Burst(long centre, String entity, String region, int number) {}

  private final Random random;
  private final Scenarios.Options options;
  private final Choice choice;
  private final ScenarioNews news;
  private final ScenarioStatements statements;
  private final List<Burst> bursts = new ArrayList<>();
  private final long start = Scenarios.START.toEpochMilli();
  private final long span;
  private int controls;

  ScenarioWriter(Random random, Duration span, Scenarios.Options options) {
    this.random = random;
    this.options = options;
    this.span = span.toMillis();
    choice = new Choice(random, new SmallWorld());
    news = new ScenarioNews(choice);
    statements = new ScenarioStatements(choice);
    long count = Math.max(1, span.toDays() / 4);
    for (int i = 0; i < count; i++) {
      long centre = start + (long) (random.nextDouble() * this.span);
      bursts.add(new Burst(centre, choice.entity(), choice.region(), i));
    }
  }

  /** As many times, in order, most of them in bursts, half of them on whole seconds. */
  List<Long> times(int count) {
    var times = new ArrayList<Long>();
    for (int i = 0; i < count; i++) {
      long time = start + (long) (random.nextDouble() * span);
      if (random.nextInt(6) > 0) {
        var burst = choice.of(bursts);
        time = burst.centre() + (long) (Math.abs(random.nextGaussian()) * 5 * HOUR);
      }
      times.add(random.nextBoolean() ? Seconds.ceiling(time) : time);
      if (random.nextInt(30) == 0) {
        times.add(times.get(times.size() - 1));
      }
    }
    return times.subList(0, count).stream().sorted().toList();
  }

  /** The records of a time: mostly one. */
  List<Object> write(long time) {
    choice.focus = null;
    for (var burst : bursts) {
      if (time >= burst.centre() && time < burst.centre() + 20 * HOUR && random.nextInt(3) > 0) {
        choice.focus = new Choice.Focus(burst.entity(), burst.region(), burst.number());
      }
    }
    int dice = random.nextInt(100);
    var at = Instant.ofEpochMilli(time);
    if (options.controls() && dice < 6) {
      return List.of(control(at));
    }
    if (options.statements() && dice < 22) {
      return statements.write(at);
    }
    if (options.revisions() && dice < 31 && news.hasSome()) {
      return List.of(news.revision(at));
    }
    return List.of(news.event(at));
  }

  private Control control(Instant at) {
    var type =
        choice.of(
            List.of(
                Control.Type.PIN,
                Control.Type.PIN,
                Control.Type.RELEASE,
                Control.Type.SILENCE,
                Control.Type.ACK,
                Control.Type.NOTE,
                Control.Type.TICK));
    var id = choice.id("c", controls++);
    if (type == Control.Type.TICK) {
      return Scenarios.tick(id, at);
    }
    boolean pin = type == Control.Type.PIN;
    boolean ends = pin && random.nextInt(5) < 3 || type == Control.Type.SILENCE;
    return new Control(
        id,
        type,
        random.nextInt(5) == 0 ? null : choice.entity(),
        choice.region(),
        pin ? choice.of(List.of(Level.values())) : null,
        ends ? at.plusMillis(1 + (long) (random.nextDouble() * 72 * HOUR)) : null,
        at,
        "analyst",
        pin ? "seen on the ground" : null);
  }
}
