package io.tocsin.faults;

import static org.awaitility.Awaitility.await;

import java.time.Duration;

/** A broker of three that dies, stays away, hangs or is restarted. */
class BrokerFault {
  private static final Duration AWAY =
      Duration.ofSeconds(Integer.getInteger("tocsin.faults.away.seconds", 60));

  /** Longer than Kafka waits before it holds a broker for dead (broker.session.timeout.ms). */
  private static final Duration HANGS = Duration.ofSeconds(20);

  @Fault("broker kill -9")
  void shouldTellEverythingOnce_whenTheBrokerOfTheRecordsIsKilledAndRestarted(
      Brokers brokers, Row row) throws Exception {
    try (var scene = Scene.on(brokers, "broker-killed").withTwoProcessors()) {
      scene.load().begin();
      scene.awaitTold(10);
      int victim = brokers.leader("broker-killed.news", 0);
      var recovery = scene.recovery();
      brokers.kill(victim);
      brokers.start(victim);
      row.done("the broker that leads the records killed, and started at once");
      row.recovered(recovery.await());
      brokers.awaitHealthy();
      scene.judge(row);
    }
  }

  @Fault("one of three brokers away")
  void shouldTellEverythingOnce_whenOneOfThreeBrokersIsAwayForAWhile(Brokers brokers, Row row)
      throws Exception {
    try (var scene = Scene.on(brokers, "broker-away").withTwoProcessors()) {
      scene.load().begin();
      scene.awaitTold(10);
      int victim = brokers.leader("broker-away.news", 0);
      var recovery = scene.recovery();
      long begun = System.nanoTime();
      brokers.kill(victim);
      row.done("the broker that leads the records killed, away for %d s", AWAY.toSeconds());
      row.recovered(recovery.await());
      await().atMost(AWAY.plusMinutes(1)).until(() -> System.nanoTime() - begun > AWAY.toNanos());
      brokers.start(victim);
      brokers.awaitHealthy();
      scene.judge(row);
    }
  }

  @Fault("broker hangs")
  void shouldTellEverythingOnce_whenABrokerAnswersNothingForAWhile(Brokers brokers, Row row)
      throws Exception {
    try (var scene = Scene.on(brokers, "broker-hangs").withTwoProcessors()) {
      scene.load().begin();
      scene.awaitTold(10);
      int victim = brokers.leader("broker-hangs.news", 0);
      long begun = System.nanoTime();
      brokers.pause(victim);
      await()
          .atMost(HANGS.multipliedBy(3))
          .until(() -> System.nanoTime() - begun > HANGS.toNanos());
      brokers.resume(victim);
      var recovery = scene.recovery();
      row.done("the broker that leads the records stopped by SIGSTOP for %d s", HANGS.toSeconds());
      row.recovered(recovery.await());
      brokers.awaitHealthy();
      scene.judge(row);
    }
  }
}
