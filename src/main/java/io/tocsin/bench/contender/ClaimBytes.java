package io.tocsin.bench.contender;

import java.nio.ByteBuffer;

/** One claim on its way: time, kind, whose word it is, entity, region and the record's id. */
final class ClaimBytes {
  private static final int FIXED = Long.BYTES + 2 + 3;

  private ClaimBytes() {}

  /** {@code entity|country}: a region's id begins with its country's, up to a dash. */
  static byte[] key(byte[] entity, byte[] region) {
    int country = 0;
    while (country < region.length && region[country] != '-') {
      country++;
    }
    var key = new byte[entity.length + 1 + country];
    System.arraycopy(entity, 0, key, 0, entity.length);
    key[entity.length] = '|';
    System.arraycopy(region, 0, key, entity.length + 1, country);
    return key;
  }

  /**
   * @param official whether it is an authority's word
   */
  static byte[] value(NewsBytes record, boolean official, byte[] entity, byte[] region) {
    var id = record.id();
    return ByteBuffer.allocate(FIXED + entity.length + region.length + id.length)
        .putLong(record.time())
        .put((byte) record.kind())
        .put((byte) (official ? 1 : 0))
        .put((byte) entity.length)
        .put(entity)
        .put((byte) region.length)
        .put(region)
        .put((byte) id.length)
        .put(id)
        .array();
  }
}
