package io.tocsin.ingest.feed;

import io.tocsin.outbound.Vetting;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks at all feeds, each in its turn, until it is closed. */
public final class Poller implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Poller.class);

  /** How many looks there are at a time; one that waits for a slow server costs little. */
  static final int PLACES = 16;

  /** Between two requests to one host. */
  static final Duration PAUSE = Duration.ofSeconds(1);

  private static final Duration LONGEST_SLEEP = Duration.ofMinutes(1);
  private static final long STOP_WITHIN_SECONDS = 5;

  private final Map<String, Feed> feeds;
  private final Gear gear;
  private final Rota rota;
  private final ExecutorService threads;
  private final Thread dispatcher = new Thread(this::dispatch, "tocsin-feeds");
  private boolean stopped;

  private Poller(List<Feed> feeds, Gear gear, Duration pause) {
    this.feeds = feeds.stream().collect(Collectors.toMap(Feed::id, Function.identity()));
    this.gear = gear;
    this.rota = new Rota(PLACES, pause);
    var count = new AtomicInteger();
    this.threads =
        Executors.newFixedThreadPool(
            PLACES, work -> daemon(work, "tocsin-feeds-" + count.incrementAndGet()));
    dispatcher.setDaemon(true);
  }

  /** Begins to look; returns at once. */
  public static Poller start(List<Feed> feeds, Gear gear) {
    return start(feeds, gear, PAUSE);
  }

  static Poller start(List<Feed> feeds, Gear gear, Duration pause) {
    var poller = new Poller(feeds, gear, pause);
    feeds.forEach(feed -> poller.rota.put(poller.turn(feed, poller.recalled(feed))));
    poller.dispatcher.start();
    return poller;
  }

  /** Ends what is under way; what was not published yet will be found again. */
  @Override
  public void close() {
    synchronized (rota) {
      stopped = true;
      rota.notifyAll();
    }
    gear.web().close();
    threads.shutdown();
    try {
      if (!threads.awaitTermination(STOP_WITHIN_SECONDS, TimeUnit.SECONDS)) {
        threads.shutdownNow();
      }
    } catch (InterruptedException e) {
      threads.shutdownNow();
      Thread.currentThread().interrupt();
    }
  }

  private void dispatch() {
    try {
      synchronized (rota) {
        while (!stopped) {
          var now = now();
          var turn = rota.next(now);
          if (turn.isPresent()) {
            threads.execute(() -> look(turn.get()));
          } else {
            sleep(now);
          }
        }
      }
    } catch (InterruptedException e) {
      LOG.debug("the order of turns was interrupted", e);
    }
  }

  private void sleep(Instant now) throws InterruptedException {
    var wake = rota.wakeAt(now).map(at -> Duration.between(now, at)).orElse(LONGEST_SLEEP);
    long millis = Math.min(Math.max(wake.toMillis() + 1, 1), LONGEST_SLEEP.toMillis());
    rota.wait(millis);
  }

  private void look(Rota.Turn turn) {
    var feed = feeds.get(turn.feed());
    var next = turn;
    try (var gate = new Gate(turn.host())) {
      var result = new Look(feed, gear, gate).run();
      tell(result.report());
      next = turn(feed, result.status());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      synchronized (rota) {
        rota.done(next);
        rota.notifyAll();
      }
    }
  }

  private static void tell(Report report) {
    if (report.isFine()) {
      LOG.debug(
          "feed {}: {} new, {} revised, {} refused",
          report.feed(),
          report.fresh(),
          report.revised(),
          report.refusals().size());
    } else if (report.trouble() == Trouble.BUG) {
      LOG.error("feed {}: {}", report.feed(), report.why());
    } else {
      LOG.info("feed {}: {}: {}", report.feed(), report.trouble(), report.why());
    }
  }

  private Status recalled(Feed feed) {
    double chance = gear.chance().getAsDouble();
    try {
      return gear.folder()
          .status(feed.id())
          .orElseGet(() -> Status.first(feed, now(), chance))
          .readAs(feed, now(), chance);
    } catch (IOException e) {
      LOG.warn("what is known of feed {} cannot be read: {}", feed.id(), e.toString());
      return Status.first(feed, now(), chance);
    }
  }

  private Rota.Turn turn(Feed feed, Status status) {
    var host = "";
    if (feed.place() instanceof Feed.Web web) {
      var url = status.movedTo() == null ? web.url() : status.movedTo();
      host = Vetting.name(url.getHost());
    }
    return new Rota.Turn(feed.id(), host, status.schedule());
  }

  private Instant now() {
    return gear.clock().instant();
  }

  private static Thread daemon(Runnable work, String name) {
    var thread = new Thread(work, name);
    thread.setDaemon(true);
    return thread;
  }

  /** The doors of one look; that of its first host was opened with its turn. */
  private final class Gate implements Doors, AutoCloseable {
    private static final long GLANCE_MILLIS = 100;
    private String held;

    Gate(String first) {
      this.held = first;
    }

    @Override
    public void enter(String host, Deadline deadline) throws FeedTrouble, InterruptedException {
      synchronized (rota) {
        if (host.equals(held)) {
          return;
        }
        while (!rota.enter(host, now())) {
          if (stopped) {
            throw new InterruptedException("no more is asked");
          }
          if (deadline.isOver()) {
            throw new FeedTrouble(Trouble.TOO_SLOW, "waited too long for its turn at " + host);
          }
          rota.wait(GLANCE_MILLIS);
        }
        held = host;
      }
    }

    @Override
    public void leave(String host) {
      synchronized (rota) {
        rota.leave(host, now());
        held = "";
        rota.notifyAll();
      }
    }

    @Override
    public void close() {
      synchronized (rota) {
        if (!held.isEmpty()) {
          rota.leave(held, now());
        }
      }
    }
  }
}
