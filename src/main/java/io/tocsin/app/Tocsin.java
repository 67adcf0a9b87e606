package io.tocsin.app;

import io.tocsin.app.acl.Role;
import io.tocsin.bench.BenchPlan;
import io.tocsin.bench.BenchReport;
import io.tocsin.bench.sweep.Curve;
import io.tocsin.bench.sweep.SweepPlan;
import io.tocsin.broker.BrokerUnavailable;
import io.tocsin.client.KafkaUnavailable;
import io.tocsin.ingest.Formats;
import io.tocsin.model.AlertLevelChange;
import io.tocsin.reference.Reference;
import io.tocsin.wire.Answers;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** The program, wired. */
public final class Tocsin implements Desk {
  private static final List<Role> READERS = List.of(Role.READER);
  private static final List<Role> LETTERS = List.of(Role.DEAD_LETTERS);

  private static final List<Role> RUNNERS = List.of(Role.PROCESSOR);

  private final Closers closers;
  private final Shutdown shutdown;
  private final InstantSource clock;

  /**
   * @param closers take whatever a run opens; whoever made them closes them
   * @param shutdown how a run is asked to end
   */
  public Tocsin(Closers closers, Shutdown shutdown, InstantSource clock) {
    this.closers = closers;
    this.shutdown = shutdown;
    this.clock = clock;
  }

  @Override
  public UnaryOperator<String> names(Options options) {
    return Names.of(Wiring.reference(options));
  }

  @Override
  public String json(AlertLevelChange change) {
    return Answers.change(change);
  }

  @Override
  public String json(Results.Explained explained) {
    return Answers.explanation(
        explained.explanation(),
        explained.change(),
        explained.timeline(),
        explained.ledgers(),
        explained.notes());
  }

  @Override
  public void up(Options options, Requests.Up request, Watch watch) {
    lasting(
        options,
        () -> {
          if (request.demo()) {
            new DemoRun(options, closers, shutdown, clock).run(request.speed(), watch);
          } else {
            new UpRun(options, closers, shutdown, clock).run(watch);
          }
        });
  }

  @Override
  public void process(Options options, Watch watch) {
    lasting(options, () -> new ProcessRun(options, closers, shutdown, clock).run(watch));
  }

  @Override
  public Results.Tally publish(Options options, Requests.Publish request, Watch watch) {
    LogFile.level(options.logLevel());
    return answered(
        options, publishers(request), () -> new PublishRun(options, clock).run(request, watch));
  }

  @Override
  public void subscribe(Options options, Requests.Selection selection, Watch watch) {
    LogFile.level(options.logLevel());
    answered(
        options,
        List.of(Role.SUBSCRIBER),
        () -> {
          new SubscribeRun(options, shutdown).run(selection, watch);
          return null;
        });
  }

  @Override
  public LiveLevels watch(Options options, Requests.Selection selection) {
    LogFile.none();
    return answered(options, READERS, () -> LevelsWatch.open(options, selection, clock));
  }

  @Override
  public List<AlertLevelChange> levels(Options options, Requests.Selection selection) {
    LogFile.level(options.logLevel());
    return answered(options, READERS, () -> new LevelsRead(options).run(selection));
  }

  @Override
  public Results.Explained explain(Options options, Requests.Question question) {
    LogFile.level(options.logLevel());
    return answered(options, READERS, () -> new ExplainRead(options, clock).run(question));
  }

  @Override
  public Results.Replayed replay(Options options, Requests.Replay request, Watch watch) {
    LogFile.level(options.logLevel());
    return answered(
        options,
        List.of(Role.REPLAY),
        () -> {
          try {
            return new ReplayRun(options, clock).run(request, watch);
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Failure("Stopped before the outcome was there", "", e);
          }
        });
  }

  @Override
  public Results.Backtested backtest(Options options, Requests.Backtest request, Watch watch) {
    LogFile.level(options.logLevel());
    return new BacktestRun(options).run(request, watch);
  }

  @Override
  public Results.Evaluated evaluate(Options options, Requests.Evaluation request, Watch watch) {
    LogFile.level(options.logLevel());
    return new EvaluateRun(options).run(request, watch);
  }

  @Override
  public Results.Read read(Options options, Requests.Read request) {
    LogFile.level(options.logLevel());
    return new ReadRun(options).run(request);
  }

  @Override
  public Results.Converted convert(Options options, Requests.Convert request, Watch watch) {
    LogFile.level(options.logLevel());
    return new ConvertRun(options, clock).run(request, watch);
  }

