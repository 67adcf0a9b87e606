package io.tocsin.app;

import io.tocsin.api.read.FeedRoutes;
import io.tocsin.api.read.Flow;
import io.tocsin.api.read.WebhookRoutes;
import io.tocsin.broker.BrokerUnavailable;
import io.tocsin.broker.EmbeddedBroker;
import io.tocsin.deliver.webhook.HttpPost;
import io.tocsin.deliver.webhook.Webhooks;
import io.tocsin.topology.RocksMemory;
import io.tocsin.trace.Tracing;
import io.tocsin.vitals.Books;
import io.tocsin.vitals.Finding;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;

/** The parts of a run, started one after the other; whatever is open is closed by the closers. */
final class Installation {
  private static final Duration WEBHOOKS_WITHIN = Duration.ofSeconds(15);
  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(250);

  private final Options options;
  private final Closers closers;
  private final InstantSource clock;
  private final Watch watch;
  private final CompletableFuture<Throwable> brokerFault = new CompletableFuture<>();
  private final List<Results.Endpoint> endpoints = new ArrayList<>();
  private final Tracing tracing;
  private final HttpFront http;
  private final Books books;
  private final Bulletin bulletin;
  private final SetBack setBack;
  private String bootstrap;
  private Optional<String> member = Optional.empty();
  private Optional<WebhookWiring> hooks = Optional.empty();
  private Optional<FeedRun> feeds = Optional.empty();
  private final AtomicReference<Optional<Webhooks>> telling =
      new AtomicReference<>(Optional.empty());
  private volatile StreamsRuntime runtime;

  Installation(Options options, Closers closers, InstantSource clock, Watch watch) {
    this.options = options;
    this.closers = closers;
    this.clock = clock;
    this.watch = watch;
    this.tracing = Traces.open(options, closers);
    this.bulletin = new Bulletin(watch, clock);
    this.setBack = new SetBack(clock, System::nanoTime);
    this.http = new HttpFront(options, closers, clock);
    this.books = new Books(http.meters(), http.latency(), clock);
    http.readiness().needs("processor", this::processorsHindrance);
  }

  /**
   * Refuses what HTTP may not do before anything starts.
   *
   * @param otherwise whether it is on where nothing is configured
   * @throws Failure where it may not listen as it is configured
   */
  Installation mayListen(boolean otherwise) {
    if (options.http().isOn(otherwise)) {
      http.check();
    }
    return this;
  }

  /**
   * Reads the files that are configured, so that a fault in one shows before anything starts.
   *
   * @param always whether HTTP is on where nothing is configured, and feeds are looked at where
   *     their file is just there
   * @throws Failure with everything that is wrong
   */
  Installation checked(boolean always) {
    mayListen(always);
    CapWiring.signer(options.cap());
    if (options.webhooks() != null) {
      hooks = Optional.of(WebhookWiring.of(options, clock));
    }
    feeds =
        options.feeds().areOn(always) ? Optional.of(FeedRun.of(options, clock)) : Optional.empty();
    return this;
  }

  /**
   * Starts the embedded Kafka in the data folder.
   *
   * @throws BrokerUnavailable where it does not start
   */
  Installation broker(int port) {
    var broker =
        closers.opened("Kafka", EmbeddedBroker.start(options.data(), port, brokerFault::complete));
    bootstrap = broker.bootstrapServers();
    member = Optional.of(Member.of(options.data()));
    endpoints.add(new Results.Endpoint("Kafka", bootstrap));
    return this;
  }

  /** Uses a cluster that runs already. */
  Installation cluster(String servers) {
    bootstrap = servers;
    var statements = EntitlementCheck.look(options);
    if (statements.status() == Finding.Status.WARN) {
      watch.say("warning: %s. %s".formatted(statements.detail(), statements.advice()));
    }
    endpoints.add(new Results.Endpoint("Kafka", servers));
    return this;
  }

  /**
   * Creates the topics that are missing, and says how the others differ from what is configured.
   */
  Installation topics() {
    var report = new TopicsRun(options, bootstrap).run();
    report.differences().forEach(difference -> watch.say("left as it is: " + difference));
    new PolicyFeed(options, bootstrap).bring(watch);
    return this;
  }

  /**
   * Opens the HTTP API where it is on: before the processor, so that it tells how that one starts.
   *
   * @param otherwise whether it is on where nothing is configured
   */
  Installation http(boolean otherwise) {
    if (options.http().isOn(otherwise)) {
      var board = new BoardWiring(options, bootstrap, clock, http.latency());
      board.addTo(http, books, () -> runtime == null ? Flow.NONE : runtime.flow());
      new PostWiring(options, bootstrap, tracing, clock).addTo(http, closers);
      http.add(new WebhookRoutes(() -> telling.get().map(Webhooks::health).orElse(List.of())));
      http.add(new FeedRoutes(() -> feeds.map(FeedRun::health).orElse(List.of())));
      endpoints.add(http.open(watch));
      board.start(closers);
    }
    return this;
  }

