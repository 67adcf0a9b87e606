package io.tocsin.cli;

import io.tocsin.app.Watch;
import io.tocsin.cli.text.Terminal;
import io.tocsin.cli.text.Times;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import me.tongfei.progressbar.DelegatingProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarStyle;

/** Progress on standard error: a bar on a terminal, a line every few seconds elsewhere. */
final class Meter {
  private static final Duration BETWEEN_LINES = Duration.ofSeconds(5);
  private static final int BAR_EVERY_MILLIS = 200;
  private static final int WIDEST = 120;

  private Meter() {}

  static Watch.Progress begin(
      String label, long total, PrintStream err, Terminal terminal, InstantSource clock) {
    return terminal.tty()
        ? new Bar(label, total, err, terminal)
        : new Lines(label, total, err, clock);
  }

  private static final class Bar implements Watch.Progress {
    private final ProgressBar bar;
    private final PrintStream err;

    Bar(String label, long total, PrintStream err, Terminal terminal) {
      this.err = err;
      this.bar =
          ProgressBar.builder()
              .setTaskName(label)
              .setInitialMax(total)
              .setStyle(
                  terminal.symbols() ? ProgressBarStyle.UNICODE_BLOCK : ProgressBarStyle.ASCII)
              .setUpdateIntervalMillis(BAR_EVERY_MILLIS)
              .setConsumer(
                  new DelegatingProgressBarConsumer(
                      text -> err.print("\r" + text), Math.min(WIDEST, terminal.width() - 1)))
              .build();
    }

    @Override
    public void step(long steps) {
      bar.stepBy(steps);
    }

    @Override
    public void label(String text) {
      bar.setExtraMessage(text);
    }

    @Override
    public void close() {
      bar.close();
      err.println();
    }
  }

  private static final class Lines implements Watch.Progress {
    private final String label;
    private final long total;
    private final PrintStream err;
    private final InstantSource clock;
    private final Instant begun;
    private Instant told;
    private long done;
    private String at = "";

    Lines(String label, long total, PrintStream err, InstantSource clock) {
      this.label = label;
      this.total = total;
      this.err = err;
      this.clock = clock;
      this.begun = clock.instant();
      this.told = begun;
    }

    @Override
    public synchronized void step(long steps) {
      done += steps;
      var now = clock.instant();
      if (Duration.between(told, now).compareTo(BETWEEN_LINES) >= 0) {
        told = now;
        err.println(label + ": " + count() + (at.isEmpty() ? "" : ", " + at));
      }
    }

    @Override
    public synchronized void label(String text) {
      at = text;
    }

    @Override
    public synchronized void close() {
      var took = Times.lasting(Duration.between(begun, clock.instant()));
      err.println(label + ": " + count() + " in " + took);
    }

    private String count() {
      return total > 0 ? done + " of " + total : Long.toString(done);
    }
  }
}
