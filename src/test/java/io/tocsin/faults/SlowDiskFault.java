package io.tocsin.faults;

/** A disk that is busy with other things: that of the stores, and of the brokers' logs as well. */
class SlowDiskFault {
  @Fault("slow disk")
  void shouldTellEverythingOnce_whenTheDiskIsBusyWhileAProcessorIsReplaced(Brokers brokers, Row row)
      throws Exception {
    try (var scene = Scene.on(brokers, "slow").withTwoProcessors()) {
      var three = scene.processor("three");
      scene.load().begin();
      scene.awaitTold(10);
      try (var disk = BusyDisk.of(scene.folder().resolve("busy"))) {
        scene.awaitTold(scene.told() + 10);
        row.recovered(scene.recovery().await());
        three.start();
        row.recovered(scene.recovery().await());
        three.kill();
        row.recovered(scene.recovery().await());
        row.done(
            "others write to the disk of stores and brokers; a third processor joins, is killed");
        row.note(
            "64 KiB took the others %d ms in the median until the disk had them, %,d MB in all",
            disk.medianMillis(), disk.megabytes());
      }
      scene.judge(row);
    }
  }
}
