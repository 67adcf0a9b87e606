package io.tocsin.api.publish;

import io.tocsin.api.publish.Ingress.NotTaken;
import io.tocsin.api.publish.Ingress.Position;
import io.tocsin.model.Problem;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** How far a stream has come. One thread reads it; acknowledgements come on another. */
final class StreamProgress {
  private static final int SHOWN = 100;
  private static final long NANOS_PER_MILLI = 1_000_000;
  private static final int MOST_ON_THEIR_WAY = 2_000;

  private final Duration patience;
  private final List<Map<String, Object>> refusals = new ArrayList<>();
  private final Map<String, Reach> reaches = new TreeMap<>();
  private long lastLine;
  private long refused;
  private long handedOn;
  private long accepted;
  private long ended;
  private Throwable trouble;

  /** What was written to one partition. */
  private static final class Reach {
    private final Position first;
    private long last;
    private long records;

    Reach(Position first) {
      this.first = first;
    }
  }

  /**
   * @param patience how long to wait for any next acknowledgement
   */
  StreamProgress(Duration patience) {
    this.patience = patience;
  }

  synchronized void read(long line) {
    lastLine = line;
  }

  synchronized void refused(long line, List<Problem> problems) {
    refused++;
    if (refusals.size() < SHOWN) {
      var faults = new Faults();
      faults.add("", problems);
      var one = new LinkedHashMap<String, Object>();
      one.put("line", line);
      one.put("errors", faults.shown());
      refusals.add(one);
    }
  }

  /** A record is handed on; waits where too many are on their way. */
  synchronized void begin() {
    awaitAtMost(MOST_ON_THEIR_WAY - 1);
    handedOn++;
  }

  synchronized void end(Position at, Throwable e) {
    ended++;
    if (e == null) {
      accepted++;
      var reach = reaches.computeIfAbsent(at.topic() + " " + at.partition(), key -> new Reach(at));
      reach.last = Math.max(reach.last, at.offset());
      reach.records++;
    } else {
      fail(e);
    }
    notifyAll();
  }

  /** Waits until all that was handed on has an end. */
  synchronized void finish() {
    awaitAtMost(0);
  }

  synchronized boolean hasFailed() {
    return trouble != null;
  }

  synchronized Optional<Throwable> trouble() {
    return Optional.ofNullable(trouble);
  }

  synchronized long refused() {
    return refused;
  }

  synchronized long accepted() {
    return accepted;
  }

  synchronized long handedOn() {
    return handedOn;
  }

  /** The counts, where the records lie, and the first lines that were refused. */
  synchronized Map<String, Object> body() {
    var body = new LinkedHashMap<String, Object>();
    body.put("lastLine", lastLine);
    body.put("accepted", accepted);
    body.put("refused", refused);
    body.put("positions", positions());
    body.put("refusals", List.copyOf(refusals));
    return body;
  }

  private List<Map<String, Object>> positions() {
    var positions = new ArrayList<Map<String, Object>>();
    for (var reach : reaches.values()) {
      var one = new LinkedHashMap<String, Object>();
      one.put("topic", reach.first.topic());
      one.put("partition", reach.first.partition());
      one.put("first", reach.first.offset());
      one.put("last", reach.last);
      one.put("records", reach.records);
      positions.add(one);
    }
    return positions;
  }

  private void awaitAtMost(long onTheirWay) {
    long before = ended;
    long deadline = System.nanoTime() + patience.toNanos();
    while (handedOn - ended > onTheirWay) {
      long left = (deadline - System.nanoTime()) / NANOS_PER_MILLI;
      if (ended != before) {
        before = ended;
        deadline = System.nanoTime() + patience.toNanos();
      } else if (left <= 0) {
        fail(new NotTaken(true, "it does not answer in time", null));
        return;
      } else if (!slept(left)) {
        return;
      }
    }
  }

  private boolean slept(long millis) {
    try {
      wait(millis);
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      fail(new NotTaken(true, "this server is about to stop", e));
      return false;
    }
  }

  private void fail(Throwable e) {
    if (trouble == null) {
      trouble = e;
    }
  }
}
