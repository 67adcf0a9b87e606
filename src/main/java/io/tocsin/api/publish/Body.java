package io.tocsin.api.publish;

import io.javalin.http.Context;
import io.javalin.http.Header;
import io.tocsin.api.ProblemType;
import io.tocsin.api.Refused;
import io.tocsin.api.publish.InFlight.Share;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/** The body of a request: unpacked, and bounded in size and time. */
final class Body {
  private static final int CHUNK = 64 * 1024;

  /** How long what is left of a body is taken, at most, and how long nothing of it may come. */
  private static final long LINGER = Duration.ofSeconds(2).toNanos();

  private static final long SILENCE = Duration.ofMillis(200).toNanos();
  private static final long LOOK = Duration.ofMillis(1).toNanos();

  private Body() {}

  /**
   * The whole of a body; what it takes is in the share.
   *
   * @throws Refused where it is too large or too slow, damaged, or too much is under way
   */
  static byte[] whole(Context context, Limits limits, Share share) {
    long said = context.req().getContentLengthLong();
    if (said > limits.bodyBytes()) {
      throw tooLarge(limits.bodyBytes());
    }
    try (var in = open(context, limits, limits.bodyBytes())) {
      return whole(in, share);
    } catch (IOException e) {
      throw failure(e);
    }
  }

  private static byte[] whole(InputStream in, Share share) throws IOException {
    var out = new ByteArrayOutputStream(CHUNK);
    var chunk = new byte[CHUNK];
    for (int read = in.read(chunk); read >= 0; read = in.read(chunk)) {
      share.grow(read);
      out.write(chunk, 0, read);
    }
    return out.toByteArray();
  }

  /** A body as it comes. Reading it throws what {@link #failure} explains. */
  static InputStream open(Context context, Limits limits, long most) throws IOException {
    var paced = new PacedInput(context.bodyInputStream(), limits, System::nanoTime);
    var encoding = context.header(Header.CONTENT_ENCODING);
    if (encoding == null || encoding.isBlank() || encoding.equalsIgnoreCase("identity")) {
      return new BoundedInput(paced, most);
    }
    if (!encoding.equalsIgnoreCase("gzip") && !encoding.equalsIgnoreCase("x-gzip")) {
      throw Refused.of(
              ProblemType.UNSUPPORTED_MEDIA_TYPE,
              "A body packed with %s is not read. Send it plain, or packed with gzip."
                  .formatted(encoding))
          .header(Header.ACCEPT_ENCODING, "gzip");
    }
    return new BoundedInput(new GZIPInputStream(paced, CHUNK), most);
  }

  /**
   * Takes what is still on its way of a body that nobody wants any more: a connection that is
   * closed before it was read may take the answer with it.
   */
  static void leave(Context context) {
    var chunk = new byte[CHUNK];
    long begun = System.nanoTime();
    long came = begun;
    try {
      var in = context.req().getInputStream();
      while (!in.isFinished() && came - begun < LINGER && System.nanoTime() - came < SILENCE) {
        if (in.available() == 0) {
          LockSupport.parkNanos(LOOK);
        } else if (in.read(chunk) >= 0) {
          came = System.nanoTime();
        }
      }
    } catch (IOException e) {
      // whoever does not send it to the end need not be waited for
    }
  }

  /** What a failure to read a body is answered. */
  static Refused failure(IOException e) {
    if (e instanceof BoundedInput.TooMuch tooMuch) {
      return tooLarge(tooMuch.most());
    }
    if (e instanceof PacedInput.TooSlow || e.getCause() instanceof TimeoutException) {
      return Refused.of(
              ProblemType.TOO_SLOW,
              "The body came too slowly, or stopped. Send it faster, or in smaller parts.",
              e)
          .header(Header.CONNECTION, "close");
    }
    if (e instanceof ZipException || e instanceof EOFException) {
      return Refused.of(
          ProblemType.MALFORMED,
          "The body is said to be gzip, and is not, or is cut short (%s)."
              .formatted(e.getMessage()),
          e);
    }
    return Refused.of(
        ProblemType.MALFORMED, "The body broke off (%s).".formatted(e.getMessage()), e);
  }

  private static Refused tooLarge(long most) {
    return Refused.of(
            ProblemType.TOO_LARGE,
            "The body has more than %d bytes, unpacked. Send fewer records at once, or a stream of lines (application/x-ndjson)."
                .formatted(most))
        .header(Header.CONNECTION, "close");
  }
}
