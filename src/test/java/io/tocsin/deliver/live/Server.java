package io.tocsin.deliver.live;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.awaitility.Awaitility.await;

import io.tocsin.assess.SmallReference;
import io.tocsin.deliver.board.Board;
import io.tocsin.deliver.board.BoardRun;
import io.tocsin.deliver.board.Bounds;
import io.tocsin.deliver.board.Choice;
import io.tocsin.deliver.board.FakeTopics;
import io.tocsin.deliver.board.State;
import io.tocsin.deliver.board.Told;
import java.time.Duration;
import java.util.Random;
import org.awaitility.core.ConditionFactory;

/** A board and a live feed over topics, as one server has them. */
final class Server implements AutoCloseable {
  static final Limits SMALL =
      new Limits(100, 4_000, 6_000, Duration.ofSeconds(15), Duration.ofMillis(200));

  private static final Writing WRITING =
      new Writing() {
        @Override
        public byte[] change(Told told) {
          return told.id().getBytes(UTF_8);
        }

        @Override
        public byte[] level(State state) {
          return state.subject().toString().getBytes(UTF_8);
        }
      };

  final LiveFeed live;
  private final BoardRun run;

  Server(FakeTopics topics, Limits limits, long seed) {
    var bounds = new Bounds(Duration.ofDays(1), 10_000, 1 << 24);
    var board = new Board(FakeTopics.TOPICS, bounds, subject -> subject);
    live = LiveFeed.start(board, topics, WRITING, limits);
    run = BoardRun.start(board, () -> topics.both(new Random(seed)), live);
    soon().until(board::isReady);
  }

  /** Waits for what comes in milliseconds. */
  static ConditionFactory soon() {
    return await().pollDelay(Duration.ZERO).pollInterval(Duration.ofMillis(1));
  }

  Client connect(From from) {
    return connect(from, Choice.Terms.ALL, false);
  }

  Client connect(From from, Choice.Terms terms, boolean levels) {
    var choice = new Choice(terms, SmallReference.get(), null);
    var listener = new Listener(choice, levels, live.limits().bytesEach(), () -> {});
    if (!live.join(listener, from)) {
      throw new IllegalStateException("there is no room");
    }
    return new Client(this, listener);
  }

  @Override
  public void close() {
    run.close();
    live.close();
  }
}
