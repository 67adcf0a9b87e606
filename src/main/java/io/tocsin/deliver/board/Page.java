package io.tocsin.deliver.board;

import java.util.List;
import java.util.Optional;

/**
 * A part of a list.
 *
 * @param next the last item here, behind which the next part begins; empty where this is the last
 * @param total how many the whole list has; -1 where that was not counted
 */
public record Page<T>(List<T> items, Optional<T> next, long total) {
  public Page {
    items = List.copyOf(items);
  }

  /** Of what was found, one more than asked for where there is more. */
  static <T> Page<T> of(List<T> found, int limit, long total) {
    return found.size() <= limit
        ? new Page<>(found, Optional.empty(), total)
        : new Page<>(found.subList(0, limit), Optional.of(found.get(limit - 1)), total);
  }
}
