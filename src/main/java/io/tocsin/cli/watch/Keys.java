package io.tocsin.cli.watch;

/** What keys do. */
final class Keys {
  private Keys() {}

  static WatchState pressed(WatchState state, Press press) {
    if (press.key() == Key.INTERRUPT) {
      return state.with(Mode.LEAVING);
    }
    return switch (state.mode()) {
      case TABLE -> press.key() == Key.TEXT ? letter(state, press.text()) : key(state, press.key());
      case TYPING -> typing(state, press);
      case HELP -> state.with(isQuit(press) ? Mode.LEAVING : Mode.TABLE);
      case LEAVING -> state;
    };
  }

  private static boolean isQuit(Press press) {
    return press.text().equals("q");
  }

  private static WatchState key(WatchState state, Key key) {
    return switch (key) {
      case UP -> state.with(state.listing().move(-1));
      case DOWN -> state.with(state.listing().move(1));
      case PAGE_UP -> page(state, -1);
      case PAGE_DOWN -> page(state, 1);
      case FIRST -> state.with(state.listing().first());
      case LAST -> state.with(state.listing().last());
      case ENTER -> state.with(state.pane().open() ? Pane.CLOSED : Pane.OPENED);
      case ESCAPE -> escape(state);
      case CLEAR -> state.with(state.view().withFilter(""));
      case BACKSPACE, REDRAW, INTERRUPT, TEXT -> state;
    };
  }

  private static WatchState letter(WatchState state, String letter) {
    return switch (letter) {
      case "k" -> key(state, Key.UP);
      case "j" -> key(state, Key.DOWN);
      case "b" -> key(state, Key.PAGE_UP);
      case " " -> key(state, Key.PAGE_DOWN);
      case "g" -> key(state, Key.FIRST);
      case "G" -> key(state, Key.LAST);
      case "/" -> state.with(Mode.TYPING);
      case "m" -> state.with(state.view().nextLeast());
      case "o" -> state.with(state.view().withOverall(!state.view().overall()));
      case "s" -> state.with(state.view().nextSort());
      case "p" -> state.paused(!state.picture().paused());
      case "?" -> state.with(Mode.HELP);
      case "q" -> state.with(Mode.LEAVING);
      default -> state;
    };
  }

  /** Of what one may read in full: the pane where it is open, else the table. */
  private static WatchState page(WatchState state, int way) {
    var layout = state.layout();
    return state.pane().open()
        ? state.with(state.pane().scrolled(way * Math.max(1, layout.pane() - 1)))
        : state.with(state.listing().move(way * Math.max(1, layout.rows() - 1)));
  }

  private static WatchState escape(WatchState state) {
    return state.pane().open() ? state.with(Pane.CLOSED) : state.with(state.view().withFilter(""));
  }

  private static WatchState typing(WatchState state, Press press) {
    var text = state.view().filter();
    return switch (press.key()) {
      case TEXT -> state.with(state.view().withFilter(text + press.text()));
      case BACKSPACE ->
          text.isEmpty()
              ? state.with(Mode.TABLE)
              : state.with(state.view().withFilter(text.substring(0, beforeLast(text))));
      case CLEAR -> state.with(state.view().withFilter(""));
      case ESCAPE -> state.with(state.view().withFilter("")).with(Mode.TABLE);
      case ENTER -> state.with(Mode.TABLE);
      case UP, DOWN -> key(state, press.key());
      default -> state;
    };
  }

  private static int beforeLast(String text) {
    return text.offsetByCodePoints(text.length(), -1);
  }
}
