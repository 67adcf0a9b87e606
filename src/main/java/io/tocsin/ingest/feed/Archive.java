package io.tocsin.ingest.feed;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;

/**
 * Documents that are archives themselves: gzip, or zip of one file. What a stranger sends is
 * unpacked here, to no more than it may have unpacked.
 */
final class Archive {
  private Archive() {}

  /** The bytes in an archive; bytes that are none as they are. */
  static byte[] opened(byte[] bytes, int max) throws IOException, FeedTrouble {
    if (startsWith(bytes, 0x1f, 0x8b)) {
      return Body.unpacked(new ByteArrayInputStream(bytes), max);
    }
    if (!startsWith(bytes, 'P', 'K', 3, 4)) {
      return bytes;
    }
    try (var archive = new ZipInputStream(new ByteArrayInputStream(bytes))) {
      archive.getNextEntry();
      return Body.bounded(archive, max, Body.WHEN_UNPACKED);
    } catch (ZipException | IllegalArgumentException e) {
      throw new FeedTrouble(Trouble.BAD_ANSWER, "is a damaged archive: " + e.getMessage(), e);
    }
  }

  private static boolean startsWith(byte[] bytes, int... magic) {
    for (int i = 0; i < magic.length; i++) {
      if (bytes.length <= i || (bytes[i] & 0xff) != magic[i]) {
        return false;
      }
    }
    return true;
  }
}
