package io.tocsin.cli;

import io.tocsin.app.Results;
import io.tocsin.app.Watch;
import io.tocsin.cli.text.Cells;
import io.tocsin.cli.text.Style;
import io.tocsin.cli.text.Times;
import io.tocsin.model.AlertLevelChange;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;

/** Prints what a running command tells. */
final class Screen implements Watch {
  private static final String ERASE_LINE = "\r\u001b[2K";

  private final Surroundings at;
  private final Function<AlertLevelChange, String> changes;
  private final boolean json;
  private boolean drawing;

  /**
   * @param changes how a change is written to standard output
   */
  Screen(Surroundings at, boolean json, Function<AlertLevelChange, String> changes) {
    this.at = at;
    this.json = json;
    this.changes = changes;
  }

  @Override
  public synchronized void say(String notice) {
    erase();
    at.err().println(notice);
  }

  @Override
  public synchronized void ready(List<Results.Endpoint> endpoints) {
    erase();
    if (json) {
      endpoints.forEach(e -> print(Json.line("name", e.name(), "address", e.address())));
      return;
    }
    at.err().println(Style.GOOD.paint("ready", at.errTerminal()));
    endpoints.forEach(e -> at.err().println("  " + Cells.left(e.name(), 12) + "  " + e.address()));
  }

  @Override
  public synchronized void change(AlertLevelChange change) {
    erase();
    print(changes.apply(change));
  }

  @Override
  public synchronized void published(Instant time, String who, String what) {
    if (json) {
      return;
    }
    erase();
    var terminal = at.errTerminal();
    var text = Times.fitting(time, terminal) + "  " + Cells.clean(who) + ": " + Cells.clean(what);
    at.err().println(Style.FAINT.paint(Cells.fit(text, terminal.width()), terminal));
  }

  @Override
  public synchronized void refused(Results.Refusal refusal) {
    erase();
    at.err().println(Style.BAD.paint("refused", at.errTerminal()) + "  " + refusal.where());
    refusal.problems().forEach(p -> at.err().println("  " + Cells.clean(p.toString())));
  }

  @Override
  public synchronized Progress begin(String label, long total) {
    drawing = at.errTerminal().tty();
    var meter = Meter.begin(label, total, at.err(), at.errTerminal(), at.clock());
    return new Progress() {
      @Override
      public void step(long steps) {
        meter.step(steps);
      }

      @Override
      public void label(String text) {
        meter.label(text);
      }

      @Override
      public void close() {
        meter.close();
        drawing = false;
      }
    };
  }

  /** Writes lines of data. */
  synchronized void print(String line) {
    at.out().println(line);
    if (at.out().checkError()) {
      throw new OutputClosed();
    }
  }

  void print(List<String> lines) {
    lines.forEach(this::print);
  }

  private void erase() {
    if (drawing) {
      at.err().print(ERASE_LINE);
    }
  }
}
