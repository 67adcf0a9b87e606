package io.tocsin.evaluate;

import java.util.Set;

/**
 * A sentence that a coder has read.
 *
 * @param labels what he took it for: classes of PLOVER
 * @param published what the makers of the corpus had a program of theirs take it for; empty where
 *     they tell of none
 */
record Coded(String text, Half half, Set<String> labels, Set<String> published) {
  Coded {
    labels = Set.copyOf(labels);
    published = Set.copyOf(published);
  }
}
