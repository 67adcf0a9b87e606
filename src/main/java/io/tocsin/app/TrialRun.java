package io.tocsin.app;

import io.tocsin.api.console.Trial;
import io.tocsin.assess.Policy;
import io.tocsin.extract.Context;
import io.tocsin.extract.Extractor;
import io.tocsin.extract.places.Toponyms;
import io.tocsin.model.InvalidRecord;
import io.tocsin.model.NewsEvent;
import io.tocsin.model.Problem;
import io.tocsin.model.Subject;
import io.tocsin.reference.Reference;
import io.tocsin.reference.Source;
import io.tocsin.topology.NewsReader;
import io.tocsin.wire.PolicyDocument;
import io.tocsin.wire.Unreadable;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What a report or a policy would do, from the records in the topics. */
final class TrialRun implements Trial {
  private static final String UNKNOWN_SOURCE = "nobody-known";
  private static final String ID = "what-if";
  private static final double SAME_SCORE = 0.005;
  private static final int SHOWN = 200;

  private final Reference reference;
  private final Recorded recorded;
  private final InstantSource clock;
  private Tools tools;

  /** What texts are read with: takes a moment to build, so it is built when first asked for. */
  private record Tools(NewsReader reader, Extractor extractor) {}

  TrialRun(Reference reference, Recorded recorded, InstantSource clock) {
    this.reference = reference;
    this.recorded = recorded;
    this.clock = clock;
  }

  @Override
  public Outcome of(Asked asked) {
    var history = recorded.history(reference);
    var policy = recorded.policy();
    var tried = asked.policy() == null ? policy : policy(asked.policy());
    boolean wall = recorded.followsWallClock();
    var now = played(history, policy, wall);
    var at = wall ? clock.instant() : reached(now);
    now.advance(at.toEpochMilli());
    var before = now.standings();
    // under the same policy the report comes on top of what was played
    var then = asked.policy() == null ? now : played(history, tried, wall);
    var report = asked.headline() == null ? null : report(asked, at);
    if (report != null) {
      then.accept(report);
    }
    then.advance(at.toEpochMilli());
    var differences = differences(before, then.standings());
    return new Outcome(
        report == null ? null : reading(asked, at),
        new Policies(policy.version(), tried.version()),
        differences.stream().limit(SHOWN).toList(),
        Math.max(0, differences.size() - SHOWN));
  }

  private synchronized Tools tools() {
    if (tools == null) {
      tools =
          new Tools(new NewsReader(reference), new Extractor(reference, new Toponyms(reference)));
    }
    return tools;
  }

  private Backtest played(History history, Policy policy, boolean wall) {
    var backtest = new Backtest(reference, tools().reader(), policy, change -> {});
    history.entries().forEach(entry -> entry.play(backtest, wall));
    return backtest;
  }

  /** History stands still at its last record; where there is none, any moment will do. */
  private Instant reached(Backtest backtest) {
    return backtest.clock() == Long.MIN_VALUE
        ? clock.instant()
        : Instant.ofEpochMilli(backtest.clock());
  }

  private static Policy policy(String document) {
    try {
      return PolicyDocument.read(document.getBytes(StandardCharsets.UTF_8));
    } catch (Unreadable e) {
      throw new InvalidRecord(
          new Problem("policy", "", "must be a policy document: " + e.getMessage()));
    }
  }

  private static NewsEvent report(Asked asked, Instant at) {
    return new NewsEvent(
        ID,
        source(asked),
        null,
        at,
        asked.headline(),
        asked.body(),
        asked.language(),
        null,
        null,
        List.of(),
        List.of(),
        null,
        null,
        0,
        null,
        NewsEvent.Status.USABLE,
        Map.of());
  }

  private static String source(Asked asked) {
    return Optional.ofNullable(asked.source()).orElse(UNKNOWN_SOURCE);
  }

  private Reading reading(Asked asked, Instant at) {
    var country = reference.sources().find(source(asked)).map(Source::country).orElse(null);
    var context = new Context(asked.source(), country, at, asked.language());
    var read = ReadRun.result(tools().extractor().read(asked.headline(), asked.body(), context));
    return new Reading(
        read.text(),
        mentions(read.entities()),
        mentions(read.regions()),
        read.claims().stream().map(TrialRun::claim).toList(),
        read.fingerprint());
  }

  private static Claim claim(Results.ReadClaim claim) {
    return new Claim(
        claim.entity(),
        claim.region(),
        claim.category(),
        claim.credibility().grade(),
        claim.salience(),
        claim.origin(),
        spans(claim.spans()));
  }

  private static List<Mention> mentions(List<Results.Mentioned> all) {
    return all.stream().map(one -> new Mention(one.id(), spans(one.spans()))).toList();
  }

  private static List<List<Integer>> spans(List<Results.Stretch> all) {
    return all.stream().map(one -> List.of(one.from(), one.to())).toList();
  }

  private static List<Difference> differences(
      List<Backtest.Standing> now, List<Backtest.Standing> then) {
    var before = bySubject(now);
    var after = bySubject(then);
    var subjects = new TreeMap<>(before);
    subjects.putAll(after);
    var differences = new ArrayList<Difference>();
    for (var subject : subjects.keySet()) {
      var one = before.get(subject);
      var other = after.get(subject);
      if (!isAlike(one, other)) {
        differences.add(new Difference(subject.entity(), subject.region(), one, other));
      }
    }
    differences.sort(Comparator.comparing(TrialRun::keepsLevel));
    return differences;
  }

  private static boolean isAlike(State one, State other) {
    return one != null
        && other != null
        && one.level() == other.level()
        && Math.abs(one.score() - other.score()) < SAME_SCORE;
  }

  private static boolean keepsLevel(Difference difference) {
    return difference.now() != null
        && difference.then() != null
        && difference.now().level() == difference.then().level();
  }

  private static TreeMap<Subject, State> bySubject(List<Backtest.Standing> standings) {
    var states = new TreeMap<Subject, State>();
    standings.forEach(s -> states.put(s.subject(), new State(s.level(), s.score())));
    return states;
  }
}
