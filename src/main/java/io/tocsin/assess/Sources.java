package io.tocsin.assess;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The sources that follow a story's leader, in the order in which they first did. */
final class Sources {
  /** Up to so many are looked through faster than looked up. */
  private static final int FEW = 12;

  private final List<String> inOrder = new ArrayList<>(2);
  private Set<String> all;

  int size() {
    return inOrder.size();
  }

  /** Whether it is a new one. */
  boolean add(String source) {
    if (all == null ? inOrder.contains(source) : !all.add(source)) {
      return false;
    }
    inOrder.add(source);
    if (all == null && inOrder.size() > FEW) {
      all = new HashSet<>(inOrder);
    }
    return true;
  }

  void removeLast() {
    var last = inOrder.remove(inOrder.size() - 1);
    if (all != null) {
      all.remove(last);
    }
  }
}
