package io.tocsin.bench;

import java.io.IOException;
import java.util.function.LongConsumer;

/** What is told while a bench runs. */
public interface BenchWatch {
  /** Something worth a line. */
  void say(String notice);

  /**
   * Shows the progress of one piece of work.
   *
   * @param total number of steps; -1 where nobody knows
   */
  void during(String label, long total, Work work) throws IOException, InterruptedException;

  /** A piece of work that tells how many steps it has just made. */
  interface Work {
    void run(LongConsumer steps) throws IOException, InterruptedException;
  }
}
