package io.tocsin.app;

import io.tocsin.client.PublishFailed;
import io.tocsin.client.PublisherSettings;
import io.tocsin.client.Signing;
import io.tocsin.client.Stamp;
import io.tocsin.client.TocsinPublisher;
import io.tocsin.model.Control;
import io.tocsin.model.Incoming;
import io.tocsin.model.NewsEvent;
import io.tocsin.model.OfficialStatement;
import io.tocsin.model.Problem;
import io.tocsin.reference.Admission;
import io.tocsin.wire.Kind;
import io.tocsin.wire.Line;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;

/**
 * A file of one kind of record, or a document in a format of others: validated in full, then
 * published. Nothing is published where a line or an item is wrong, unless the good ones are asked
 * for.
 */
final class PublishRun {
  private final Options options;
  private final InstantSource clock;

  PublishRun(Options options, InstantSource clock) {
    this.options = options;
    this.clock = clock;
  }

  /**
   * @throws Failure where the file cannot be read, lines are wrong and not to be left out, or Kafka
   *     does not take a record
   */
  Results.Tally run(Requests.Publish request, Watch watch) {
    var records = new ArrayList<Incoming>();
    var tally =
        request.document() == null
            ? validate(request, records, watch)
            : convert(request.document(), records, watch);
    if (request.checkOnly()) {
      return tally;
    }
    if (tally.refused() > 0 && !request.keepGoing()) {
      throw new Failure(
          "nothing was published: %d of %d %s are wrong"
              .formatted(
                  tally.refused(), tally.read(), request.document() == null ? "lines" : "items"),
          "Correct them, or publish the others with --keep-going.");
    }
    if (!records.isEmpty()) {
      publish(records, request.signWith(), watch);
    }
    return tally;
  }

  private Results.Tally validate(Requests.Publish request, List<Incoming> good, Watch watch) {
    var file = EventFile.of(request.file(), kind(request.kind()));
    var admission = new Admission(Wiring.reference(options));
    long[] read = new long[1];
    file.forEach(
        line -> {
          read[0]++;
          var problems = problems(line, admission);
          if (problems.isEmpty()) {
            good.add(((Line.Good) line).record());
          } else {
            watch.refused(new Results.Refusal(file.where(line), problems));
          }
        });
    return new Results.Tally(read[0], good.size(), read[0] - good.size());
  }

  private Results.Tally convert(Requests.Convert document, List<Incoming> good, Watch watch) {
    var harvest = new ConvertRun(options, clock).harvest(document, watch);
    var admission = new Admission(Wiring.reference(options));
    for (var record : harvest.records()) {
      var problems = problems(record, admission);
      if (problems.isEmpty()) {
        good.add(record);
      } else {
        watch.refused(new Results.Refusal(document.file() + " " + record.id(), problems));
      }
    }
    int items = harvest.records().size() + harvest.refusals().size();
    return new Results.Tally(items, good.size(), items - good.size());
  }

  private static List<Problem> problems(Line line, Admission admission) {
    if (line instanceof Line.Bad bad) {
      return bad.problems();
    }
    return problems(((Line.Good) line).record(), admission);
  }

  private static List<Problem> problems(Incoming record, Admission admission) {
    if (record instanceof NewsEvent event) {
      return admission.problems(event);
    }
    return record instanceof OfficialStatement statement
        ? admission.problems(statement)
        : admission.problems((Control) record);
  }

  private void publish(List<Incoming> records, Path signWith, Watch watch) {
    var connection = Wiring.connection(options, Wiring.bootstrap(options));
    var failed = new AtomicReference<PublishFailed>();
    var stamps =
        signWith == null
            ? Signatures.of(options).byCommand("publish")
            : new Stamp[] {new Signing(Signatures.key(signWith))};
    try (var publisher =
            TocsinPublisher.open(
                connection, PublisherSettings.from(Wiring.source(options)).waiting());
        var progress = watch.begin("publishing", records.size())) {
      for (var record : records) {
        publisher
            .publish(record, stamps)
            .whenComplete((receipt, e) -> noted(e, failed, () -> progress.step(1)));
        check(failed);
      }
      publisher.flush();
      check(failed);
    }
  }

  private static void noted(
      Throwable trouble, AtomicReference<PublishFailed> failed, Runnable had) {
    if (trouble instanceof PublishFailed why) {
      failed.compareAndSet(null, why);
    } else {
      had.run();
    }
  }

  private static void check(AtomicReference<PublishFailed> failed) {
    var e = failed.get();
    if (e != null) {
      throw new Failure(
          e.getMessage(),
          "Mend it, with the help of tocsin doctor, and publish the file again: records that were"
              + " taken are known by their ids and do not count twice.",
          e);
    }
  }

  private static Kind kind(Requests.Kind kind) {
    return switch (kind) {
      case NEWS -> Kind.NEWS;
      case STATEMENTS -> Kind.STATEMENT;
      case CONTROLS -> Kind.CONTROL;
      case DOCUMENT -> throw new IllegalArgumentException("a document has records of any kind");
    };
  }
}
