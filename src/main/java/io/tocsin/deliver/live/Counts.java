package io.tocsin.deliver.live;

import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** The numbers of a live feed. */
final class Counts {
  private final AtomicInteger listeners = new AtomicInteger();
  private final Map<Dropped, AtomicLong> dropped = new EnumMap<>(Dropped.class);

  Counts() {
    for (var why : Dropped.values()) {
      dropped.put(why, new AtomicLong());
    }
  }

  /**
   * @return whether there is room for one more
   */
  boolean enter(int most) {
    return listeners.getAndUpdate(now -> now < most ? now + 1 : now) < most;
  }

  void leave() {
    listeners.decrementAndGet();
  }

  int listeners() {
    return listeners.get();
  }

  void drop(Dropped why) {
    dropped.get(why).incrementAndGet();
  }

  Map<Dropped, Long> dropped() {
    var now = new EnumMap<Dropped, Long>(Dropped.class);
    dropped.forEach((why, count) -> now.put(why, count.get()));
    return now;
  }
}
