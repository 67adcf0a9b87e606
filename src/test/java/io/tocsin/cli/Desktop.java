package io.tocsin.cli;

import io.tocsin.app.Backtest;
import io.tocsin.app.Desk;
import io.tocsin.app.FeedDesk;
import io.tocsin.app.LiveLevels;
import io.tocsin.app.Options;
import io.tocsin.app.Requests;
import io.tocsin.app.Results;
import io.tocsin.app.TokenDesk;
import io.tocsin.app.Watch;
import io.tocsin.app.WebhookDesk;
import io.tocsin.app.acl.Role;
import io.tocsin.bench.BenchPlan;
import io.tocsin.bench.BenchReport;
import io.tocsin.bench.measure.Delays;
import io.tocsin.bench.measure.Figures;
import io.tocsin.bench.measure.Latency;
import io.tocsin.bench.sweep.Curve;
import io.tocsin.bench.sweep.Point;
import io.tocsin.bench.sweep.SweepPlan;
import io.tocsin.cli.text.Samples;
import io.tocsin.cli.text.Terminal;
import io.tocsin.model.AlertLevelChange;
import io.tocsin.model.Category;
import io.tocsin.model.Credibility;
import io.tocsin.model.Level;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** A desk that notes what it is asked and answers from samples. */
final class Desktop implements Desk {
  Options options;
  Object asked;
  RuntimeException failure;
  Results.Refusal refusal;
  Results.Verdict verdict = Results.Verdict.FINE;
  boolean stopping;

  /** What a run left behind. */
  record Run(int code, String out, String err) {}

