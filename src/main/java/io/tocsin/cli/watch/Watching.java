package io.tocsin.cli.watch;

import io.tocsin.app.LiveLevels;
import io.tocsin.cli.text.Terminal;
import io.tocsin.cli.text.Words;
import io.tocsin.model.Level;
import java.io.IOError;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.BooleanSupplier;
import org.jline.reader.EndOfFileException;

/** Looks at the levels and at the keys in turn, and shows what follows. */
public final class Watching {
  private static final long KEY_WITHIN_MILLIS = 250;
  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(500);

  private final LiveLevels levels;
  private final FullScreen full;
  private final WatchScreen screen;
  private final InstantSource clock;
  private final BooleanSupplier stopping;
  private WatchState state;
  private Instant looked = Instant.MIN;

  /**
   * @param look what may be drawn with
   * @param least {@code null} for all levels
   * @param stopping whether the run was asked to end
   */
  public Watching(
      LiveLevels levels,
      FullScreen full,
      Words words,
      Terminal look,
      Level least,
      InstantSource clock,
      BooleanSupplier stopping) {
    this.levels = levels;
    this.full = full;
    this.clock = clock;
    this.stopping = stopping;
    this.screen = new WatchScreen(levels.cluster(), words, look);
    this.state = WatchState.start(new Plates(words), full.size(), least, clock.instant());
  }

  /** Until somebody leaves, the run is asked to end, or the terminal goes away. */
  public void run() {
    full.enter();
    try {
      while (state.mode() != Mode.LEAVING && !stopping.getAsBoolean()) {
        step();
      }
    } catch (EndOfFileException e) {
      // the terminal was closed
    } catch (IOError e) {
      if (!stopping.getAsBoolean()) {
        throw e;
      }
    }
  }

  private void step() {
    look();
    state = screen.bounded(state);
    full.show(state.size(), screen.lines(state));
    full.key(KEY_WITHIN_MILLIS).ifPresent(this::pressed);
  }

  private void pressed(Press press) {
    if (press.key() == Key.REDRAW) {
      full.forget();
    }
    var before = state.wanted();
    state = Keys.pressed(state, press);
    if (!state.wanted().equals(before)) {
      detail();
    }
  }

  /** Not after each key: a look at many subjects takes longer than a key. */
  private void look() {
    var now = clock.instant();
    if (Duration.between(looked, now).compareTo(BETWEEN_LOOKS) < 0) {
      return;
    }
    looked = now;
    var size = full.size();
    if (!size.equals(state.size())) {
      state = state.with(size);
    }
    var before = state.picture().sight().standings();
    state = state.look(levels.look(), now);
    if (state.picture().sight().standings() != before) {
      detail();
    }
  }

  private void detail() {
    state.wanted().ifPresent(s -> state = state.detail(levels.detail(s).orElse(null)));
  }
}
