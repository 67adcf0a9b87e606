package io.tocsin.deliver.board;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;

/**
 * A place in the topic of alerts: for each partition the offset that comes next. Between partitions
 * there is no order that would outlast a server, so nothing less than all of them says what was
 * read.
 *
 * <p>As text it is base64url of a version byte and the offsets as LEB128, some 30 characters for 8
 * partitions.
 */
public final class Bookmark {
  private static final byte VERSION = 1;
  private static final int MOST_PARTITIONS = 4096;
  private static final int LONGEST = 10;
  private static final int SEVEN_BITS = 0x7F;
  private static final int MORE = 0x80;

  private final long[] next;

  private Bookmark(long[] next) {
    this.next = next;
  }

  /** By partition, from 0. */
  public static Bookmark of(long... next) {
    return new Bookmark(next.clone());
  }

  /** Empty for what no bookmark wrote. */
  public static Optional<Bookmark> parse(String text) {
    try {
      var bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(text));
      if (!bytes.hasRemaining() || bytes.get() != VERSION) {
        return Optional.empty();
      }
      var next = new long[MOST_PARTITIONS];
      int count = 0;
      while (bytes.hasRemaining()) {
        if (count == MOST_PARTITIONS) {
          return Optional.empty();
        }
        next[count++] = number(bytes);
      }
      return count == 0
          ? Optional.empty()
          : Optional.of(new Bookmark(Arrays.copyOf(next, count))).filter(Bookmark::isValid);
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static long number(ByteBuffer bytes) {
    long value = 0;
    for (int i = 0; i < LONGEST && bytes.hasRemaining(); i++) {
      byte b = bytes.get();
      value |= (long) (b & SEVEN_BITS) << 7 * i;
      if ((b & MORE) == 0) {
        return value;
      }
    }
    throw new IllegalArgumentException("ends within a number");
  }

  private boolean isValid() {
    return Arrays.stream(next).allMatch(offset -> offset >= 0);
  }

  public int partitions() {
    return next.length;
  }

  /** The offset that comes next; 0 for a partition that there was not yet. */
  public long next(int partition) {
    return partition < next.length ? next[partition] : 0;
  }

  /** The same place, but behind this record. */
  public Bookmark behind(Told told) {
    return with(told.partition(), told.offset() + 1);
  }

  public Bookmark with(int partition, long offset) {
    var moved = Arrays.copyOf(next, Math.max(next.length, partition + 1));
    moved[partition] = offset;
    return new Bookmark(moved);
  }

  /** Whether the record comes behind this place. */
  public boolean isBefore(Told told) {
    return told.offset() >= next(told.partition());
  }

  /** Whether everything before the other place lies before this one too. */
  public boolean reaches(Bookmark other) {
    for (int p = 0; p < Math.max(next.length, other.next.length); p++) {
      if (next(p) < other.next(p)) {
        return false;
      }
    }
    return true;
  }

  @Override
  public String toString() {
    var bytes = ByteBuffer.allocate(1 + LONGEST * next.length);
    bytes.put(VERSION);
    for (long offset : next) {
      long rest = offset;
      while (rest > SEVEN_BITS) {
        bytes.put((byte) (rest & SEVEN_BITS | MORE));
        rest >>>= 7;
      }
      bytes.put((byte) rest);
    }
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(Arrays.copyOf(bytes.array(), bytes.position()));
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Bookmark bookmark && Arrays.equals(next, bookmark.next);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(next);
  }
}