  Run run(Path directory, String arguments) {
    var out = new ByteArrayOutputStream();
    var err = new ByteArrayOutputStream();
    var at =
        new Surroundings(
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            Terminal.NONE,
            Terminal.NONE,
            Map.of(),
            directory,
            directory,
            2,
            InstantSource.fixed(Samples.NOW),
            () -> stopping);
    var words = arguments.isEmpty() ? new String[0] : arguments.split(" ");
    int code = Cli.run(at, () -> this, words);
    return new Run(
        code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  @Override
  public UnaryOperator<String> names(Options options) {
    return id -> id.equals("isil") ? "Islamic State" : id.equals("FR-75C") ? "Paris" : id;
  }

  @Override
  public String json(AlertLevelChange change) {
    return "{\"id\":\"" + change.id() + "\"}";
  }

  @Override
  public String json(Results.Explained explained) {
    return json(explained.change());
  }

  @Override
  public void up(Options options, Requests.Up request, Watch watch) {
    note(options, request);
    watch.say("starting Kafka");
    watch.ready(List.of(new Results.Endpoint("Kafka", "127.0.0.1:9092")));
    watch.change(Samples.rise());
  }

  @Override
  public void process(Options options, Watch watch) {
    note(options, "process");
    watch.ready(List.of());
  }

  @Override
  public Results.Tally publish(Options options, Requests.Publish request, Watch watch) {
    note(options, request);
    try (var progress = watch.begin("publishing", 2)) {
      progress.step(2);
    }
    if (refusal != null) {
      watch.refused(refusal);
    }
    return new Results.Tally(2, refusal == null ? 2 : 1, refusal == null ? 0 : 1);
  }

  @Override
  public void subscribe(Options options, Requests.Selection selection, Watch watch) {
    note(options, selection);
    watch.change(Samples.rise());
  }

  @Override
  public LiveLevels watch(Options options, Requests.Selection selection) {
    throw new UnsupportedOperationException("there is no terminal");
  }

  @Override
  public List<AlertLevelChange> levels(Options options, Requests.Selection selection) {
    note(options, selection);
    return List.of(Samples.rise());
  }

  @Override
  public Results.Explained explain(Options options, Requests.Question question) {
    note(options, question);
    return new Results.Explained(
        null,
        Samples.rise(),
        List.of(Samples.rise()),
        List.of(),
        List.of("shown are its own rows"));
  }

  @Override
  public Results.Replayed replay(Options options, Requests.Replay request, Watch watch) {
    note(options, request);
    watch.change(Samples.rise());
    return new Results.Replayed(new Results.Tally(2, 2, 0), 1, Duration.ofSeconds(2));
  }

  @Override
  public Results.Backtested backtest(Options options, Requests.Backtest request, Watch watch) {
    note(options, request);
    watch.change(Samples.rise());
    var difference =
        new Results.Difference(Samples.rise().subject(), Level.SEVERE, 24.25, Level.LOW, -1.0);
    return new Results.Backtested(
        new Results.Tally(2, 2, 0),
        Map.of(Backtest.Fate.ASSESSED, 1L, Backtest.Fate.LATE, 1L),
        0,
        Samples.NOW,
        1,
        1,
        Duration.ofSeconds(2),
        request.against() == null
            ? null
            : new Results.Comparison(
                "1",
                "2",
                List.of(new Results.Contrast(Results.Side.FIRST, Samples.rise())),
                List.of(difference)));
  }

  @Override
  public Results.Evaluated evaluate(Options options, Requests.Evaluation request, Watch watch) {
    note(options, request);
    return new Results.Evaluated(
        3, List.of(new Results.Measured("c.xml", "tocsin", "report", 2, Map.of("f1", 0.75))));
  }

  @Override
  public Results.Read read(Options options, Requests.Read request) {
    note(options, request);
    var spans = List.of(new Results.Stretch(0, 4), new Results.Stretch(14, 19));
    return new Results.Read(
        "Bomb found in Paris",
        "en",
        List.of(),
        List.of(new Results.Mentioned("FR-75C", spans.subList(1, 2))),
        List.of(
            new Results.ReadClaim(
                "_", "FR-75C", Category.WEAPONS_FIND, Credibility.POSSIBLY_TRUE, 0.9, null, spans)),
        "00000000000000ff");
  }

  @Override
  public Results.Converted convert(Options options, Requests.Convert request, Watch watch) {
    note(options, request);
    if (refusal != null) {
      watch.refused(refusal);
    }
    return new Results.Converted(List.of("{\"news\":{}}"), refusal == null ? 0 : 1);
  }

  @Override
  public List<Results.Format> formats() {
    return List.of(new Results.Format("rss", "RSS of all versions"));
  }

  @Override
  public List<Results.Check> doctor(Options options) {
    note(options, "doctor");
    return List.of(new Results.Check("port", verdict, "taken", "Give --port another."));
  }

  @Override
  public List<Results.TopicState> topics(Options options) {
    note(options, "topics");
    return List.of(new Results.TopicState("tocsin.news", "created"));
  }

  @Override
  public List<Results.Right> rights(Options options, Collection<Role> roles) {
    note(options, roles);
    return List.of(
        new Results.Right(Role.SUBSCRIBER, "topic", "tocsin.alerts", false, List.of("Read")),
        new Results.Right(Role.READER, "topic", "tocsin.levels", false, List.of("Read")),
        new Results.Right(Role.READER, "topic", "tocsin.alerts", false, List.of("Read")),
        new Results.Right(Role.WEBHOOKS, "group", "tocsin.notices.", true, List.of("Read")));
  }

  @Override
  public String topology(Options options, boolean dot) {
    note(options, dot);
    return "Topologies:\n  from-news";
  }

  @Override
  public Results.ReferenceCheck checkReference(Options options) {
    note(options, "check");
    return new Results.ReferenceCheck("built in", List.of("3 regions"), List.of());
  }

  @Override
  public List<Results.Entry> showReference(Options options, Requests.Lookup lookup) {
    note(options, lookup);
    return List.of(new Results.Entry("FR", "France", "", "country"));
  }

  @Override
  public Results.Imported importReference(Options options, Requests.Import request, Watch watch) {
    note(options, request);
    return new Results.Imported(request.into().resolve("regions.csv"), List.of("3 kept"));
  }

  @Override
  public TokenDesk tokens(Options options) {
    throw new UnsupportedOperationException();
  }

  @Override
  public WebhookDesk webhooks(Options options) {
    note(options, "webhooks");
    return new Hooks();
  }

  /** One endpoint that was told once. */
  private final class Hooks implements WebhookDesk {
    private final Line line =
        new Line("desk", "silenced", Samples.NOW, "control c-1 by amy", Samples.rise());

    @Override
    public List<Entry> check() {
      return List.of(new Entry("desk", "slack", "hooks.example.org", "all entities"));
    }

    @Override
    public List<State> list() {
      return List.of(new State("desk", "slack", "hooks.example.org", true, 4, 1, 1, 1, 0, 1, line));
    }

    @Override
    public List<Tried> test(String id) {
      asked = id;
      return List.of(new Tried("desk", "hooks.example.org", !stopping, "204", 12));
    }

    @Override
    public void log(String id, Instant since, Consumer<Line> taker) {
      asked = id + " since " + since;
      taker.accept(line);
    }
  }

  @Override
  public FeedDesk feeds(Options options) {
    note(options, "feeds");
    return new SampleFeeds();
  }

  @Override
  public BenchReport bench(BenchPlan plan, Watch watch) {
    note(null, plan);
    var told = new Delays(8, 30, 40, 41, 100, 0);
    return new BenchReport(
        plan,
        List.of(figures("floor", 90_000, 9, true), figures("tocsin-eos", 81_000, 18, false)),
        List.of(1.0, 1.25),
        List.of(new Latency("tocsin-eos", 10, 8_100, 8_099, told, new Delays(2, 3, 4, 5, 100, 0))));
  }

  @Override
  public Curve sweep(SweepPlan plan, Watch watch) {
    note(null, plan);
    return new Curve(plan.sweep(), List.of(new Point("one more report", 1_000, 2.5, 4e5, 256)));
  }

  private static Figures figures(String name, double rate, double cpu, boolean complete) {
    return new Figures(
        name, 2, rate, cpu, 2, rate / 2, cpu * 2, 1_010_000, 20, complete, 512, 300, 100, 7, 0.1,
        0);
  }

  private void note(Options options, Object asked) {
    if (failure != null) {
      throw failure;
    }
    this.options = options;
    this.asked = asked;
  }

  @Override
  public Results.Letters letters(Options options, Requests.LetterFilter filter, int limit) {
    note(options, filter);
    return new Results.Letters(3, 2, Map.of("NOT_ADMITTED", 3L), List.of(heading()));
  }

  @Override
  public Results.Letter letter(Options options, String id) {
    note(options, id);
    return new Results.Letter(
        heading(),
        "k",
        List.of(new Results.Field("tocsin_why", "red\u001b[31m")),
        "JSON",
        "{\n  \"id\" : \"1\"\n}");
  }

  @Override
  public List<Results.RetriedLetter> retry(Options options, Requests.Retry request, Watch watch) {
    note(options, request);
    return List.of(new Results.RetriedLetter(heading().id(), "tocsin.news-0-9"));
  }

  private static Results.LetterHeading heading() {
    return new Results.LetterHeading(
        "tocsin.dead-letters-3-17",
        Instant.parse("2015-12-05T12:00:00Z"),
        "NOT_ADMITTED",
        "entities[0]: 'isi' is not an entity id",
        "tocsin.news-0-4",
        "tocsin.dead-letters-3-11",
        false,
        14);
  }

  @Override
  public Results.MadeKey newKey(Options options, Requests.NewKey request) {
    note(options, request);
    return new Results.MadeKey("jtac-2026-11-29", "jtac-2026-11-29:AAA", request.into());
  }
}
