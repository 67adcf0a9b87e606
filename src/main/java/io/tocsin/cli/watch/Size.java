package io.tocsin.cli.watch;

/**
 * The cells of a screen.
 *
 * @param width at least 1
 * @param height at least 1
 */
record Size(int width, int height) {
  Size {
    width = Math.max(1, width);
    height = Math.max(1, height);
  }
}
