package io.tocsin.evaluate;

import java.nio.file.Path;

/** A corpus that is not there, or not as its makers write it. */
public final class BadCorpus extends RuntimeException {
  private static final long serialVersionUID = 1L;

  BadCorpus(Path file, String rule) {
    super(file + " " + rule);
  }

  BadCorpus(Path file, String rule, Throwable cause) {
    super(file + " " + rule, cause);
  }
}
