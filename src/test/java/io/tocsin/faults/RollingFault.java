package io.tocsin.faults;

/** Everything restarted in turn, while records come. */
class RollingFault {
  @Fault("rolling restart")
  void shouldTellEverythingOnce_whenEveryProcessorAndEveryBrokerIsRestartedInTurn(
      Brokers brokers, Row row) throws Exception {
    try (var scene = Scene.on(brokers, "rolling")) {
      var one = scene.processor("one").start();
      var two = scene.processor("two").start();
      scene.load().begin();
      scene.awaitTold(10);
      for (var processor : new Processor[] {one, two}) {
        var recovery = scene.recovery();
        processor.terminate();
        row.recovered(recovery.await());
        processor.start();
      }
      for (int number = 1; number <= Brokers.COUNT; number++) {
        var recovery = scene.recovery();
        brokers.stop(number);
        row.recovered(recovery.await());
        brokers.start(number);
        brokers.awaitHealthy();
      }
      row.done("TERM and start of both processors, then of all three brokers, one at a time");
      scene.judge(row);
    }
  }
}
