package io.tocsin.bench.measure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

/** What the collector's log says (JEP 158). */
record CollectorLog(long pauses, double pausedSeconds, long peakHeap) {
  private static final long MIB = 1024 * 1024;
  private static final Pattern PAUSE =
      Pattern.compile(".*Pause.* (\\d+)M->\\d+M\\(\\d+M\\) ([0-9.]+)ms");

  static CollectorLog read(Path log) throws IOException {
    if (!Files.exists(log)) {
      return new CollectorLog(0, 0, 0);
    }
    long pauses = 0;
    double millis = 0;
    long peak = 0;
    for (var line : Files.readAllLines(log)) {
      var pause = PAUSE.matcher(line);
      if (pause.matches()) {
        pauses++;
        millis += Double.parseDouble(pause.group(2));
        peak = Math.max(peak, Long.parseLong(pause.group(1)));
      }
    }
    return new CollectorLog(pauses, millis / 1000, peak * MIB);
  }
}
