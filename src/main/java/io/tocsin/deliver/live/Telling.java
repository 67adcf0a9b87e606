package io.tocsin.deliver.live;

import io.tocsin.deliver.board.AlertLog;
import io.tocsin.deliver.board.Board;
import io.tocsin.deliver.board.Bookmark;
import io.tocsin.deliver.board.Entry;
import io.tocsin.deliver.board.Feed;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.kafka.common.errors.InterruptException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One listener's way through the past, step by step. For one thread at a time. */
final class Telling implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Telling.class);
  private static final Duration POLL = Duration.ofMillis(100);
  private static final String TOO_OLD =
      "the last event id is older than what the topic still holds";
  private static final String BEYOND = "the last event id lies beyond what the topic holds";

  private final Listener listener;
  private final Supplier<Bookmark> start;
  private final Board board;
  private final AlertLog log;
  private final Writing writing;
  private final long stallNanos;
  private Feed feed;
  private Bookmark place;
  private Bookmark end;
  private long movedAt;

  Telling(
      Listener listener,
      Supplier<Bookmark> start,
      Board board,
      AlertLog log,
      Writing writing,
      Duration stall) {
    this.listener = listener;
    this.start = start;
    this.board = board;
    this.log = log;
    this.writing = writing;
    this.stallNanos = stall.toNanos();
  }

  /** How a step ended. */
  sealed interface Outcome {
    /** There is more. */
    record Goes() implements Outcome {}

    /** The client has to read first. */
    record Waits() implements Outcome {}

    /**
     * @param errand what is to become of the listener; empty where it has gone
     */
    record Over(Optional<Errand> errand) implements Outcome {}
  }

  Listener listener() {
    return listener;
  }

  Outcome step() {
    try {
      if (listener.isEnded()) {
        return new Outcome.Over(Optional.empty());
      }
      if (feed == null) {
        return open();
      }
      if (!listener.hasRoom()) {
        return System.nanoTime() - movedAt < stallNanos
            ? new Outcome.Waits()
            : over(new Errand.Fails(listener, Dropped.TOO_SLOW));
      }
      movedAt = System.nanoTime();
      read();
      return place.reaches(end) ? over(new Errand.Rejoins(listener, place)) : new Outcome.Goes();
    } catch (InterruptException e) {
      return new Outcome.Over(Optional.empty());
    } catch (RuntimeException e) {
      LOG.warn("The past could not be read for a listener", e);
      return over(new Errand.Fails(listener, Dropped.UNREADABLE));
    }
  }

  private Outcome open() {
    place = start.get();
    var span = log.span();
    end = span.end();
    if (!end.reaches(place)) {
      return over(new Errand.Misses(listener, BEYOND));
    }
    if (!place.reaches(span.start())) {
      return over(new Errand.Misses(listener, TOO_OLD));
    }
    movedAt = System.nanoTime();
    feed = log.from(place);
    return new Outcome.Goes();
  }

  private void read() {
    for (var entry : feed.poll(POLL)) {
      tell(entry);
    }
    place = feed.bookmark();
    listener.wake();
  }

  private void tell(Entry entry) {
    board
        .told(entry)
        .ifPresent(
            told -> {
              place = place.behind(told);
              if (listener.choice().takes(told)) {
                listener.push(Frames.change(place, writing.change(told)));
              }
            });
  }

  private static Outcome over(Errand errand) {
    return new Outcome.Over(Optional.of(errand));
  }

  @Override
  public void close() {
    if (feed != null) {
      feed.close();
    }
  }
}
