package io.tocsin.faults;

import static java.util.stream.Collectors.joining;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.tocsin.Main;
import java.io.File;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * Processors of this build and of another one in one group: {@code -Dtocsin.faults.other} is the
 * folder of the other's classes, which must have the same state, topology and rules.
 */
class TwoVersionsFault {
  private static final String OTHER = System.getProperty("tocsin.faults.other", "");

  @Fault("two versions side by side")
  void shouldTellEverythingOnce_whenTwoVersionsTakeOverFromEachOther(Brokers brokers, Row row)
      throws Exception {
    assumeTrue(!OTHER.isEmpty(), "no other build is named: tocsin.faults.other");
    try (var scene = Scene.on(brokers, "versions")) {
      var older = scene.processor("one").with(plan -> plan.classPath(otherClassPath())).start();
      scene.load().begin();
      scene.awaitTold(20);
      var newer = scene.processor("two").start();
      scene.awaitTold(scene.told() + 20);
      takeOver(scene, older, row);
      takeOver(scene, newer, row);
      older.terminate();
      older.with(plan -> plan.classPath(System.getProperty("java.class.path"))).start();
      scene.awaitTold(scene.told() + 20);
      row.done(
          "another build alone, then beside this one; each killed by turns, and started; the folder"
              + " of the other's then taken up by this one");
      scene.judge(row);
    }
  }

  private static void takeOver(Scene scene, Processor victim, Row row) throws Exception {
    var recovery = scene.recovery();
    victim.kill();
    row.recovered(recovery.await());
    victim.start();
    scene.awaitTold(scene.told() + 20);
  }

  /** The class path of the tests, with the other's classes in place of ours. */
  private static String otherClassPath() {
    var ours = Path.of(Main.class.getProtectionDomain().getCodeSource().getLocation().getPath());
    var rest =
        Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
            .filter(entry -> !Path.of(entry).toAbsolutePath().normalize().equals(ours))
            .collect(joining(File.pathSeparator));
    return Path.of(OTHER).toAbsolutePath() + File.pathSeparator + rest;
  }
}
