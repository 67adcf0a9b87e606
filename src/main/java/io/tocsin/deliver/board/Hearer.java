package io.tocsin.deliver.board;

import java.util.List;

/** Who is told of everything in the order in which the board saw it; by the board's thread. */
public interface Hearer {
  /** Nobody. */
  Hearer NONE =
      new Hearer() {
        @Override
        public void opened(Bookmark place) {}

        @Override
        public void heard(List<Told> changes, List<State> states) {}

        @Override
        public void caughtUp() {}
      };

  /** Reading of the alerts begins here; told once, before everything else. */
  void opened(Bookmark place);

  /** What has come in one go: changes that were not known yet, and states. */
  void heard(List<Told> changes, List<State> states);

  /** What comes from now on is new. */
  void caughtUp();
}
