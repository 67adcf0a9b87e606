package io.tocsin.deliver.board;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/**
 * Parts of lists. A part begins behind a place in the order, not after a number of items: whatever
 * comes, goes or moves meanwhile, an item that stays as it is comes once.
 */
public final class Pages {
  private Pages() {}

  /**
   * States in an order.
   *
   * @param behind optional: the last item of the part before
   */
  public static Page<State> states(
      Levels levels, Choice choice, Order order, boolean reversed, State behind, int limit) {
    var scan = new Scan(order.comparator(reversed), behind, limit + 1);
    levels.forEach(
        state -> {
          if (choice.takes(state)) {
            scan.offer(state);
          }
        });
    return Page.of(scan.best(), limit, scan.total);
  }

  /**
   * Changes, newest first.
   *
   * @param behind optional: the last item of the part before
   */
  public static Page<Told> changes(History history, Choice choice, Told behind, int limit) {
    var since = choice.terms().since();
    var found =
        (behind == null ? history.all() : history.behind(behind))
            .takeWhile(told -> since == null || told.effectiveAt() >= since.toEpochMilli())
            .filter(choice::takes)
            .limit(limit + 1L)
            .toList();
    return Page.of(found, limit, -1);
  }

  /** The first of many in an order, without putting all of them in order. */
  private static final class Scan {
    private final Comparator<State> order;
    private final State behind;
    private final int wanted;
    private final PriorityQueue<State> lastFirst;
    private long total;

    Scan(Comparator<State> order, State behind, int wanted) {
      this.order = order;
      this.behind = behind;
      this.wanted = wanted;
      this.lastFirst = new PriorityQueue<>(wanted + 1, order.reversed());
    }

    void offer(State state) {
      total++;
      if (behind != null && order.compare(state, behind) <= 0) {
        return;
      }
      if (lastFirst.size() < wanted) {
        lastFirst.add(state);
      } else if (order.compare(state, lastFirst.peek()) < 0) {
        lastFirst.poll();
        lastFirst.add(state);
      }
    }

    List<State> best() {
      var best = new ArrayList<>(lastFirst);
      Collections.sort(best, order);
      return best;
    }
  }
}
