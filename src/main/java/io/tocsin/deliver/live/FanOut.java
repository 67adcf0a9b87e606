package io.tocsin.deliver.live;

import io.tocsin.deliver.board.Bookmark;
import io.tocsin.deliver.board.State;
import io.tocsin.deliver.board.Told;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * What the thread that hands out does. Each change is written once for all who stand where this
 * server does; those who came again stand elsewhere until it has passed their place.
 */
final class FanOut {
  /**
   * Writing is dearer than queueing: what has piled up goes out together, but no more than this.
   */
  private static final int AT_ONCE = 64;

  private static final String UNKNOWN = "the last event id is not one of this topic";

  private final Writing writing;
  private final Limits limits;
  private final Counts counts;
  private final CatchUp catchUp;
  private final Map<Listener, Ear> ears = new LinkedHashMap<>();

  /** Who is told out of the log, or waits for the board; hears heartbeats alone. */
  private final Map<Listener, From> elsewhere = new HashMap<>();

  private Ring ring;
  private boolean caughtUp;
  private int unsent;

  FanOut(Writing writing, Limits limits, Counts counts, CatchUp catchUp) {
    this.writing = writing;
    this.limits = limits;
    this.counts = counts;
    this.catchUp = catchUp;
  }

  void run(Errand errand) {
    if (errand instanceof Errand.Heard heard) {
      heard.changes().forEach(this::tell);
      heard.states().forEach(this::tell);
    } else if (errand instanceof Errand.Joins joins) {
      joins(joins.listener(), joins.from());
    } else if (errand instanceof Errand.Rejoins back) {
      if (elsewhere.containsKey(back.listener())) {
        takeIn(back.listener(), back.place(), true);
      }
    } else if (errand instanceof Errand.Misses misses) {
      if (elsewhere.containsKey(misses.listener())) {
        lost(misses.listener(), misses.reason());
      }
    } else if (errand instanceof Errand.Fails fails) {
      drop(fails.listener(), fails.why());
    } else if (errand instanceof Errand.Leaves leaves) {
      leaves(leaves.listener());
    } else if (errand instanceof Errand.Opened opened) {
      ring = new Ring(opened.place(), limits.ringBytes());
    } else {
      caughtUp = true;
      Map.copyOf(elsewhere).forEach(this::begin);
    }
  }

  private void joins(Listener listener, From from) {
    elsewhere.put(listener, from);
    if (caughtUp) {
      begin(listener, from);
    } else {
      // that the connection stands, before there is anything to tell
      listener.offer(Frames.heartbeat(null));
      listener.wake();
    }
  }

  private void begin(Listener listener, From from) {
    if (from instanceof From.Place place) {
      takeIn(listener, place.place(), false);
    } else if (from instanceof From.Moment moment) {
      catchUp.since(listener, moment.since());
    } else if (from instanceof From.Lost lost) {
      lost(listener, lost.reason());
    } else {
      takeIn(listener, ring.end(), true);
      hello(listener);
    }
  }

  /** Tells where the client stands, so that it can come again although it has heard nothing yet. */
  private void hello(Listener listener) {
    listener.offer(Frames.heartbeat(ring.end()));
    listener.wake();
  }

  private void lost(Listener listener, String reason) {
    listener.offer(Frames.reset(ring.end(), reason));
    takeIn(listener, ring.end(), true);
    listener.wake();
  }

  /**
   * Goes on behind a place, if the last changes reach back to it.
   *
   * @param known whether the log is known to have the place
   */
  private void takeIn(Listener listener, Bookmark place, boolean known) {
    boolean ahead = !ring.end().reaches(place);
    if (ahead && place.partitions() > ring.end().partitions()) {
      lost(listener, UNKNOWN);
      return;
    }
    if (!place.reaches(ring.start())
        || ahead && !known
        || ring.bytesBehind(place) > Math.min(limits.bytesEach() / 4, Limits.OWN_BYTES)) {
      catchUp.from(listener, place);
      return;
    }
    elsewhere.remove(listener);
    var ear = new Ear(listener, place);
    ears.put(listener, ear);
    replay(ear);
    ear.wake();
  }

  private void replay(Ear ear) {
    var passed = ring.start();
    for (var told : ring.changes()) {
      passed = passed.behind(told);
      var at = passed;
      Supplier<byte[]> json = () -> writing.change(told);
      tell(ear, told, at, () -> Frames.change(at, json.get()), json);
    }
    ear.settle(ring.end());
  }

  private void tell(Told told) {
    ring.add(told);
    if (ears.isEmpty()) {
      return;
    }
    var json = once(() -> writing.change(told));
    var shared = once(() -> Frames.change(ring.end(), json.get()));
    for (var ear : new ArrayList<>(ears.values())) {
      tell(ear, told, ring.end(), shared, json);
    }
    writing.told(told);
    if (++unsent >= AT_ONCE) {
      send();
    }
  }

  /** Lets the clients have what has come since the last time. */
  void send() {
    unsent = 0;
    List.copyOf(ears.values()).forEach(Ear::wake);
  }

  private void tell(
      Ear ear, Told told, Bookmark place, Supplier<byte[]> shared, Supplier<byte[]> json) {
    if (!ear.hear(told, place, shared, json)) {
      drop(ear.listener(), Dropped.TOO_SLOW);
    }
  }

  private void tell(State state) {
    var frame = once(() -> Frames.level(writing.level(state)));
    for (var ear : new ArrayList<>(ears.values())) {
      if (ear.listener().wantsLevels()
          && ear.listener().choice().takes(state)
          && !ear.hear(frame.get())) {
        drop(ear.listener(), Dropped.TOO_SLOW);
      }
    }
  }

  void heartbeat() {
    for (var ear : new ArrayList<>(ears.values())) {
      if (ear.hear(Frames.heartbeat(ear.place(ring.end())))) {
        ear.wake();
      } else {
        drop(ear.listener(), Dropped.TOO_SLOW);
      }
    }
    for (var listener : elsewhere.keySet()) {
      listener.offer(Frames.heartbeat(null));
      listener.wake();
    }
  }

  private void drop(Listener listener, Dropped why) {
    if (ears.remove(listener) != null | elsewhere.remove(listener) != null) {
      counts.leave();
      counts.drop(why);
      listener.end(Frames.dropped(why));
      listener.wake();
    }
  }

  private void leaves(Listener listener) {
    if (ears.remove(listener) != null | elsewhere.remove(listener) != null) {
      counts.leave();
    }
  }

  void close() {
    new ArrayList<>(ears.keySet()).forEach(listener -> drop(listener, Dropped.CLOSING));
    new ArrayList<>(elsewhere.keySet()).forEach(listener -> drop(listener, Dropped.CLOSING));
  }

  /** A value that is made when first asked for. */
  private static Supplier<byte[]> once(Supplier<byte[]> making) {
    var made = new byte[1][];
    return () -> {
      if (made[0] == null) {
        made[0] = making.get();
      }
      return made[0];
    };
  }
}
