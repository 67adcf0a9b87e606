package io.tocsin.app;

import io.tocsin.app.Requests.Question;
import io.tocsin.assess.Explanation;
import io.tocsin.client.TopicReader;
import io.tocsin.model.AlertLevelChange;
import io.tocsin.model.Subject;
import io.tocsin.reference.Reference;
import io.tocsin.wire.Topics;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Why a level is what it is. What was told comes from the topics of alerts and levels; the full
 * picture behind it is worked out once more from the records, and the two are held against each
 * other.
 */
final class ExplainRead {
  private static final double SAME_SCORE = 0.01;
  private static final Comparator<AlertLevelChange> LATEST_FIRST =
      Comparator.comparingLong(AlertLevelChange::sequence).reversed();

  private final Options options;
  private final Recorded recorded;
  private final InstantSource clock;

  ExplainRead(Options options, InstantSource clock) {
    this.options = options;
    this.recorded = new Recorded(options);
    this.clock = clock;
  }

  /**
   * @throws Failure where there is no such subject or change, or what is asked cannot be read
   */
  Results.Explained run(Question question) {
    var reference = Wiring.reference(options);
    if (question instanceof Question.OfSubject asked) {
      var names = new Names(reference);
      var subject = new Subject(names.entity(asked.entity()), names.region(asked.region()));
      return asked.file() == null
          ? subject(subject, asked.at(), reference, names.notes())
          : offline(subject, asked, reference, names.notes());
    }
    var asked = (Question.OfChange) question;
    return asked.file() == null ? change(asked.id(), reference) : offline(asked, reference);
  }

  private Results.Explained offline(
      Subject subject, Question.OfSubject asked, Reference reference, List<String> notes) {
    var picture = recount(asked.file(), reference).at(subject, asked.at(), clock.instant());
    if (picture.explanation() == null) {
      throw untracked(subject);
    }
    var told = asked.at() == null ? picture.state() : last(picture.changes());
    return explained(picture, subject, told, latestFirst(picture.changes()), notes);
  }

  private Results.Explained offline(Question.OfChange asked, Reference reference) {
    var picture =
        recount(asked.file(), reference)
            .of(asked.id(), clock.instant())
            .orElseThrow(() -> unknown(asked.id(), asked.file()));
    var change = last(picture.changes());
    return explained(picture, change.subject(), change, latestFirst(picture.changes()), List.of());
  }

  private Recount recount(String file, Reference reference) {
    var history = History.of(EventFile.of(file));
    return new Recount(reference, Wiring.policy(options), history, false);
  }

  private Results.Explained subject(
      Subject subject, Instant at, Reference reference, List<String> notes) {
    var topics = Wiring.topics(options);
    var reader = recorded.reader();
    var timeline = new ArrayList<AlertLevelChange>();
    for (var change : alerts(reader, topics)) {
      if (change.subject().equals(subject) && (at == null || !change.effectiveAt().isAfter(at))) {
        timeline.add(change);
      }
    }
    timeline.sort(LATEST_FIRST);
    var picture = recorded.recount(reference).at(subject, at, clock.instant());
    if (at != null) {
      if (picture.explanation() == null && timeline.isEmpty()) {
        throw untracked(subject);
      }
      var told = timeline.isEmpty() ? null : timeline.get(0);
      return explained(picture, subject, told, timeline, notes);
    }
    var state = LevelsRead.read(reader, topics.levels()).get(subject);
    if (state == null && picture.explanation() == null) {
      throw timeline.isEmpty() ? untracked(subject) : ceased(subject, timeline.get(0));
    }
    return state == null
        ? explained(picture, subject, null, timeline, notes)
        : checked(picture, state, timeline, notes);
  }

  private Results.Explained change(String id, Reference reference) {
    var topics = Wiring.topics(options);
    var reader = recorded.reader();
    var alerts = alerts(reader, topics);
    var change =
        alerts.stream()
            .filter(c -> c.id().equals(id))
            .findFirst()
            .orElseThrow(() -> unknown(id, topics.alerts().name()));
    var timeline =
        alerts.stream()
            .filter(c -> c.subject().equals(change.subject()))
            .filter(c -> c.sequence() <= change.sequence())
            .sorted(LATEST_FIRST)
            .toList();
    var picture = recorded.recount(reference).of(id, clock.instant()).orElse(Recount.Picture.NONE);
    return checked(picture, change, timeline, List.of());
  }

