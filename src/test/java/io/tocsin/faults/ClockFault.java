package io.tocsin.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/** A processor whose wall clock jumps, by libfaketime. */
class ClockFault {
  private static final List<Path> LIBRARIES =
      List.of(
          Path.of("/usr/lib/x86_64-linux-gnu/faketime/libfaketimeMT.so.1"),
          Path.of("/usr/lib/aarch64-linux-gnu/faketime/libfaketimeMT.so.1"));

  @Fault("clock jumps forward and back")
  void shouldTellEverythingOnce_whenTheClockJumpsAnHourOnAndTwoBack(Brokers brokers, Row row)
      throws Exception {
    var library = LIBRARIES.stream().filter(Files::exists).findFirst().orElse(null);
    assumeTrue(library != null, "libfaketime is not installed");
    try (var scene = Scene.on(brokers, "clock")) {
      var clock = scene.folder().resolve("clock");
      set(clock, "+0");
      var one = underClock(scene.processor("one"), library, clock).start();
      scene.load().begin();
      scene.awaitTold(10);
      jump(scene, clock, "+3600", row);
      set(clock, "-3600");

      assertThat(one.awaitExit()).isEqualTo(1);

      assertThat(one.said()).anyMatch(line -> line.contains("was set back by"));
      var recovery = scene.recovery();
      one.start();
      row.recovered(recovery.await());
      jump(scene, clock, "+0", row);
      row.done(
          "by libfaketime: the only processor's clock an hour ahead: goes on; an hour behind: ends"
              + " with 1, started; right again: goes on");
      scene.judge(row);
    }
  }

  private static Processor underClock(Processor processor, Path library, Path clock) {
    return processor.with(
        plan ->
            plan.environment("LD_PRELOAD", library.toString())
                .environment("FAKETIME_TIMESTAMP_FILE", clock.toString())
                .environment("FAKETIME_DONT_FAKE_MONOTONIC", "1")
                // else a wait of a JVM is over at once
                .environment("FAKETIME_FORCE_MONOTONIC_FIX", "0")
                .environment("FAKETIME_CACHE_DURATION", "1"));
  }

  private static void jump(Scene scene, Path clock, String to, Row row) throws IOException {
    var recovery = scene.recovery();
    set(clock, to);
    row.recovered(recovery.await());
    // the jump is seen within a second, so once more for what comes after it
    row.recovered(scene.recovery().await());
  }

  private static void set(Path clock, String offset) throws IOException {
    var next = Files.writeString(clock.resolveSibling("clock-next"), offset + "\n");
    Files.move(next, clock, StandardCopyOption.REPLACE_EXISTING);
  }
}