  @Override
  public List<Results.Format> formats() {
    return Formats.of(Reference.load(null)).all().stream()
        .map(format -> new Results.Format(format.name(), format.about()))
        .toList();
  }

  @Override
  public List<Results.Check> doctor(Options options) {
    LogFile.level(options.logLevel());
    return new DoctorRun(options, clock).run();
  }

  @Override
  public List<Results.TopicState> topics(Options options) {
    LogFile.level(options.logLevel());
    return answered(
        options,
        List.of(Role.OPERATOR),
        () -> new TopicsRun(options, Wiring.bootstrap(options)).states());
  }

  @Override
  public List<Results.Right> rights(Options options, Collection<Role> roles) {
    LogFile.level(options.logLevel());
    return RightsDesk.list(options, roles);
  }

  @Override
  public String topology(Options options, boolean dot) {
    LogFile.level(options.logLevel());
    var text = new TopologyText(options);
    return dot ? text.dot() : text.words();
  }

  @Override
  public Results.ReferenceCheck checkReference(Options options) {
    return new ReferenceDesk(options).check();
  }

  @Override
  public Results.Imported importReference(Options options, Requests.Import request, Watch watch) {
    return new ReferenceDesk(options).importDump(request, watch);
  }

  @Override
  public List<Results.Entry> showReference(Options options, Requests.Lookup lookup) {
    return new ReferenceDesk(options).show(lookup);
  }

  @Override
  public WebhookDesk webhooks(Options options) {
    LogFile.level(options.logLevel());
    return new WebhookCommands(options, clock);
  }

  @Override
  public FeedDesk feeds(Options options) {
    LogFile.level(options.logLevel());
    return new FeedCommands(options, clock);
  }

  @Override
  public TokenDesk tokens(Options options) {
    LogFile.level(options.logLevel());
    return new TokenRun(options, clock);
  }

  @Override
  public BenchReport bench(BenchPlan plan, Watch watch) {
    LogFile.level(Options.LogLevel.WARN);
    return new BenchDesk(watch).run(plan);
  }

  @Override
  public Curve sweep(SweepPlan plan, Watch watch) {
    LogFile.level(Options.LogLevel.WARN);
    return new BenchDesk(watch).run(plan);
  }

  @Override
  public Results.Letters letters(Options options, Requests.LetterFilter filter, int limit) {
    LogFile.level(options.logLevel());
    return answered(options, LETTERS, () -> new LettersDesk(options).list(filter, limit));
  }

  @Override
  public Results.Letter letter(Options options, String id) {
    LogFile.level(options.logLevel());
    return answered(options, LETTERS, () -> new LettersDesk(options).show(id));
  }

  @Override
  public List<Results.RetriedLetter> retry(Options options, Requests.Retry request, Watch watch) {
    LogFile.level(options.logLevel());
    return answered(options, LETTERS, () -> new LettersDesk(options).retry(request, watch));
  }

  @Override
  public Results.MadeKey newKey(Options options, Requests.NewKey request) {
    return new KeyDesk(options, clock).make(request);
  }

  private interface Run {
    void run() throws InterruptedException;
  }

  private static void lasting(Options options, Run run) {
    answered(
        options,
        RUNNERS,
        () -> {
          try {
            run.run();
            return null;
          } catch (BrokerUnavailable e) {
            throw UpRun.failure(e);
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Failure("Stopped while starting", "", e);
          }
        });
  }

  private static <T> T answered(Options options, List<Role> roles, Supplier<T> question) {
    try {
      return RightsDesk.allowed(options, roles, question);
    } catch (KafkaUnavailable e) {
      throw failure(e);
    }
  }

  private static List<Role> publishers(Requests.Publish request) {
    return switch (request.kind()) {
      case NEWS -> List.of(Role.NEWS_PUBLISHER);
      case STATEMENTS -> List.of(Role.STATEMENT_PUBLISHER);
      case CONTROLS -> List.of(Role.CONTROL_PUBLISHER);
      case DOCUMENT -> List.of(Role.NEWS_PUBLISHER, Role.STATEMENT_PUBLISHER);
    };
  }

  private static Failure failure(KafkaUnavailable e) {
    var advice =
        switch (e.reason()) {
          case NO_TOPIC ->
              "It is created when the processor starts: tocsin up, or tocsin process."
                  + " Another prefix is set with --set topics.prefix=NAME.";
          case NO_ANSWER -> "See what is wrong with: tocsin doctor";
        };
    return new Failure(e.getMessage(), advice, e);
  }
}
