package io.tocsin.topology;

import io.tocsin.assess.Ceiling;
import java.nio.ByteBuffer;
import java.nio.LongBuffer;
import java.util.Arrays;

/**
 * What lies in the store of a subject.
 *
 * @param exhibits packed; empty where there are none
 * @param places of the reports that were noted since
 * @param ceiling over all of that, or {@code null}
 */
record Shelved(byte[] exhibits, long[] places, Ceiling ceiling) {
  static final Shelved NOTHING = new Shelved(new byte[0], new long[0], null);

  private static final int CEILING = Double.BYTES + 2 * Long.BYTES;

  /**
   * @param edition of the shelf
   */
  byte[] packed(int edition) {
    int head = 2 * Integer.BYTES + 1 + (ceiling == null ? 0 : CEILING);
    var to = ByteBuffer.allocate(head + exhibits.length + places.length * Long.BYTES);
    to.putInt(edition).putInt(exhibits.length).put((byte) (ceiling == null ? 0 : 1));
    if (ceiling != null) {
      to.putDouble(ceiling.total()).putLong(ceiling.latest()).putLong(ceiling.earliest());
    }
    to.put(exhibits).asLongBuffer().put(places);
    return to.array();
  }

  /**
   * @param packed or {@code null}
   * @return {@link #NOTHING} where it is of another edition
   */
  static Shelved of(byte[] packed, int edition) {
    if (packed == null) {
      return NOTHING;
    }
    var from = ByteBuffer.wrap(packed);
    if (from.getInt() != edition) {
      return NOTHING;
    }
    var exhibits = new byte[from.getInt()];
    var ceiling =
        from.get() == 0 ? null : new Ceiling(from.getDouble(), from.getLong(), from.getLong());
    from.get(exhibits);
    LongBuffer left = from.asLongBuffer();
    var places = new long[left.remaining()];
    left.get(places);
    return new Shelved(exhibits, places, ceiling);
  }

  /** With what was noted on a slip, whose ceiling counts. */
  Shelved with(Slip slip) {
    var noted = slip.places();
    var all = Arrays.copyOf(places, places.length + noted.length);
    System.arraycopy(noted, 0, all, places.length, noted.length);
    return new Shelved(exhibits, all, slip.ceiling());
  }
}
