package io.tocsin.app;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.tocsin.ingest.feed.Feed;
import io.tocsin.ingest.feed.FeedHealth;
import io.tocsin.ingest.feed.Gear;
import io.tocsin.ingest.feed.Report;
import io.tocsin.ingest.feed.WebFetch;
import io.tocsin.reference.Nearest;
import io.tocsin.wire.EventLines;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Consumer;

/** Feeds, checked, listed and looked at by hand. */
final class FeedCommands implements FeedDesk {
  private final Options options;
  private final FeedWiring wiring;

  FeedCommands(Options options, InstantSource clock) {
    this.options = options;
    this.wiring = new FeedWiring(options, clock);
  }

  @Override
  public List<Entry> check(String file) {
    var feeds = file == null ? wiring.feeds() : wiring.feeds(file);
    return feeds.stream()
        .map(
            feed ->
                new Entry(
                    feed.id(),
                    feed.place().shown(),
                    Objects.requireNonNullElse(feed.format(), ""),
                    feed.source(),
                    feed.authority(),
                    feed.interval()))
        .toList();
  }

  @Override
  public List<State> list() {
    return wiring.feeds().stream()
        .map(feed -> state(FeedHealth.of(feed, wiring.folder())))
        .toList();
  }

  @Override
  public List<Looked> poll(String id, Watch watch) {
    var chosen = chosen(id);
    try (var web = wiring.web();
        var publisher = wiring.publisher(Wiring.bootstrap(options))) {
      var gear =
          wiring.gear(
              web, new FeedOutlet(publisher, wiring.signatures()), new SimpleMeterRegistry());
      return look(chosen, gear, report -> {}, watch);
    }
  }

  @Override
  public List<Looked> preview(String id, Consumer<String> lines, Watch watch) {
    try (var web = wiring.web()) {
      return look(
          chosen(id),
          idle(web).dry(),
          report -> report.records().forEach(record -> lines.accept(EventLines.line(record))),
          watch);
    }
  }

  private Gear idle(WebFetch web) {
    return wiring.gear(web, (by, records) -> List.of(), new SimpleMeterRegistry());
  }

  private List<Feed> chosen(String id) {
    var feeds = wiring.feeds();
    var chosen = feeds.stream().filter(feed -> id == null || feed.id().equals(id)).toList();
    if (chosen.isEmpty() && id != null) {
      var known = feeds.stream().map(Feed::id).toList();
      throw new Failure(
          "the file names no feed " + id,
          Nearest.to(id, known)
              .map(near -> "Did you mean " + near + "?")
              .orElse("It names: " + String.join(", ", known)));
    }
    return chosen;
  }

  private static List<Looked> look(
      List<Feed> feeds, Gear gear, Consumer<Report> taker, Watch watch) {
    var all = new ArrayList<Looked>();
    try (var progress = watch.begin("looking", feeds.size())) {
      for (var feed : feeds) {
        progress.label(feed.id());
        var report = gear.look(feed);
        taker.accept(report);
        report
            .refusals()
            .forEach(
                refusal ->
                    watch.refused(
                        new Results.Refusal(
                            feed.id() + " " + refusal.where(), refusal.problems())));
        all.add(looked(report));
        progress.step(1);
      }
      return all;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Failure("Stopped before all feeds were looked at", "", e);
    }
  }

  private static Looked looked(Report report) {
    return new Looked(
        report.feed(),
        report.isFine(),
        report.isFine() ? report.changed() ? "changed" : "unchanged" : word(report.trouble()),
        report.fresh(),
        report.revised(),
        report.refusals().size(),
        report.why());
  }

  private static State state(FeedHealth health) {
    return new State(
        health.id(),
        word(health.state()),
        health.where(),
        health.movedTo(),
        health.attemptedAt(),
        health.succeededAt(),
        health.nextAt(),
        health.failures(),
        health.trouble() == null ? null : word(health.trouble()),
        health.why(),
        health.items(),
        health.published(),
        health.revised(),
        health.refused(),
        health.refusals());
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
