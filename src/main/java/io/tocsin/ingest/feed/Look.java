package io.tocsin.ingest.feed;

import io.tocsin.ingest.format.Document;
import io.tocsin.ingest.format.Refusal;
import io.tocsin.ingest.format.Speaker;
import io.tocsin.model.Incoming;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * One look at one feed. What is to be published is written down before it is published and again
 * when Kafka has it; only then the validators that would let the server say "not modified". So
 * wherever it ends, the next look begins with what may be missing.
 */
final class Look {
  private final Feed feed;
  private final Gear gear;
  private final Doors doors;
  private final List<Incoming> records = new ArrayList<>();
  private final List<Refusal> refusals = new ArrayList<>();
  private int fresh;
  private int revised;
  private boolean changed;
  private Status status;
  private Memory memory;

  Look(Feed feed, Gear gear, Doors doors) {
    this.feed = feed;
    this.gear = gear;
    this.doors = doors;
  }

  /**
   * Looks, publishes, and writes down what is known then.
   *
   * @return the feed's status and what came of it
   */
  Result run() throws InterruptedException {
    var result = attempt();
    gear.meters().count(result);
    return result;
  }

  /** What is known of the feed now, and what the look gave. */
  record Result(Status status, Report report) {}

  private Result attempt() throws InterruptedException {
    try (var lock = gear.folder().lock(feed.id()).orElse(null)) {
      if (lock == null) {
        return failed(new FeedTrouble(Trouble.ELSEWHERE, "another process looks at it just now"));
      }
      recall();
      read();
      status = status.succeeded(now(), feed.interval(), gear.chance().getAsDouble());
      save();
      return new Result(status, report(null));
    } catch (FeedTrouble e) {
      return failed(e);
    } catch (InterruptedException e) {
      throw e;
    } catch (Exception e) {
      return failed(
          new FeedTrouble(
              e instanceof IOException ? Trouble.NO_STATE : Trouble.BUG,
              "what is known of it cannot be kept: " + e,
              e));
    }
  }

  private Result failed(FeedTrouble e) {
    if (status == null) {
      status = Status.first(feed, now(), 0);
    }
    status = status.failed(e, now(), feed.interval(), gear.chance().getAsDouble());
    try {
      if (e.trouble() != Trouble.ELSEWHERE) {
        save();
      }
    } catch (IOException again) {
      e.addSuppressed(again);
    }
    return new Result(status, report(e));
  }

  private Report report(FeedTrouble e) {
    return new Report(
        feed.id(),
        changed,
        records,
        fresh,
        revised,
        refusals,
        e == null ? null : e.trouble(),
        e == null ? "" : e.getMessage());
  }

  private void recall() throws IOException {
    double chance = gear.chance().getAsDouble();
    status =
        gear.folder()
            .status(feed.id())
            .orElseGet(() -> Status.first(feed, now(), chance))
            .readAs(feed, now(), chance);
    memory = gear.folder().memory(feed.id());
  }

  private void read() throws FeedTrouble, IOException, InterruptedException {
    if (feed.place() instanceof Feed.Web web) {
      read(web);
    } else {
      read(((Feed.Disk) feed.place()).path());
    }
  }

  private void read(Feed.Web web) throws FeedTrouble, IOException, InterruptedException {
    var start = status.movedTo() == null ? web.url() : status.movedTo();
    var fetched = gear.web().fetch(web, start, status.validators(), doors);
    var validators = status.validators();
    if (fetched.answer() instanceof Answer.Whole whole) {
      take(whole.document());
      status = status.told(refusals);
      validators = whole.validators();
    }
    status = status.fetched(fetched.movedTo(), validators);
  }

  private void read(Path place) throws FeedTrouble, IOException, InterruptedException {
    var stamps = Disk.stamps(place);
    var known = new HashMap<>(status.files());
    known.keySet().retainAll(stamps.keySet().stream().map(Path::toString).toList());
    FeedTrouble first = null;
    for (var file : changed(stamps, known)) {
      changed = true;
      try {
        take(Disk.document(file));
      } catch (FeedTrouble e) {
        if (e.trouble() == Trouble.NOT_TAKEN) {
          throw e;
        }
        // it stays as it is until somebody changes it, so it is told once
        refusals.add(refusal(file, e));
        first = first == null ? e : first;
      }
      known.put(file.toString(), stamps.get(file));
      status = status.filed(known);
      save();
    }
    status = changed ? status.filed(known).told(refusals) : status.filed(known);
    if (first != null && stamps.size() == 1) {
      throw first;
    }
  }

  private static List<Path> changed(Map<Path, String> stamps, Map<String, String> known) {
    return stamps.entrySet().stream()
        .filter(e -> !e.getValue().equals(known.get(e.getKey().toString())))
        .map(Map.Entry::getKey)
        .toList();
  }

  private static Refusal refusal(Path file, FeedTrouble e) {
    return new Refusal(file.getFileName().toString(), e.problems());
  }

  private void take(Document document) throws FeedTrouble, IOException, InterruptedException {
    changed = true;
    // to the millisecond, as records are: what has this time bears none of its own
    var now = now().truncatedTo(ChronoUnit.MILLIS);
    var harvest =
        gear.intake().read(feed, document, new Speaker(feed.source(), feed.authority(), now));
    var edition = Edition.of(harvest.records(), memory, now);
    var refused = new ArrayList<>(harvest.refusals());
    refused.addAll(edition.refusals());
    refused.addAll(publish(edition));
    records.addAll(edition.records());
    refusals.addAll(refused);
    fresh += edition.fresh();
    revised += edition.revised();
    remember(edition.memory().acknowledged(now));
    status = status.published(edition, memory.items().size());
  }

  private List<Refusal> publish(Edition edition) throws FeedTrouble, IOException {
    if (edition.isEmpty()) {
      return List.of();
    }
    remember(edition.memory());
    try {
      return gear.outlet().publish(feed.channel().alsoFor(edition.records()), edition.records());
    } catch (IOException e) {
      throw new FeedTrouble(Trouble.NOT_TAKEN, e.getMessage(), e);
    }
  }

  private void remember(Memory latest) throws IOException {
    if (!latest.equals(memory)) {
      memory = latest;
      if (gear.keeps()) {
        gear.folder().save(feed.id(), memory);
      }
    }
  }

  private void save() throws IOException {
    if (gear.keeps()) {
      gear.folder().save(feed.id(), status);
    }
  }

  private Instant now() {
    return gear.clock().instant();
  }
}
