package io.tocsin.app;

import io.tocsin.broker.BrokerUnavailable;
import io.tocsin.client.ChangeHandler;
import io.tocsin.client.ChangeReader;
import io.tocsin.client.Received;
import io.tocsin.client.Start;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.apache.kafka.common.errors.InterruptException;

/** Everything in one process, apart from live levels, with the demo scenario played into it. */
final class DemoRun {
  private static final Duration QUIET = Duration.ofMillis(50);

  /** What a report changes comes before the next report, unless the machine is very busy. */
  private static final long LONGEST_WAIT = 3_000;

  private final Options options;
  private final Closers closers;
  private final Shutdown shutdown;
  private final InstantSource clock;

  /**
   * @param options of the run whose data folder holds the demo's
   */
  DemoRun(Options options, Closers closers, Shutdown shutdown, InstantSource clock) {
    this.options = apart(options);
    this.closers = closers;
    this.shutdown = shutdown;
    this.clock = clock;
  }

  /**
   * @param speed 1 takes about a minute, positive infinity does not wait
   * @throws Failure where something does not start, or ends by itself
   */
  void run(double speed, Watch watch) throws InterruptedException {
    DemoFolder.anew(options.data());
    var log = LogFile.in(options.data(), options.logLevel());
    var installation = new Installation(options, closers, clock, watch).mayListen(true);
    watch.say("starting Kafka and the processor");
    kafka(installation, watch).topics().http(true).processor().ready(log);
    var records = DemoScript.scenario();
    watch.say("");
    watch.say("playing %d reports and statements of 2014 and 2015".formatted(records.size()));
    watch.say("");
    var counted = play(DemoScript.of(records), speed, installation, watch);
    watch.say("");
    watch.say(
        "played %d records: %d changes above, and %d of regions overall that follow from them"
            .formatted(records.size(), counted.shown, counted.overall));
    installation.hintAtTheConsole();
    hints().forEach(watch::say);
    installation.await(shutdown);
  }

  /** The same in a folder of its own, with an embedded Kafka, by the clock of the stream. */
  private static Options apart(Options all) {
    var processing = all.processing();
    return new Options(
        Wiring.demoFolder(all.data()),
        all.port(),
        new Options.Kafka(null, all.kafka().clients()),
        all.topics(),
        all.policy(),
        all.reference(),
        all.wire(),
        new Options.Processing(
            Options.ClockMode.STREAM,
            processing.guarantee(),
            processing.commitInterval(),
            processing.threads(),
            processing.stores(),
            processing.streams()),
        null,
        all.cap(),
        all.http(),
        all.feeds(),
        Options.Speaking.FREE,
        all.telemetry(),
        all.logLevel());
  }

  private Installation kafka(Installation installation, Watch watch) {
    try {
      return installation.broker(options.port());
    } catch (BrokerUnavailable e) {
      if (e.reason() != BrokerUnavailable.Reason.PORT_TAKEN) {
        throw UpRun.failure(e);
      }
      watch.say("port %d is taken, so Kafka takes another one".formatted(options.port()));
      return UpRun.broker(installation, 0);
    }
  }

  private Counted play(DemoScript script, double speed, Installation installation, Watch watch)
      throws InterruptedException {
    var client = Wiring.client(options, installation.bootstrap());
    var story = new DemoStory(Wiring.reference(options), watch);
    var counted = new Counted(watch);
    try (var playback = new Playback(options, installation.bootstrap());
        var alerts =
            new ChangeReader(Wiring.connection(options, installation.bootstrap()), Start.now());
        var outcome = new Outcome(options, client, clock)) {
      for (int step = 0; step < script.size(); step++) {
        story.tell(script.record(step));
        playback.send(script.record(step), () -> {});
        long sent = clock.millis();
        long pause = script.pause(step, speed);
        while (clock.millis() < sent + pause
            || pause > 0 && clock.millis() < sent + LONGEST_WAIT && !outcome.isThere()) {
          alerts.poll(QUIET, counted);
          installation.check();
        }
      }
      playback.flush();
      outcome.await();
      alerts.drain(counted);
    } catch (InterruptException e) {
      throw new InterruptedException(e.getMessage());
    }
    return counted;
  }

  /** Shows and counts changes; those of regions overall repeat what was shown, and are counted. */
  private static final class Counted implements ChangeHandler {
    private final Watch watch;
    private long shown;
    private long overall;

    Counted(Watch watch) {
      this.watch = watch;
    }

    @Override
    public void changed(Received received) {
      var change = received.change();
      if (change.subject().isOverall()) {
        overall++;
      } else {
        shown++;
        watch.change(change);
      }
    }
  }

  private static List<String> hints() {
    return List.of(
        "",
        "it goes on running; in another terminal:",
        "  ./tocsin levels                        the levels now",
        "  ./tocsin explain isil GB-BIR           why one of them is what it is",
        "  ./tocsin subscribe --since 2015-12-01  the changes once more",
        "Ctrl-C stops");
  }
}
