package io.tocsin.topology;

import io.tocsin.wire.Names;
import io.tocsin.wire.packed.Brief;
import io.tocsin.wire.packed.Bundle;
import java.util.Comparator;
import java.util.PriorityQueue;

/**
 * Bundles that have come in, to be taken brief by brief in order of their clocks. Each tells one
 * partition's part of the same hours; taken one after the other, most briefs would come late, which
 * costs far more than one in order.
 */
final class InTray {
  /** Some thousands of briefs, hours of history; more gain nothing. */
  private static final int BYTES_AT_MOST = 1 << 20;

  /** A bundle, opened at its next brief. */
  private static final class Sheaf {
    private static final Comparator<Sheaf> ORDER =
        Comparator.<Sheaf>comparingLong(sheaf -> sheaf.head.clock())
            .thenComparingLong(sheaf -> sheaf.number);

    private final long number;
    private final Bundle bundle;
    private Brief head;

    private Sheaf(long number, Bundle bundle) {
      this.number = number;
      this.bundle = bundle;
      this.head = bundle.next();
    }
  }

  /** Takes a brief, and where it lies. */
  interface Reader {
    void read(long bundle, int index, Brief brief);
  }

  private final PriorityQueue<Sheaf> sheaves = new PriorityQueue<>(Sheaf.ORDER);
  private final Names<String> names;
  private int size;

  InTray(Names<String> names) {
    this.names = names;
  }

  /**
   * Puts a bundle in.
   *
   * @param number higher than that of any put in before
   */
  void add(long number, byte[] packed) {
    size += packed.length;
    var bundle = Bundle.open(packed, names);
    if (bundle.hasNext()) {
      sheaves.add(new Sheaf(number, bundle));
    }
  }

  /** Whether what there is should be taken before more is put in. */
  boolean isFull() {
    return size >= BYTES_AT_MOST;
  }

  /** Takes all, in order of clocks; those of one bundle as they lie in it. */
  void takeAll(Reader reader) {
    while (!sheaves.isEmpty()) {
      var sheaf = sheaves.poll();
      reader.read(sheaf.number, sheaf.bundle.index(), sheaf.head);
      if (sheaf.bundle.hasNext()) {
        sheaf.head = sheaf.bundle.next();
        sheaves.add(sheaf);
      }
    }
    size = 0;
  }
}
