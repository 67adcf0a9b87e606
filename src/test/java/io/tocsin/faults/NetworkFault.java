package io.tocsin.faults;

import static org.awaitility.Awaitility.await;

import java.time.Duration;

/**
 * A way between processors and brokers that lets nothing through and tells nobody. It is a relay,
 * since that needs neither root nor a network of its own; the advertised addresses lead through it.
 */
class NetworkFault {
  private static final Duration CUT =
      Duration.ofSeconds(Integer.getInteger("tocsin.faults.cut.seconds", 45));

  @Fault("network cut, one of two processors")
  void shouldTellEverythingOnce_whenAProcessorComesBackThatOthersHaveReplaced(
      Brokers brokers, Row row) throws Exception {
    try (var scene = Scene.on(brokers, "cut-one")) {
      scene.processor("one").through(brokers.relayed()).start();
      scene.processor("two").start();
      scene.load().begin();
      scene.awaitTold(10);
      var takeover = scene.recovery();
      cutAndMend(brokers, () -> row.recovered(takeover.await()));
      row.done("one of two processors cut off for %d s", CUT.toSeconds());
      row.note("time is that until the other had taken over");
      scene.judge(row);
    }
  }

  @Fault("network cut, all processors")
  void shouldTellEverythingOnce_whenNoProcessorReachesTheBrokersForAWhile(Brokers brokers, Row row)
      throws Exception {
    try (var scene = Scene.on(brokers, "cut-all")) {
      scene.processor("one").through(brokers.relayed()).start();
      scene.processor("two").through(brokers.relayed()).start();
      scene.load().begin();
      scene.awaitTold(10);
      cutAndMend(brokers, () -> {});
      var recovery = scene.recovery();
      row.done("both processors cut off for %d s", CUT.toSeconds());
      row.recovered(recovery.await());
      scene.judge(row);
    }
  }

  private static void cutAndMend(Brokers brokers, Runnable meanwhile) {
    long begun = System.nanoTime();
    brokers.cut();
    try {
      meanwhile.run();
      await().atMost(CUT.plusMinutes(1)).until(() -> System.nanoTime() - begun > CUT.toNanos());
    } finally {
      brokers.mend();
    }
  }
}
