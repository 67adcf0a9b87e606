package io.tocsin.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/** What a process takes of memory, as time goes by. */
final class MemoryCurve {
  private static final int SECONDS_BETWEEN = 5;
  private static final double MIB = 1024 * 1024;

  private final long pid;
  private final Endpoint http;
  private final List<String> lines = new ArrayList<>();
  private final long begun = System.nanoTime();

  MemoryCurve(long pid, Endpoint http) {
    this.pid = pid;
    this.http = http;
  }

  /** Looks every few seconds until it is over. */
  void follow(AtomicBoolean over) {
    try {
      while (!over.get()) {
        look("");
        TimeUnit.SECONDS.sleep(SECONDS_BETWEEN);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  synchronized void look(String note) {
    try {
      double live = http.meter("jvm_gc_live_data_size_bytes");
      double used = http.meter("jvm_memory_used_bytes\\{area=\"heap\",id=\"[^\"]*\"}");
      double inFlight = http.meter("tocsin_http_in_flight_bytes");
      var line =
          "%6.0f s  live heap %5.0f MiB, used heap %5.0f MiB, resident %5.0f MiB, bodies in flight %5.1f MiB, read %,d %s"
              .formatted(
                  (System.nanoTime() - begun) / 1e9,
                  live / MIB,
                  used / MIB,
                  resident(),
                  inFlight / MIB,
                  http.outcome("read"),
                  note);
      lines.add(line);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  synchronized void print() {
    lines.forEach(System.out::println);
  }

  /** Of the whole process, by Linux' own account; 0 elsewhere. */
  private double resident() throws IOException {
    var status = Path.of("/proc/" + pid + "/status");
    if (!Files.exists(status)) {
      return 0;
    }
    return Files.readAllLines(status).stream()
        .filter(line -> line.startsWith("VmRSS:"))
        .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D", "")) / 1024)
        .findFirst()
        .orElse(0);
  }
}
