package io.tocsin.app;

import io.tocsin.model.Control;
import io.tocsin.model.Incoming;
import io.tocsin.wire.EventLines;
import io.tocsin.wire.Line;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * The demo scenario with the time that each step leaves to read it: longer after a longer gap, but
 * by its logarithm, so that an hour full of reports can be followed and an empty month does not
 * bore. Longer gaps end with a TICK, so that levels fall before the next report and not after it.
 */
final class DemoScript {
  private static final String SCENARIO = "/scenarios/demo.ndjson";
  private static final Duration WORTH_A_TICK = Duration.ofHours(6);
  private static final double TOTAL_MILLIS = 55_000;
  private static final double MINUTES = 30;

  private final List<Step> steps = new ArrayList<>();
  private double sum;

  private DemoScript() {}

  /**
   * @param weight of the pause after it
   */
  private record Step(Incoming record, double weight) {}

  /** The shipped scenario. */
  static List<Incoming> scenario() {
    var records = new ArrayList<Incoming>();
    try (var lines = EventLines.read(DemoScript.class.getResourceAsStream(SCENARIO))) {
      while (lines.hasNext()) {
        records.add(((Line.Good) lines.next()).record());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return records;
  }

  static DemoScript of(List<? extends Incoming> records) {
    var script = new DemoScript();
    for (int i = 0; i < records.size(); i++) {
      var record = records.get(i);
      if (i + 1 == records.size()) {
        script.add(record, 0);
      } else {
        script.add(record, records.get(i + 1).arrivalTime());
      }
    }
    return script;
  }

  int size() {
    return steps.size();
  }

  Incoming record(int step) {
    return steps.get(step).record();
  }

  /**
   * Milliseconds to wait after a step.
   *
   * @param speed 1 takes about a minute in all, positive infinity does not wait
   */
  long pause(int step, double speed) {
    return sum == 0 ? 0 : Math.round(steps.get(step).weight() / sum * TOTAL_MILLIS / speed);
  }

  private void add(Incoming record, Instant next) {
    var gap = Duration.between(record.arrivalTime(), next);
    double weight = 1 + Math.log1p(Math.max(0, gap.toMinutes()) / MINUTES);
    if (gap.compareTo(WORTH_A_TICK) < 0) {
      add(record, weight);
    } else {
      add(record, weight / 2);
      add(tick(next.minusMillis(1)), weight / 2);
    }
  }

  private void add(Incoming record, double weight) {
    steps.add(new Step(record, weight));
    sum += weight;
  }

  private Control tick(Instant at) {
    return new Control(
        "demo-tick-" + steps.size(), Control.Type.TICK, null, null, null, null, at, null, null);
  }
}
