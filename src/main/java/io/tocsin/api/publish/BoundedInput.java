package io.tocsin.api.publish;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** A stream that fails where it has more than it may have. */
final class BoundedInput extends FilterInputStream {
  private final long most;
  private long left;

  BoundedInput(InputStream in, long most) {
    super(in);
    this.most = most;
    this.left = most;
  }

  /** More came than was allowed. */
  static final class TooMuch extends IOException {
    private static final long serialVersionUID = 1L;
    private final long most;

    TooMuch(long most) {
      super("more than " + most + " bytes");
      this.most = most;
    }

    long most() {
      return most;
    }
  }

  @Override
  public int read() throws IOException {
    int one = super.read();
    took(one < 0 ? 0 : 1);
    return one;
  }

  @Override
  public int read(byte[] to, int at, int length) throws IOException {
    int read = super.read(to, at, length);
    took(Math.max(0, read));
    return read;
  }

  @Override
  public boolean markSupported() {
    return false;
  }

  private void took(int bytes) throws TooMuch {
    left -= bytes;
    if (left < 0) {
      throw new TooMuch(most);
    }
  }
}
