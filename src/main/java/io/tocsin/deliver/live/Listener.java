package io.tocsin.deliver.live;

import io.tocsin.deliver.board.Choice;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * One who hears what comes: a queue of bytes between the thread that hands out and whatever writes
 * them to the client.
 */
public final class Listener {
  private final Choice choice;
  private final boolean levels;
  private final int capacity;
  private final Runnable wake;
  private final Deque<byte[]> frames = new ArrayDeque<>();
  private long waiting;
  private boolean ended;

  /**
   * @param levels whether states are wanted beside changes
   * @param capacity bytes that may wait for the client
   * @param wake told when there is something to write; must not block
   */
  public Listener(Choice choice, boolean levels, int capacity, Runnable wake) {
    this.choice = choice;
    this.levels = levels;
    this.capacity = capacity;
    this.wake = wake;
  }

  Choice choice() {
    return choice;
  }

  boolean wantsLevels() {
    return levels;
  }

  void wake() {
    wake.run();
  }

  /** What to write next; {@code null} where there is nothing now. */
  public synchronized byte[] poll() {
    var frame = frames.poll();
    if (frame != null) {
      waiting -= frame.length;
    }
    return frame;
  }

  /** Whether nothing comes any more. */
  public synchronized boolean isOver() {
    return ended && frames.isEmpty();
  }

  /** The client has gone: nothing is to be kept for it. */
  public synchronized void gone() {
    ended = true;
    frames.clear();
    waiting = 0;
  }

  synchronized boolean isEnded() {
    return ended;
  }

  /**
   * @return whether there was room
   */
  synchronized boolean offer(byte[] frame) {
    if (ended) {
      return true;
    }
    if (waiting > 0 && waiting + frame.length > capacity) {
      return false;
    }
    push(frame);
    return true;
  }

  /** Takes a frame whether or not there is room. */
  synchronized void push(byte[] frame) {
    if (!ended) {
      frames.add(frame);
      waiting += frame.length;
    }
  }

  /** Whether so little waits that more of its own may be made for it. */
  synchronized boolean hasRoom() {
    return waiting <= Math.min(capacity / 2, Limits.OWN_BYTES);
  }

  int capacity() {
    return capacity;
  }

  /** Nothing but this comes any more, not even what waits. */
  synchronized void end(byte[] last) {
    if (!ended) {
      frames.clear();
      frames.add(last);
      waiting = last.length;
      ended = true;
    }
  }
}
