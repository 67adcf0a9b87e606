package io.tocsin.bench.measure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;

/** What the operating system says of a process. */
public final class Usage {
  private static final long KIB = 1024;

  private Usage() {}

  /** Processor time of all its threads so far, the JVM's own included, in seconds. */
  public static double cpuSeconds(long pid) {
    return ProcessHandle.of(pid)
        .flatMap(process -> process.info().totalCpuDuration())
        .map(spent -> spent.toNanos() / 1e9)
        .orElse(0.0);
  }

  /** The most memory it ever held, in bytes; empty where the system does not keep count. */
  public static OptionalLong peakMemory(long pid) {
    return number(Path.of("/proc/" + pid + "/status"), "VmHWM:", KIB);
  }

  /** What it has written to disk, in bytes; empty where the system does not keep count. */
  public static OptionalLong written(long pid) {
    return number(Path.of("/proc/" + pid + "/io"), "write_bytes:", 1);
  }

  private static OptionalLong number(Path file, String name, long unit) {
    try {
      for (var line : Files.readAllLines(file)) {
        if (line.startsWith(name)) {
          var digits = line.substring(name.length()).replaceAll("[^0-9]", "");
          return OptionalLong.of(Long.parseLong(digits) * unit);
        }
      }
    } catch (IOException notLinux) {
      return OptionalLong.empty();
    }
    return OptionalLong.empty();
  }
}
