package io.tocsin.assess;

/**
 * Finds the earliest story whose leader's fingerprint is within a Hamming distance. A few are
 * compared one by one. Of many, only those that are near in a band: d flipped bits cannot flip more
 * than r in each of (d + 1) / (r + 1) bands (Manku, Jain and Das Sarma, "Detecting Near-Duplicates
 * for Web Crawling", WWW 2007, with r = 0; Norouzi, Punjani and Fleet, "Fast Search in Hamming
 * Space with Multi-Index Hashing", CVPR 2012). Up to a small distance r is 0; above it is 1, for
 * bands would be too narrow to tell texts apart.
 */
final class NearDuplicates {
  /** Up to so many, comparing all is faster than looking at the bands. */
  private static final int FEW = 192;

  /** Up to this distance there are bands enough that nothing in one of them is flipped. */
  private static final int UNTOUCHED = 7;

  /** Above this distance bands have so few bits that comparing all is faster. */
  private static final int FARTHEST = 13;

  /** Of a wider band only so many bits tell it from others. */
  private static final int WIDEST_BAND = 11;

  private final int distance;
  private final int count;
  private Texts all = new Texts();
  private Texts[] bands;

  NearDuplicates(int distance) {
    this.distance = distance;
    this.count = distance <= UNTOUCHED ? distance + 1 : distance / 2 + 1;
  }

  void add(Weighed leader) {
    if (bands == null && all.size() == FEW && distance <= FARTHEST) {
      split();
    }
    if (bands == null) {
      all.add(leader);
    } else {
      addToBands(leader);
    }
  }

  void remove(Weighed leader) {
    if (bands == null) {
      all.remove(leader);
      return;
    }
    for (int i = 0; i < count; i++) {
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
    for (int i = 0; i < count; i++) {
      int band = band(fingerprint, i);
      earliest = earlier(earliest, band, fingerprint, since);
      for (int bit = flips(i); bit > 0; bit >>= 1) {
        earliest = earlier(earliest, band ^ bit, fingerprint, since);
      }
    }
    return earliest;
  }

  private Weighed earlier(Weighed earliest, int band, long fingerprint, long since) {
    var sharing = bands[band];
    return sharing == null
        ? earliest
        : Stories.earlier(earliest, sharing.first(fingerprint, distance, since));
  }

  private void split() {
    bands = new Texts[count << WIDEST_BAND];
    for (int i = 0; i < all.size(); i++) {
      addToBands(all.get(i));
    }
    all = null;
  }

  private void addToBands(Weighed leader) {
    for (int i = 0; i < count; i++) {
      int band = band(leader.row().fingerprint(), i);
      if (bands[band] == null) {
        bands[band] = new Texts();
      }
      bands[band].add(leader);
    }
  }

  /**
   * The highest bit of a band that may be flipped; 0 where none may: two flips in each band but one
   * are one more than an even distance.
   */
  private int flips(int index) {
    boolean untouched = distance <= UNTOUCHED || index == 0 && distance % 2 == 0;
    return untouched ? 0 : 1 << width(index) - 1;
  }

  private int width(int index) {
    return Math.min(64 * (index + 1) / count - 64 * index / count, WIDEST_BAND);
  }

  private int band(long fingerprint, int index) {
    long mask = (1L << width(index)) - 1;
    return index << WIDEST_BAND | (int) (fingerprint >>> 64 * index / count & mask);
  }
}
