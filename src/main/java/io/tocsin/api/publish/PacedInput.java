package io.tocsin.api.publish;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.LongSupplier;

/**
 * A stream that must come at a certain rate on the whole, once a first while is over: a time-out
 * between bytes alone would let one byte now and then hold a thread for ever. The time in which
 * nobody reads does not count.
 */
final class PacedInput extends FilterInputStream {
  private static final long NANOS_PER_SECOND = 1_000_000_000L;

  private final Limits limits;
  private final LongSupplier nanos;
  private long waited;
  private long came;

  PacedInput(InputStream in, Limits limits, LongSupplier nanos) {
    super(in);
    this.limits = limits;
    this.nanos = nanos;
  }

  /** It came too slowly. */
  static final class TooSlow extends IOException {
    private static final long serialVersionUID = 1L;

    TooSlow() {
      super("too slow");
    }
  }

  @Override
  public int read() throws IOException {
    var one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] to, int at, int length) throws IOException {
    long before = nanos.getAsLong();
    int read = super.read(to, at, length);
    waited += nanos.getAsLong() - before;
    came += Math.max(0, read);
    long paced = waited - limits.grace().toNanos();
    if (read >= 0 && paced > 0 && came < limits.bytesPerSecond() * (paced / NANOS_PER_SECOND + 1)) {
      throw new TooSlow();
    }
    return read;
  }

  /** Does nothing: the server closes it, once what is still on its way was taken. */
  @Override
  public void close() {}

  @Override
  public boolean markSupported() {
    return false;
  }
}
