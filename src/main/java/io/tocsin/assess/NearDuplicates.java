package io.tocsin.assess;

/**
 * Finds the earliest story whose leader's fingerprint is within a Hamming distance. A few are
 * compared one by one. Of many, only those that share a band: of d + 1 bands of a fingerprint at
 * least one is untouched by d flipped bits (Manku, Jain and Das Sarma, "Detecting Near-Duplicates
 * for Web Crawling", WWW 2007).
 */
final class NearDuplicates {
  /**
   * Up to so many, comparing all is faster: side by side they are read by the dozen, while each
   * band lies somewhere else in memory.
   */
  static final int FEW = 16_384;

  /** Above this distance bands have so few bits that comparing all is faster. */
  private static final int FARTHEST = 13;

  /** Of a wider band only so many bits tell it from others. */
  private static final int WIDEST_BAND = 10;

  private final int distance;
  private final int few;
  private Texts all = new Texts();
  private Texts[] bands;

  /** The last of all in order. */
  private Weighed latest;

  /**
   * @param few up to how many are compared one by one
   */
  NearDuplicates(int distance, int few) {
    this.distance = distance;
    this.few = few;
  }

  void add(Weighed leader) {
    if (bands == null && all.size() == few && distance <= FARTHEST) {
      split();
    }
    boolean last = latest == null || Exhibit.ORDER.compare(latest.row(), leader.row()) <= 0;
    latest = last ? leader : latest;
    if (bands == null) {
      all.add(leader, last);
    } else {
      addToBands(leader, last);
    }
  }

  void remove(Weighed leader) {
    if (bands == null) {
      all.remove(leader);
      return;
    }
    for (int i = 0; i <= distance; i++) {
      bands[band(leader.row().fingerprint(), i)].remove(leader);
    }
  }

  /**
   * The earliest story since a moment that a text of this fingerprint belongs to, or {@code null}.
   */
  Weighed first(long fingerprint, long since) {
    if (bands == null) {
      return all.first(fingerprint, distance, since);
    }
    Weighed earliest = null;
    for (int i = 0; i <= distance; i++) {
      var sharing = bands[band(fingerprint, i)];
      if (sharing != null) {
        earliest = Stories.earlier(earliest, sharing.first(fingerprint, distance, since));
      }
    }
    return earliest;
  }

  private void split() {
    bands = new Texts[(distance + 1) << WIDEST_BAND];
    for (int i = 0; i < all.size(); i++) {
      addToBands(all.get(i), true);
    }
    all = null;
  }

  private void addToBands(Weighed leader, boolean last) {
    for (int i = 0; i <= distance; i++) {
      int band = band(leader.row().fingerprint(), i);
      if (bands[band] == null) {
        bands[band] = new Texts();
      }
      bands[band].add(leader, last);
    }
  }

  private int band(long fingerprint, int index) {
    int from = 64 * index / (distance + 1);
    int to = 64 * (index + 1) / (distance + 1);
    long mask = (1L << Math.min(to - from, WIDEST_BAND)) - 1;
    return index << WIDEST_BAND | (int) (fingerprint >>> from & mask);
  }
}
