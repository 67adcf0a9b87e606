package io.tocsin.topology;

/**
 * Is told how a task gets on that lays out its dossiers, before it takes its first record. Calls
 * come from the threads of the tasks.
 */
public interface Layout {
  /** Nobody wants to know. */
  Layout UNWATCHED =
      new Layout() {
        @Override
        public void at(int partition, double part) {
          // nobody wants to know
        }

        @Override
        public void over(int partition) {
          // nobody wants to know
        }
      };

  /**
   * A task is at work.
   *
   * @param part of its reports that it has read, from 0 to 1; an estimate
   */
  void at(int partition, double part);

  /** It has done, or has given up. */
  void over(int partition);
}