  private Optional<String> processorsHindrance() {
    return runtime == null ? Optional.of("is about to start") : runtime.hindrance();
  }

  /** Starts the processor; returns when it runs. */
  Installation processor() throws InterruptedException {
    var settings = new StreamsSettings(options, bootstrap, member);
    closers.opened(
        "the look after transactions",
        new TransactionGuard(
            Wiring.client(options, bootstrap),
            options.topics().prefix(),
            settings.transactionTimeout(),
            clock));
    var topics = closers.opened("the look after topics", topicGuard());
    topics.check();
    var memory = closers.opened("the memory of stores", RocksMemory.ofThisProcess());
    var afterOrphans = afterOrphans(settings);
    runtime =
        closers.opened(
            "the processor", StreamsRuntime.start(settings, books, tracing, memory, afterOrphans));
    topics.begin(runtime::end);
    closers.opened("the meters of Kafka", runtime.meters(http.meters()));
    runtime.preparation().meter(http.meters());
    runtime.awaitRunning(bulletin);
    awaitWebhooks();
    return this;
  }

  private TopicGuard topicGuard() {
    var application = Wiring.application(options);
    var topics = Wiring.topics(options);
    return new TopicGuard(
        Wiring.client(options, bootstrap),
        application,
        new StateTopics(StreamsSettings.stateFolder(options), application),
        Set.of(topics.alerts().name(), topics.levels().name(), topics.deadLetters().name()));
  }

  /** What to do when the group changes: others may have left something open. */
  private Runnable afterOrphans(StreamsSettings settings) {
    if (!settings.namesItsTransactions()) {
      return () -> {};
    }
    var guard = new OrphanGuard(Wiring.client(options, bootstrap), Wiring.application(options));
    return closers.opened("the look after orphans", guard)::groupChanged;
  }

  /**
   * Begins to tell endpoints of changes, where a file names some: before the processor, so that
   * they hear of all that it tells.
   */
  Installation webhooks() {
    if (hooks.isPresent()) {
      var post = closers.opened("the way to receivers", new HttpPost(clock));
      var webhooks =
          closers.opened("webhooks", hooks.get().start(bootstrap, post, http.latency(), tracing));
      telling.set(Optional.of(webhooks));
      WebhookWiring.meter(webhooks, http.meters());
      endpoints.add(new Results.Endpoint("webhooks", hooks.get().summary()));
    }
    return this;
  }

  /** Begins to look at the feeds that were read. */
  Installation feeds() {
    feeds.ifPresent(run -> endpoints.add(run.start(bootstrap, http.meters(), closers)));
    return this;
  }

  private void awaitWebhooks() throws InterruptedException {
    if (telling.get().isPresent()) {
      var late = telling.get().get().awaitBegun(WEBHOOKS_WITHIN);
      late.forEach(
          id -> watch.say("webhook %s is not there yet; the log file tells more".formatted(id)));
    }
  }

  /** Says where everything is. */
  Installation ready(Path log) {
    endpoints.add(new Results.Endpoint("data folder", options.data().toString()));
    endpoints.add(new Results.Endpoint("log file", log.toString()));
    watch.ready(endpoints);
    return this;
  }

  /** Says where the console is, where HTTP is on. */
  void hintAtTheConsole() {
    endpoints.stream()
        .filter(endpoint -> endpoint.name().equals(HttpFront.NAME))
        .forEach(endpoint -> watch.say("\nin a browser: " + endpoint.address() + "/"));
  }

  String bootstrap() {
    return bootstrap;
  }

  Books books() {
    return books;
  }

  /**
   * Waits until the run is asked to end.
   *
   * @throws Failure where something that the run needs ends by itself
   */
  void await(Shutdown shutdown) throws InterruptedException {
    do {
      check();
    } while (!shutdown.await(BETWEEN_LOOKS.toMillis()));
  }

  /**
   * @throws Failure where something that the run needs has ended by itself
   */
  void check() {
    if (brokerFault.isDone()) {
      var fault = brokerFault.join();
      throw new Failure(String.valueOf(fault.getMessage()), "", fault);
    }
    setBack.check();
    if (runtime != null) {
      runtime.check();
      bulletin.look(runtime.hindrance());
    }
  }
}
