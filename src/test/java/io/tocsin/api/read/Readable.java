package io.tocsin.api.read;

import static org.awaitility.Awaitility.await;

import io.tocsin.api.Routes;
import io.tocsin.api.ServerUnderTest;
import io.tocsin.deliver.board.Board;
import io.tocsin.deliver.board.BoardRun;
import io.tocsin.deliver.board.Bounds;
import io.tocsin.deliver.board.FakeTopics;
import io.tocsin.deliver.board.Feed;
import io.tocsin.deliver.board.Nameplates;
import io.tocsin.deliver.live.Limits;
import io.tocsin.deliver.live.LiveFeed;
import io.tocsin.reference.Reference;
import java.time.Duration;
import java.util.Random;
import java.util.function.Supplier;

/** All that is read over HTTP, over topics on the heap and the shipped reference data. */
final class Readable implements AutoCloseable {
  static final Reference REFERENCE = Reference.load(null);
  static final Lookup LOOKUP = new Lookup(REFERENCE);

  private static final Nameplates PLATES = new Nameplates(REFERENCE);

  final ServerUnderTest server;
  final LiveFeed live;
  private final BoardRun run;

  private Readable(Supplier<Feed> feeds, FakeTopics topics, Bounds bounds, boolean waits) {
    var board = new Board(FakeTopics.TOPICS, bounds, LOOKUP::canonical);
    var terms = new Terms(LOOKUP, PLATES);
    live = LiveFeed.start(board, topics, new LiveWriting(board, LOOKUP), Limits.USUAL);
    server =
        ServerUnderTest.with(
            new StreamRoutes(live, terms),
            new BoardRoutes(board, LOOKUP, terms),
            new SubjectRoutes(board, LOOKUP, (subject, at) -> "{\"of\":\"" + subject + "\"}"),
            new ReferenceRoutes(LOOKUP));
    run = BoardRun.start(board, feeds, live);
    if (waits) {
      await().pollDelay(Duration.ZERO).until(board::isReady);
    }
  }

  static Readable of(FakeTopics topics) {
    return of(topics, 1_000);
  }

  static Readable of(FakeTopics topics, int changesHeld) {
    return new Readable(
        () -> topics.both(new Random(1)),
        topics,
        new Bounds(Duration.ofDays(1), changesHeld, 1 << 20),
        true);
  }

  /** One whose topics cannot be opened. */
  static Readable thatIsNotReady() {
    return new Readable(
        () -> {
          throw new IllegalStateException("no broker answers");
        },
        new FakeTopics(1),
        new Bounds(Duration.ofDays(1), 1, 1),
        false);
  }

  /** Another part, for tests of one alone. */
  static ServerUnderTest alone(Routes part) {
    return ServerUnderTest.with(part);
  }

  @Override
  public void close() {
    run.close();
    live.close();
    server.close();
  }
}
