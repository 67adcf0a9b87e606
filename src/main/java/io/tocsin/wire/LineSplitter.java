package io.tocsin.wire;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;

/** Cuts a stream into lines that end with LF, and keeps no more of a line than is allowed. */
final class LineSplitter {
  private static final int BUFFER = 64 * 1024;

  private final InputStream in;
  private final int longest;
  private final byte[] buffer = new byte[BUFFER];
  private int next;
  private int end;
  private boolean tooLong;

  /**
   * @param longest bytes that are kept of a line
   */
  LineSplitter(InputStream in, int longest) {
    this.in = in;
    this.longest = longest;
  }

  /** The next line without its end; {@code null} after the last. */
  byte[] next() throws IOException {
    tooLong = false;
    if (!filled()) {
      return null;
    }
    var line = new ByteArrayOutputStream();
    while (filled()) {
      int start = next;
      while (next < end && buffer[next] != '\n') {
        next++;
      }
      keep(line, start);
      if (next < end) {
        next++;
        break;
      }
    }
    return line.toByteArray();
  }

  /** Whether the line that {@link #next} gave was longer than what it gave. */
  boolean wasTooLong() {
    return tooLong;
  }

  private void keep(ByteArrayOutputStream line, int start) {
    int kept = Math.min(next - start, longest - line.size());
    line.write(buffer, start, kept);
    tooLong |= kept < next - start;
  }

  private boolean filled() throws IOException {
    if (next == end) {
      next = 0;
      end = Math.max(0, in.read(buffer));
    }
    return next < end;
  }
}
