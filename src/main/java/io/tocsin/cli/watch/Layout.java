package io.tocsin.cli.watch;

/**
 * How the lines of a screen are shared out: one for the header, one for the heads of the columns,
 * the rows, the pane with the line above it, one at the foot.
 *
 * @param rows lines for rows of the table
 * @param pane lines for the pane, without the one that separates it; 0 where it is closed
 */
record Layout(int rows, int pane) {
  private static final int HEADER_HEADS_FOOT = 3;
  private static final int LEAST_ROWS = 3;

  /**
   * @param listed how many rows there are: with a pane the table takes no more lines than it fills
   */
  static Layout of(Size size, boolean pane, int listed) {
    int body = Math.max(0, size.height() - HEADER_HEADS_FOOT);
    if (!pane || body <= LEAST_ROWS) {
      return new Layout(body, 0);
    }
    int rows = Math.min(Math.max(LEAST_ROWS, body / 3), Math.max(1, listed));
    return new Layout(rows, Math.max(0, body - rows - 1));
  }
}
