package io.tocsin.ingest.feed;

import io.tocsin.ingest.format.Document;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/** The bytes of a document, unpacked; of neither form more than there may be. */
final class Body {
  /** Of a document from an address; Google Reader's descendants take 5 to 15 MB. */
  static final int MAX_BYTES = 8 * 1024 * 1024;

  /** Of one from a file. */
  static final int MAX_FILE_BYTES = Document.MAX_BYTES;

  static final String WHEN_UNPACKED = " when unpacked";
  private static final int STEP = 64 * 1024;

  private Body() {}

  /**
   * Reads a body to its end.
   *
   * @param encoding optional: of the content, RFC 9110, section 8.4
   */
  static byte[] read(InputStream in, String encoding, int max) throws IOException, FeedTrouble {
    var packing = encoding == null ? "" : encoding.strip().toLowerCase(Locale.ROOT);
    return switch (packing) {
      case "", "identity" -> bounded(in, max, "");
      case "gzip", "x-gzip" -> unpacked(in, max);
      default ->
          throw new FeedTrouble(
              Trouble.BAD_ANSWER, "is packed as %s, which was not asked for".formatted(packing));
    };
  }

  static byte[] unpacked(InputStream in, int max) throws IOException, FeedTrouble {
    try {
      return bounded(new GZIPInputStream(new Limited(in, max)), max, WHEN_UNPACKED);
    } catch (ZipException e) {
      throw new FeedTrouble(Trouble.BAD_ANSWER, "is said to be gzip and is not: " + e, e);
    } catch (Limited.Reached e) {
      throw tooLarge(max, "");
    }
  }

  static byte[] bounded(InputStream in, int max, String when) throws IOException, FeedTrouble {
    var bytes = new ByteArrayOutputStream(STEP);
    var step = new byte[STEP];
    for (int read = in.read(step); read >= 0; read = in.read(step)) {
      bytes.write(step, 0, read);
      if (bytes.size() > max) {
        throw tooLarge(max, when);
      }
    }
    return bytes.toByteArray();
  }

  private static FeedTrouble tooLarge(int max, String when) {
    return new FeedTrouble(
        Trouble.TOO_LARGE, "has more than %d MiB%s".formatted(max / (1024 * 1024), when));
  }

  /** Of packed bytes not more either: they may unpack to nothing at all. */
  private static final class Limited extends InputStream {
    private final InputStream in;
    private long left;

    static final class Reached extends IOException {
      private static final long serialVersionUID = 1L;
    }

    Limited(InputStream in, long most) {
      this.in = in;
      this.left = most;
    }

    @Override
    public int read() throws IOException {
      var one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
      int read = in.read(into, offset, length);
      left -= Math.max(0, read);
      if (left < 0) {
        throw new Reached();
      }
      return read;
    }

    @Override
    public int available() throws IOException {
      return in.available();
    }
  }
}
