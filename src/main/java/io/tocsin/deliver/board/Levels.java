package io.tocsin.deliver.board;

import java.util.function.Consumer;

/** The latest state of every subject at one moment; never changes. */
public final class Levels {
  static final int CHUNK_BITS = 10;
  static final int CHUNK = 1 << CHUNK_BITS;

  private final State[][] chunks;
  private final Census census;
  private final long modifiedAt;

  Levels(State[][] chunks, Census census, long modifiedAt) {
    this.chunks = chunks;
    this.census = census;
    this.modifiedAt = modifiedAt;
  }

  public int size() {
    return census.size();
  }

  public Census census() {
    return census;
  }

  /** When the latest of them was emitted, epoch ms; 0 where there are none. */
  public long modifiedAt() {
    return modifiedAt;
  }

  /** In no order that means anything. */
  public void forEach(Consumer<State> taker) {
    for (var chunk : chunks) {
      for (var state : chunk) {
        if (state != null) {
          taker.accept(state);
        }
      }
    }
  }

  /** {@code null} where nothing stands there. */
  State at(int slot) {
    int chunk = slot >> CHUNK_BITS;
    return chunk < chunks.length ? chunks[chunk][slot & CHUNK - 1] : null;
  }
}
