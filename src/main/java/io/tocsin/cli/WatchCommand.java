package io.tocsin.cli;

import io.tocsin.app.Options;
import io.tocsin.cli.text.ChangeLine;
import io.tocsin.cli.watch.FullScreen;
import io.tocsin.cli.watch.Watching;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** The levels on a whole screen, as they move. */
@Command(
    name = "watch",
    description = {
      "Shows the levels on the whole screen as they move; ? shows the keys.",
      "Where there is no terminal, prints changes as they come."
    },
    footer = {"  tocsin watch", "  tocsin watch --region GB --min-level SUBSTANTIAL"})
final class WatchCommand implements Callable<Integer> {
  @Mixin private Selected selected;

  private final Root root;

  WatchCommand(Root root) {
    this.root = root;
  }

  @Override
  public Integer call() {
    var options = root.options();
    var full = fullScreen();
    if (full.isPresent()) {
      try (var screen = full.get()) {
        watch(options, screen);
      }
    } else {
      lines(options);
    }
    return Cli.FINE;
  }

  private Optional<FullScreen> fullScreen() {
    var out = root.at().outTerminal();
    return !root.json() && out.tty() && out.symbols()
        ? FullScreen.ofThisProcess()
        : Optional.empty();
  }

  private void watch(Options options, FullScreen screen) {
    var at = root.at();
    var selection = selected.selection();
    try (var levels = root.desk().watch(options, selection)) {
      levels.notes().forEach(at.err()::println);
      new Watching(
              levels,
              screen,
              root.words(options),
              at.outTerminal(),
              selection.minLevel(),
              at.clock(),
              at.stopping())
          .run();
    }
  }

  private void lines(Options options) {
    var screen = root.screen(options);
    if (!root.json() && root.at().outTerminal().tty()) {
      screen.say(ChangeLine.LEGEND);
    }
    root.desk().subscribe(options, selected.selection(), screen);
  }
}
