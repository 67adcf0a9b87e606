package io.tocsin.api.publish;

import io.javalin.http.Header;
import io.tocsin.api.ProblemType;
import io.tocsin.api.Refused;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * How many bytes of bodies are under way, all requests together, and that these are not too many.
 */
public final class InFlight {
  private static final String RETRY_AFTER_SECONDS = "1";

  private final Limits limits;
  private final AtomicLong bytes = new AtomicLong();
  private final AtomicInteger requests = new AtomicInteger();

  public InFlight(Limits limits) {
    this.limits = limits;
  }

  /** Bytes under way now. */
  public long bytes() {
    return bytes.get();
  }

  /**
   * Takes a request on.
   *
   * @throws Refused where too much is under way
   */
  Share begin(long first) {
    if (requests.incrementAndGet() > limits.requests()) {
      requests.decrementAndGet();
      throw busy("%d requests that publish are under way".formatted(limits.requests()));
    }
    var share = new Share();
    try {
      share.grow(first);
    } catch (Refused e) {
      share.close();
      throw e;
    }
    return share;
  }

  static Refused busy(String what) {
    return Refused.of(
            ProblemType.BUSY,
            what + ", which is as much as is taken on at once. Send this again after a second.")
        .header(Header.RETRY_AFTER, RETRY_AFTER_SECONDS);
  }

  /** What one request has taken of the whole. */
  final class Share implements AutoCloseable {
    private long taken;

    /**
     * @throws Refused where too much is under way
     */
    void grow(long more) {
      if (bytes.addAndGet(more) > limits.inFlightBytes()) {
        bytes.addAndGet(-more);
        throw busy("%d bytes of bodies are under way".formatted(bytes()));
      }
      taken += more;
    }

    @Override
    public void close() {
      bytes.addAndGet(-taken);
      requests.decrementAndGet();
    }
  }
}
