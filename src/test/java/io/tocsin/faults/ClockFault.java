package io.tocsin.faults;

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
  void shouldTellEverythingOnce_whenTheClockJumpsAnHourForwardAndTwoBack(Brokers brokers, Row row)
      throws Exception {
    var library = LIBRARIES.stream().filter(Files::exists).findFirst().orElse(null);
    assumeTrue(library != null, "libfaketime is not installed");
    try (var scene = Scene.on(brokers, "clock")) {
      var clock = scene.folder().resolve("clock");
      set(clock, "+0");
      scene
          .processor("one")
          .with(
              plan ->
                  plan.environment("LD_PRELOAD", library.toString())
                      .environment("FAKETIME_TIMESTAMP_FILE", clock.toString())
                      .environment("FAKETIME_DONT_FAKE_MONOTONIC", "1")
                      .environment("FAKETIME_CACHE_DURATION", "1"))
          .start();
      scene.load().begin();
      scene.awaitTold(10);
      for (var jump : List.of("+3600", "-3600", "+0")) {
        var recovery = scene.recovery();
        set(clock, jump);
        row.recovered(recovery.await());
        // the jump is seen within a second, so once more for what comes after it
        row.recovered(scene.recovery().await());
      }
      row.done("the processor's clock an hour ahead, an hour behind, right again (libfaketime)");
      scene.judge(row);
    }
  }

  private static void set(Path clock, String offset) throws IOException {
    var next = Files.writeString(clock.resolveSibling("clock-next"), offset + "\n");
    Files.move(next, clock, StandardCopyOption.REPLACE_EXISTING);
  }
}
