package io.tocsin.app;

import io.tocsin.client.ChangeReader;
import io.tocsin.client.Start;
import io.tocsin.model.Control;
import io.tocsin.model.Incoming;
import io.tocsin.model.NewsEvent;
import io.tocsin.model.OfficialStatement;
import io.tocsin.model.Problem;
import io.tocsin.reference.Admission;
import io.tocsin.wire.Line;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.common.errors.InterruptException;

/** Publishes a file of events in its order, ticks, and waits for the outcome. */
final class ReplayRun {
  private final Options options;
  private final InstantSource clock;

  ReplayRun(Options options, InstantSource clock) {
    this.options = options;
    this.clock = clock;
  }

  /**
   * @throws Failure where the file cannot be read, Kafka does not take a record, or no processor is
   *     there to read it
   */
  Results.Replayed run(Requests.Replay request, Watch watch) throws InterruptedException {
    var began = clock.instant();
    var client = Wiring.client(options, Wiring.bootstrap(options));
    try (var outcome = new Outcome(options, client, clock);
        var alerts =
            new ChangeReader(Wiring.connection(options, Wiring.bootstrap(options)), Start.now())) {
      outcome.requireProcessor();
      if (outcome.isLive()) {
        watch.say(
            "the processor goes by the wall clock: news older than its policy's maxLateness"
                + " becomes dead letters; history wants --clock stream");
      }
      var tally = publish(EventFile.of(request.file()), request.speed(), watch);
      long[] changes = new long[1];
      try (var progress = watch.begin("waiting for the outcome", -1)) {
        outcome.await();
        alerts.drain(
            received -> {
              changes[0]++;
              progress.step(1);
            });
      }
      return new Results.Replayed(tally, changes[0], Duration.between(began, clock.instant()));
    } catch (InterruptException e) {
      throw new InterruptedException(e.getMessage());
    }
  }

  private Results.Tally publish(EventFile file, double speed, Watch watch)
      throws InterruptedException {
    try (var playback = new Playback(options, Wiring.bootstrap(options));
        var progress = watch.begin("publishing", -1)) {
      var reading = new Reading(file, playback, new Tempo(speed, clock), watch, progress);
      file.forEach(reading::take);
      reading.tick();
      playback.flush();
      return reading.tally();
    }
  }

  /** The reading of one file. */
  private final class Reading {
    private final EventFile file;
    private final Playback playback;
    private final Tempo tempo;
    private final Watch watch;
    private final Watch.Progress progress;
    private final Admission admission = new Admission(Wiring.reference(options));
    private Instant latest;
    private Incoming last;
    private long read;
    private long accepted;

    Reading(EventFile file, Playback playback, Tempo tempo, Watch watch, Watch.Progress progress) {
      this.file = file;
      this.playback = playback;
      this.tempo = tempo;
      this.watch = watch;
      this.progress = progress;
    }

    void take(Line line) {
      read++;
      var problems = problems(line);
      if (!problems.isEmpty()) {
        watch.refused(new Results.Refusal(file.where(line), problems));
        return;
      }
      accepted++;
      last = ((Line.Good) line).record();
      var arrival = last.arrivalTime();
      tempo.await(arrival);
      if (latest == null || arrival.isAfter(latest)) {
        latest = arrival;
      }
      playback.send(last, () -> progress.step(1));
    }

    /** Lets time reach the last arrival everywhere, where the file does not do so itself. */
    void tick() {
      boolean ticks =
          last instanceof Control control
              && control.type() == Control.Type.TICK
              && control.at().equals(latest);
      if (latest != null && !ticks) {
        playback.send(
            new Control(
                "replay-" + UUID.randomUUID(),
                Control.Type.TICK,
                null,
                null,
                null,
                null,
                latest,
                null,
                null),
            () -> {});
      }
    }

    Results.Tally tally() {
      return new Results.Tally(read, accepted, read - accepted);
    }

    private List<Problem> problems(Line line) {
      if (line instanceof Line.Bad bad) {
        return bad.problems();
      }
      var record = ((Line.Good) line).record();
      if (record instanceof NewsEvent event) {
        return admission.problems(event);
      }
      return record instanceof OfficialStatement statement
          ? admission.problems(statement)
          : admission.problems((Control) record);
    }
  }
}
