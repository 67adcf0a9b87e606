package io.tocsin.assess;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;

/**
 * Finds the earliest story whose leader's fingerprint is within a Hamming distance. Of d + 1 bands
 * of a fingerprint at least one is untouched by d flipped bits, so only stories that share a band
 * are compared (Manku, Jain and Das Sarma, "Detecting Near-Duplicates for Web Crawling", WWW 2007).
 */
final class NearDuplicates {
  private record Band(int index, long bits) {}

  private final int distance;
  private final Map<Band, Deque<Story>> bands = new HashMap<>();

  NearDuplicates(int distance) {
    this.distance = distance;
  }

  void add(long fingerprint, Story story) {
    for (int i = 0; i <= distance; i++) {
      bands.computeIfAbsent(band(fingerprint, i), b -> new ArrayDeque<>()).addLast(story);
    }
  }

  /**
   * The earliest story since a moment that a text of this fingerprint belongs to, or {@code null}.
   */
  Story first(long fingerprint, long since) {
    Story earliest = null;
    for (int i = 0; i <= distance; i++) {
      var sharing = bands.get(band(fingerprint, i));
      if (sharing != null && Stories.firstSince(sharing, since) != null) {
        earliest = earlier(earliest, nearest(sharing, fingerprint));
      }
    }
    return earliest;
  }

  private Story nearest(Deque<Story> sharing, long fingerprint) {
    for (var story : sharing) {
      if (Long.bitCount(story.leader().fingerprint() ^ fingerprint) <= distance) {
        return story;
      }
    }
    return null;
  }

  private static Story earlier(Story one, Story other) {
    if (one == null || other == null) {
      return one == null ? other : one;
    }
    return Exhibit.ORDER.compare(one.leader(), other.leader()) <= 0 ? one : other;
  }

  private Band band(long fingerprint, int index) {
    int from = 64 * index / (distance + 1);
    int to = 64 * (index + 1) / (distance + 1);
    long mask = to - from == 64 ? -1L : (1L << (to - from)) - 1;
    return new Band(index, fingerprint >>> from & mask);
  }
}
