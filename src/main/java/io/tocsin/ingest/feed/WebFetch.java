package io.tocsin.ingest.feed;

import io.tocsin.outbound.Client;
import io.tocsin.outbound.Vetting;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledThreadPoolExecutor;

/**
 * Fetches documents from addresses: each within {@link #TOTAL}, and from nowhere else than where a
 * request may go. Every address on the way is vetted, and so is every address of its host, at the
 * moment of connecting to it.
 */
public final class WebFetch implements AutoCloseable {
  /** From the first connection to the last byte, with everything that it leads to. */
  static final Duration TOTAL = Duration.ofSeconds(30);

  private static final Duration CONNECT = Duration.ofSeconds(10);
  private static final Duration IDLE = Duration.ofSeconds(15);
  private static final int MOST_REDIRECTS = 5;

  private final Client clients = new Client("Tocsin (feeds)", CONNECT, IDLE);
  private final Vetting.Resolver resolver;
  private final InstantSource clock;
  private final Duration total;
  private volatile boolean closed;
  private final Set<Deadline> underWay = ConcurrentHashMap.newKeySet();
  private final ScheduledThreadPoolExecutor timer =
      new ScheduledThreadPoolExecutor(1, WebFetch::thread);

  public WebFetch(Vetting.Resolver resolver, InstantSource clock) {
    this(resolver, clock, TOTAL);
  }

  WebFetch(Vetting.Resolver resolver, InstantSource clock, Duration total) {
    this.resolver = resolver;
    this.clock = clock;
    this.total = total;
    timer.setRemoveOnCancelPolicy(true);
  }

  /**
   * What came, and from where.
   *
   * @param movedTo optional: where to ask from now on
   */
  record Fetched(Answer answer, URI movedTo) {}

  /**
   * Asks for a document.
   *
   * @param start the configured address, or the one that it has moved to
   * @param known optional: of what came before
   * @throws FeedTrouble where none comes
   */
  Fetched fetch(Feed.Web place, URI start, Validators known, Doors doors)
      throws FeedTrouble, InterruptedException {
    try (var deadline = new Deadline(total, timer)) {
      underWay.add(deadline);
      try {
        return new Way(place, known, doors, deadline).follow(start);
      } finally {
        underWay.remove(deadline);
      }
    }
  }

  /** Ends what is under way. */
  @Override
  public void close() {
    closed = true;
    underWay.forEach(Deadline::cancel);
    timer.shutdownNow();
  }

  /** From the first address to the one that answers. */
  private final class Way {
    private final Feed.Web place;
    private final Validators known;
    private final Doors doors;
    private final Deadline deadline;
    private final Vetting vetting;
    private final Set<URI> been = new LinkedHashSet<>();
    private boolean forGood = true;

    Way(Feed.Web place, Validators known, Doors doors, Deadline deadline) {
      this.place = place;
      this.known = known;
      this.doors = doors;
      this.deadline = deadline;
      this.vetting = new Vetting(place.allow(), resolver);
    }

    Fetched follow(URI start) throws FeedTrouble, InterruptedException {
      var at = start;
      URI moved = start;
      while (true) {
        at = checked(at);
        var answer = ask(at);
        if (!(answer instanceof Answer.Moved next)) {
          return new Fetched(answer, moved.equals(place.url()) ? null : moved);
        }
        refuseDowngrade(at, next.to());
        forGood &= next.forGood();
        at = next.to();
        moved = forGood ? at : moved;
      }
    }

    private URI checked(URI next) throws FeedTrouble {
      URI address;
      try {
        address = Vetting.checked(next);
      } catch (IOException e) {
        throw new FeedTrouble(
            Trouble.NOT_ALLOWED, "leads to %s: %s".formatted(next, e.getMessage()), e);
      }
      if (!been.add(address)) {
        throw new FeedTrouble(
            Trouble.REDIRECTED, "is redirected in a circle, by way of " + Feed.Web.shown(address));
      }
      if (been.size() > MOST_REDIRECTS + 1) {
        throw new FeedTrouble(
            Trouble.REDIRECTED, "is redirected more than %d times".formatted(MOST_REDIRECTS));
      }
      return address;
    }

    private void refuseDowngrade(URI from, URI to) throws FeedTrouble {
      if ("https".equalsIgnoreCase(from.getScheme()) && "http".equalsIgnoreCase(to.getScheme())) {
        throw new FeedTrouble(
            Trouble.NOT_ALLOWED, "leads from https to plain http, at " + Feed.Web.shown(to));
      }
    }

    private Answer ask(URI at) throws FeedTrouble, InterruptedException {
      var now = clock.instant();
      var holding = known != null && known.holdFor(at, now) ? known : null;
      var request = new Request(at, place, holding, sameOrigin(at, place.url()), now);
      var host = Vetting.name(at.getHost());
      doors.enter(host, deadline);
      try {
        return request.send(clients, vetting, deadline);
      } catch (Vetting.Refused e) {
        throw new FeedTrouble(
            Trouble.NOT_ALLOWED,
            e.getMessage() + "; where that is meant, the feed says so with allow",
            e);
      } catch (IOException | RuntimeException e) {
        if (closed) {
          throw new InterruptedException("no more is fetched");
        }
        throw told(e, at);
      } finally {
        doors.leave(host);
      }
    }

    private FeedTrouble told(Exception e, URI at) {
      if (deadline.isOver()) {
        return new FeedTrouble(
            Trouble.TOO_SLOW, "did not come in whole within %d s".formatted(total.toSeconds()), e);
      }
      return new FeedTrouble(
          e instanceof InterruptedIOException ? Trouble.TOO_SLOW : Trouble.UNREACHABLE,
          "%s: %s: %s".formatted(Feed.Web.shown(at), e.getClass().getSimpleName(), e.getMessage()),
          e);
    }
  }

  private static boolean sameOrigin(URI one, URI other) {
    return one.getScheme().equalsIgnoreCase(other.getScheme())
        && one.getHost().equalsIgnoreCase(other.getHost())
        && port(one) == port(other);
  }

  private static int port(URI address) {
    if (address.getPort() >= 0) {
      return address.getPort();
    }
    return "https".equalsIgnoreCase(address.getScheme()) ? 443 : 80;
  }

  private static Thread thread(Runnable work) {
    var thread = new Thread(work, "tocsin-feeds-deadlines");
    thread.setDaemon(true);
    return thread;
  }
}
