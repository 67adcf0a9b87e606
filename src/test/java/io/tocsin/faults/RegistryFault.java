package io.tocsin.faults;

import static org.awaitility.Awaitility.await;

import io.tocsin.wire.StubRegistry;
import java.time.Duration;
import java.util.Map;

/** A schema registry that nobody answers for while a processor starts that needs it. */
class RegistryFault {
  private static final Duration PATIENCE = Duration.ofMinutes(4);
  private static final Duration LOOK = Duration.ofMillis(500);

  @Fault("registry away")
  void shouldGoOnWithWhatItKnows_andWaitWithWhatItDoesNot_whenTheRegistryIsAway(
      Brokers brokers, Row row) throws Exception {
    try (var registry = new StubRegistry();
        var scene =
            Scene.on(
                brokers,
                "registry",
                Map.of("format", "confluent", "registry.url", registry.url().toString()))) {
      var one = scene.processor("one").start();
      scene.load().begin();
      scene.awaitTold(10);
      registry.leave();
      row.recovered(scene.recovery().await());
      row.note("first time: the processor that runs, which knows its schemas");
      one.kill();
      one.launch();
      await("a word that it waits for the registry")
          .atMost(PATIENCE)
          .pollInterval(LOOK)
          .until(() -> one.logged().anyMatch(line -> line.contains("another starts in")));
      registry.comeBack();
      var recovery = scene.recovery();
      row.done("the registry ends; the processor killed and started; the registry returns");
      row.recovered(recovery.await());
      scene.judge(row);
    }
  }
}
