package io.tocsin.faults;

/** A processor that is killed again and again. */
class ProcessorKilledFault {
  private static final int KILLS = Integer.getInteger("tocsin.faults.kills", 20);

  @Fault("processor kill -9")
  void shouldTellEverythingOnce_whenOneOfTwoProcessorsIsKilledAgainAndAgain(
      Brokers brokers, Row row) throws Exception {
    try (var scene = Scene.on(brokers, "killed")) {
      var one = scene.processor("one").start();
      var two = scene.processor("two").start();
      scene.load().begin();
      scene.awaitTold(20);
      for (int kill = 0; kill < KILLS; kill++) {
        var victim = kill % 2 == 0 ? one : two;
        var recovery = scene.recovery();
        victim.kill();
        row.recovered(recovery.await());
        victim.start();
      }
      row.done("one of two killed, %d times, each by turns", KILLS);
      scene.judge(row);
    }
  }
}
