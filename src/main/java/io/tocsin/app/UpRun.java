package io.tocsin.app;

import io.tocsin.broker.BrokerUnavailable;
import java.time.InstantSource;
import java.util.List;

/** Everything in one process, until the run is asked to end. */
final class UpRun {
  private final Options options;
  private final Closers closers;
  private final Shutdown shutdown;
  private final InstantSource clock;

  UpRun(Options options, Closers closers, Shutdown shutdown, InstantSource clock) {
    this.options = options;
    this.closers = closers;
    this.shutdown = shutdown;
    this.clock = clock;
  }

  /**
   * @throws Failure where something does not start, or ends by itself
   */
  void run(Watch watch) throws InterruptedException {
    var log = LogFile.in(options.data(), options.logLevel());
    var installation = new Installation(options, closers, clock, watch).checked(true);
    kafka(installation, watch).topics().http(true);
    watch.say("starting the processor");
    installation.webhooks().processor().feeds().ready(log);
    installation.hintAtTheConsole();
    hints().forEach(watch::say);
    installation.await(shutdown);
  }

  private Installation kafka(Installation installation, Watch watch) {
    if (!options.kafka().isEmbedded()) {
      return installation.cluster(options.kafka().bootstrapServers());
    }
    watch.say("starting Kafka" + (options.port() == 0 ? "" : " on 127.0.0.1:" + options.port()));
    return broker(installation, options.port());
  }

  static Installation broker(Installation installation, int port) {
    try {
      return installation.broker(port);
    } catch (BrokerUnavailable e) {
      throw failure(e);
    }
  }

  static Failure failure(BrokerUnavailable e) {
    return switch (e.reason()) {
      case PORT_TAKEN -> new Failure(e.getMessage(), "Any free port will do with: --set port=0", e);
      case FOLDER_IN_USE ->
          new Failure(e.getMessage(), "Another folder is named with: --data DIR", e);
      default -> new Failure(e.getMessage(), "", e);
    };
  }

  private List<String> hints() {
    return List.of(
        "",
        "in another terminal:",
        "  ./tocsin publish news FILE     feeds it",
        "  ./tocsin subscribe             prints changes as they come",
        "  ./tocsin levels                shows the levels now",
        "Ctrl-C stops");
  }
}
