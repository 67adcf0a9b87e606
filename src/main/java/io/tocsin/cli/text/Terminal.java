package io.tocsin.cli.text;

import java.util.Map;

/**
 * The facts about one output stream that rendering needs.
 *
 * @param tty whether a person sees it as it comes
 * @param width columns; {@link #UNBOUNDED} where lines need not fit
 * @param colours whether colours are wanted
 * @param symbols whether it shows more than ASCII
 */
public record Terminal(boolean tty, int width, boolean colours, boolean symbols) {
  public static final int UNBOUNDED = Integer.MAX_VALUE;

  private static final int USUAL_WIDTH = 100;
  private static final int LEAST_WIDTH = 40;

  /** A file or a pipe. */
  public static final Terminal NONE = new Terminal(false, UNBOUNDED, false, true);

  /**
   * The facts by the conventions of NO_COLOR, CLICOLOR_FORCE, TERM and COLUMNS.
   *
   * @param width columns as the terminal tells them, 0 where nobody knows
   */
  public static Terminal of(boolean tty, int width, Map<String, String> environment) {
    boolean dumb = "dumb".equals(environment.get("TERM"));
    var forced = environment.getOrDefault("CLICOLOR_FORCE", "0");
    boolean refused = !environment.getOrDefault("NO_COLOR", "").isEmpty();
    boolean wanted = !forced.equals("0") && !forced.isEmpty() || tty && !dumb;
    return new Terminal(
        tty, tty ? columns(width, environment) : UNBOUNDED, wanted && !refused, !(tty && dumb));
  }

  private static int columns(int width, Map<String, String> environment) {
    if (width > 0) {
      return Math.max(LEAST_WIDTH, width);
    }
    var columns = environment.getOrDefault("COLUMNS", "");
    return columns.matches("\\d{1,4}")
        ? Math.max(LEAST_WIDTH, Integer.parseInt(columns))
        : USUAL_WIDTH;
  }

  /** The same terminal with some columns taken. */
  public Terminal narrower(int columns) {
    int left = width == UNBOUNDED ? width : Math.max(1, width - columns);
    return new Terminal(tty, left, colours, symbols);
  }

  /** The same terminal without colours. */
  public Terminal plain() {
    return new Terminal(tty, width, false, symbols);
  }
}
