package io.tocsin.bench.contender;

/** Where state is kept; either way with a changelog. */
public enum Storage {
  /** What the contender takes by itself: RocksDB for the naive one, its defaults for Tocsin. */
  DURABLE,
  MEMORY
}
