package io.tocsin.app;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.tocsin.api.ProblemType;
import io.tocsin.api.Refused;
import io.tocsin.api.console.AuditRoutes;
import io.tocsin.api.console.ConsoleRoutes;
import io.tocsin.api.console.SessionRoutes;
import io.tocsin.api.console.TrialRoutes;
import io.tocsin.api.read.BoardRoutes;
import io.tocsin.api.read.CapRoutes;
import io.tocsin.api.read.Flow;
import io.tocsin.api.read.LetterRoutes;
import io.tocsin.api.read.LiveWriting;
import io.tocsin.api.read.Lookup;
import io.tocsin.api.read.PipelineRoutes;
import io.tocsin.api.read.ReferenceRoutes;
import io.tocsin.api.read.StreamRoutes;
import io.tocsin.api.read.SubjectRoutes;
import io.tocsin.api.read.Terms;
import io.tocsin.client.Connection;
import io.tocsin.deliver.board.Board;
import io.tocsin.deliver.board.BoardRun;
import io.tocsin.deliver.board.Bounds;
import io.tocsin.deliver.board.Census;
import io.tocsin.deliver.board.KafkaTopics;
import io.tocsin.deliver.board.Nameplates;
import io.tocsin.deliver.live.Dropped;
import io.tocsin.deliver.live.Limits;
import io.tocsin.deliver.live.LiveFeed;
import io.tocsin.model.Level;
import io.tocsin.model.Subject;
import io.tocsin.vitals.Books;
import io.tocsin.vitals.Latency;
import io.tocsin.wire.Answers;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;

/** What was told, for who reads it over HTTP. */
final class BoardWiring {
  private final Options options;
  private final InstantSource clock;
  private final Connection connection;
  private final PolicyFeed policies;
  private final KafkaTopics topics;
  private final Lookup lookup;
  private final Bounds bounds = Bounds.ofHeap(Runtime.getRuntime().maxMemory());
  private final Board board;
  private final LiveFeed live;
  private final AtomicReference<BoardRun> run = new AtomicReference<>();

  BoardWiring(Options options, String bootstrap, InstantSource clock, Latency latency) {
    this.options = options;
    this.clock = clock;
    this.connection = Wiring.connection(options, bootstrap);
    this.policies = new PolicyFeed(options, bootstrap);
    this.topics = new KafkaTopics(Wiring.client(options, bootstrap), Wiring.topics(options));
    this.lookup = new Lookup(Wiring.reference(options));
    this.board = new Board(Wiring.topics(options), bounds, lookup::canonical);
    var writing = new TimedWriting(new LiveWriting(board, lookup), latency, clock);
    this.live = LiveFeed.start(board, topics, writing, Limits.USUAL);
  }

  void addTo(HttpFront http, Books books, Supplier<Flow> flow) {
    var terms = new Terms(lookup, new Nameplates(lookup.reference()));
    http.add(new StreamRoutes(live, terms));
    http.add(new BoardRoutes(board, lookup, terms));
    http.add(new SubjectRoutes(board, lookup, this::explanation));
    http.add(new CapRoutes(board, terms, CapWiring.writer(options, lookup.reference())));
    http.add(new ReferenceRoutes(lookup));
    http.add(
        new PipelineRoutes(
            policies::followed, books::balance, () -> new TopologyText(options).drawing(), flow));
    var recorded = new Recorded(options);
    http.add(new LetterRoutes(new KafkaLetters(connection, Wiring.source(options))));
    http.add(new ConsoleRoutes());
    http.add(new SessionRoutes());
    http.add(new AuditRoutes(recorded::controls));
    http.add(new TrialRoutes(new TrialRun(lookup.reference(), recorded, clock)));
    http.readiness().needs("board", this::hindrance);
    meter(http.meters());
  }

  /** Begins to read; after HTTP is open, so that it says good-bye to listeners before that ends. */
  void start(Closers closers) {
    closers.opened("the live feed", live);
    run.set(
        closers.opened(
            "the board",
            BoardRun.start(board, () -> topics.both(clock.instant().minus(bounds.age())), live)));
  }

  private Optional<String> hindrance() {
    var trouble = Optional.ofNullable(run.get()).flatMap(BoardRun::trouble);
    return trouble.isPresent() || board.isReady()
        ? trouble
        : Optional.of("reads what was told before it started");
  }

  private String explanation(Subject subject, Instant at) {
    try {
      var question = new Requests.Question.OfSubject(subject.entity(), subject.region(), at, null);
      var explained = new ExplainRead(options, clock).run(question);
      return Answers.explanation(
          explained.explanation(),
          explained.change(),
          explained.timeline(),
          explained.ledgers(),
          explained.notes());
    } catch (Failure e) {
      var type = e.getCause() == null ? ProblemType.NOT_FOUND : ProblemType.NOT_READY;
      throw Refused.of(type, e.getMessage() + ". " + e.advice(), e);
    }
  }

  private void census(MeterRegistry meters, Level level, String of, ToIntFunction<Census> number) {
    Gauge.builder("tocsin.subjects", board, b -> number.applyAsInt(b.levels().census()))
        .tags("level", level.name(), "of", of)
        .description("subjects of entities, and regions overall, by their level")
        .register(meters);
  }

  private void meter(MeterRegistry meters) {
    Gauge.builder("tocsin.board.subjects", board, b -> b.levels().size())
        .description("subjects whose latest state is held")
        .register(meters);
    for (var level : Level.values()) {
      census(meters, level, "subject", c -> c.subjects(level));
      census(meters, level, "region", c -> c.regions(level));
    }
    FunctionCounter.builder("tocsin.board.unreadable", board, Board::unreadable)
        .description("records that were no state and no change")
        .register(meters);
    Gauge.builder("tocsin.live.listeners", live, LiveFeed::listeners)
        .description("who listens to the stream of changes")
        .register(meters);
    for (var why : Dropped.values()) {
      FunctionCounter.builder("tocsin.live.dropped", live, feed -> feed.dropped().get(why))
          .tag("reason", why.name().toLowerCase(Locale.ROOT).replace('_', '-'))
          .description("listeners that were sent away")
          .register(meters);
    }
  }
}
