package io.tocsin.deliver.live;

import io.tocsin.deliver.board.Bookmark;
import io.tocsin.deliver.board.Told;
import java.util.function.Supplier;

/** A listener among those that are told as changes come. For one thread. */
final class Ear {
  private final Listener listener;
  private Bookmark own;
  private boolean news;

  /**
   * @param own where it stands if not where all do: it has heard in another order, of another
   *     server; {@code null} otherwise
   */
  Ear(Listener listener, Bookmark own) {
    this.listener = listener;
    this.own = own;
  }

  Listener listener() {
    return listener;
  }

  /**
   * @param place where all stand with this change
   * @param shared the change for all who stand there
   * @param json the change itself
   * @return whether there was room for it
   */
  boolean hear(Told told, Bookmark place, Supplier<byte[]> shared, Supplier<byte[]> json) {
    boolean mine = own == null;
    if (!mine) {
      if (!own.isBefore(told)) {
        return true;
      }
      own = own.behind(told);
    }
    var id = own;
    settle(place);
    if (!listener.choice().takes(told)) {
      return true;
    }
    news = true;
    return listener.offer(mine ? shared.get() : Frames.change(id, json.get()));
  }

  /** From where all have passed its place it stands where all do. */
  void settle(Bookmark all) {
    if (own != null && all.reaches(own)) {
      own = null;
    }
  }

  boolean hear(byte[] frame) {
    news = true;
    return listener.offer(frame);
  }

  /** Where it stands. */
  Bookmark place(Bookmark all) {
    return own == null ? all : own;
  }

  /** Lets the client have what has come. */
  void wake() {
    if (news) {
      news = false;
      listener.wake();
    }
  }
}