  /** What was told counts; a picture that comes to something else is not shown. */
  private Results.Explained checked(
      Recount.Picture picture,
      AlertLevelChange told,
      List<AlertLevelChange> timeline,
      List<String> notes) {
    var explanation = picture.explanation();
    var all = new ArrayList<>(notes);
    if (explanation == null && picture.found()) {
      all.add("With this the subject ceased to be tracked: nothing speaks of it any more.");
    } else if (explanation == null) {
      all.add(
          "The records behind this are no longer in the topics;"
              + " shown are the rows that it carries itself.");
    } else if (!agrees(explanation, told)) {
      all.add(disagreement(explanation, told));
      return new Results.Explained(null, told, timeline, List.of(), all);
    }
    return explained(picture, told.subject(), told, timeline, all);
  }

  private static String disagreement(Explanation explanation, AlertLevelChange told) {
    var what =
        "From the records still in the topics it would be %s (%.2f dB), and it was told as %s (%.2f dB)"
            .formatted(explanation.level(), explanation.score(), told.level(), told.score());
    var why =
        explanation.policyVersion().equals(told.policyVersion())
            ? "some that it was made of are gone, or have come since"
            : "it followed policy %s, now it is %s"
                .formatted(told.policyVersion(), explanation.policyVersion());
    return what + ": " + why + "; shown are the rows that it carries itself.";
  }

  private static boolean agrees(Explanation explanation, AlertLevelChange told) {
    if (told.subject().isOverall()) {
      return explanation.level() == told.level();
    }
    // a state is as old as its last move, so its score has faded since and cannot be compared
    boolean sameMoment = explanation.at().equals(told.effectiveAt());
    return explanation.level() == told.level()
        && explanation.declared() == told.declared()
        && explanation.reported() == told.reported()
        && (!sameMoment || Math.abs(explanation.score() - told.score()) < SAME_SCORE);
  }

  private static Results.Explained explained(
      Recount.Picture picture,
      Subject subject,
      AlertLevelChange told,
      List<AlertLevelChange> timeline,
      List<String> notes) {
    var all = new ArrayList<>(notes);
    if (subject.isOverall() && picture.explanation() != null) {
      var carrier = picture.explanation().subject();
      all.add(
          "The overall level of %s is that of its gravest subject, %s; this is why that one stands where it does."
              .formatted(subject.region(), carrier.entity()));
    }
    return new Results.Explained(picture.explanation(), told, timeline, picture.states(), all);
  }

  private static List<AlertLevelChange> alerts(TopicReader reader, Topics topics) {
    var alerts = new ArrayList<AlertLevelChange>();
    reader.forEach(
        topics.alerts(),
        record -> {
          var change = LevelsRead.value(topics.alerts(), record);
          if (change != null) {
            alerts.add(change);
          }
        });
    return alerts;
  }

  private static AlertLevelChange last(List<AlertLevelChange> changes) {
    return changes.isEmpty() ? null : changes.get(changes.size() - 1);
  }

  private static List<AlertLevelChange> latestFirst(List<AlertLevelChange> changes) {
    return changes.stream().sorted(LATEST_FIRST).toList();
  }

  private static Failure untracked(Subject subject) {
    return new Failure(
        "%s in %s is not tracked: nothing was said of it by then"
            .formatted(subject.entity(), subject.region()),
        "See what is tracked with: tocsin levels --region " + subject.region());
  }

  private static Failure ceased(Subject subject, AlertLevelChange last) {
    return new Failure(
        "%s in %s is no longer tracked: what was said of it was corrected, retracted or has faded"
            .formatted(subject.entity(), subject.region()),
        "See its last change with: tocsin explain " + last.id());
  }

  private static Failure unknown(String id, String where) {
    return new Failure(
        "no change has the id %s in %s".formatted(id, where),
        "See the changes and their ids with: tocsin subscribe --since 365d --json");
  }
}
