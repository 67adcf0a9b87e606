package io.tocsin.api.publish;

import io.javalin.http.Header;
import io.tocsin.api.ProblemType;
import io.tocsin.api.Refused;
import io.tocsin.api.publish.InFlight.Share;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** A stream of lines; long ones, which are held while they are read, go into the share. */
final class LongLines extends FilterInputStream {
  private static final int STEP = 1024 * 1024;

  /** Of a record in JSON, which may escape much of its text. */
  private static final int MOST = 8 * STEP;

  /** A line, its text, and the record that it becomes. */
  private static final int COPIES = 3;

  private final Share share;
  private long line;
  private long longest = STEP;

  LongLines(InputStream in, Share share) {
    super(in);
    this.share = share;
  }

  @Override
  public int read() throws IOException {
    var one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] to, int at, int length) throws IOException {
    int read = super.read(to, at, length);
    for (int i = at; i < at + read; i++) {
      line = to[i] == '\n' ? 0 : line + 1;
      if (line > MOST) {
        throw Refused.of(
                ProblemType.TOO_LARGE,
                "A line has more than %d bytes, and no record may have so many.".formatted(MOST))
            .header(Header.CONNECTION, "close");
      }
      if (line > longest) {
        share.grow((long) COPIES * STEP);
        longest += STEP;
      }
    }
    return read;
  }

  @Override
  public boolean markSupported() {
    return false;
  }
}
