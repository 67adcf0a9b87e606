package io.tocsin.app;

import java.time.InstantSource;

/** The processor alone, against a cluster, until the run is asked to end. */
final class ProcessRun {
  private final Options options;
  private final Closers closers;
  private final Shutdown shutdown;
  private final InstantSource clock;

  ProcessRun(Options options, Closers closers, Shutdown shutdown, InstantSource clock) {
    this.options = options;
    this.closers = closers;
    this.shutdown = shutdown;
    this.clock = clock;
  }

  /**
   * @throws Failure where it does not start, or ends by itself
   */
  void run(Watch watch) throws InterruptedException {
    var servers = Wiring.bootstrap(options);
    var log = LogFile.in(options.data(), options.logLevel());
    watch.say("starting the processor against " + servers);
    var installation =
        new Installation(options, closers, clock, watch)
            .checked(false)
            .cluster(servers)
            .topics()
            .http(false)
            .webhooks()
            .processor()
            .feeds()
            .ready(log);
    installation.await(shutdown);
  }
}
