package io.tocsin.deliver.live;

import io.tocsin.deliver.board.Bookmark;
import io.tocsin.deliver.board.State;
import io.tocsin.deliver.board.Told;
import java.util.List;

/** What the thread that hands out is asked to do, in order. */
sealed interface Errand {
  record Opened(Bookmark place) implements Errand {}

  record Heard(List<Told> changes, List<State> states) implements Errand {}

  record CaughtUp() implements Errand {}

  record Joins(Listener listener, From from) implements Errand {}

  /** Was told of the past, up to this place, which the log has. */
  record Rejoins(Listener listener, Bookmark place) implements Errand {}

  /**
   * What it missed is not there any more.
   *
   * @param reason in words
   */
  record Misses(Listener listener, String reason) implements Errand {}

  /** It cannot be told. */
  record Fails(Listener listener, Dropped why) implements Errand {}

  record Leaves(Listener listener) implements Errand {}
}
