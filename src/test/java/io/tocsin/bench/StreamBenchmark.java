package io.tocsin.bench;

import io.tocsin.api.ApiServer;
import io.tocsin.api.access.Tokens;
import io.tocsin.api.read.LiveWriting;
import io.tocsin.api.read.Lookup;
import io.tocsin.api.read.StreamRoutes;
import io.tocsin.api.read.Terms;
import io.tocsin.deliver.board.Board;
import io.tocsin.deliver.board.BoardRun;
import io.tocsin.deliver.board.Bounds;
import io.tocsin.deliver.board.FakeTopics;
import io.tocsin.deliver.board.Nameplates;
import io.tocsin.deliver.live.Limits;
import io.tocsin.deliver.live.LiveFeed;
import io.tocsin.model.AlertLevelChange;
import io.tocsin.reference.Reference;
import io.tocsin.testing.ChildJvm;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;

/**
 * Many clients listen to the stream of changes at once; those are in a process of their own. Prints
 * what they heard, what it cost, and the load of the machine.
 *
 * <pre>
 * java -Xmx512m -cp ... io.tocsin.bench.StreamBenchmark [CLIENTS [CHANGES-A-SECOND [SECONDS]]]
 * </pre>
 */
public final class StreamBenchmark {
  private static final int PARTITIONS = 8;

  /** Of evidence, with each change: few subjects have more. */
  private static final int ROWS = 2;

  private static final long START = System.nanoTime();

  private final FakeTopics topics = new FakeTopics(PARTITIONS);
  private final int clients;
  private final int rate;
  private final int changes;

  private StreamBenchmark(int clients, int rate, int seconds) {
    this.clients = clients;
    this.rate = rate;
    this.changes = rate * seconds;
  }

  public static void main(String[] args) throws Exception {
    new StreamBenchmark(number(args, 0, 2_000), number(args, 1, 100), number(args, 2, 60)).run();
  }

  private static int number(String[] args, int index, int usual) {
    return index < args.length ? Integer.parseInt(args[index]) : usual;
  }

  private void run() throws Exception {
    var reference = Reference.load(null);
    var lookup = new Lookup(reference);
    var board = new Board(FakeTopics.TOPICS, Bounds.ofHeap(1L << 30), lookup::canonical);
    var writing = new LiveWriting(board, lookup);
    var routes = new Terms(lookup, new Nameplates(reference));
    var live = LiveFeed.start(board, topics, writing, Limits.USUAL);
    try (var run = BoardRun.start(board, () -> topics.both(new Random(1)), live);
        var server =
            ApiServer.start("127.0.0.1", 0, Tokens.NONE, List.of(new StreamRoutes(live, routes)))) {
      say("before, " + memory());
      try (var child = listeners(server.port())) {
        child.awaitLine("ready"::equals);
        say("%d listen, %s".formatted(live.listeners(), memory()));
        long cpu = cpu();
        tell(live);
        var heard = child.awaitLine(line -> line.startsWith("clients "));
        child.out().stream().filter(line -> line.startsWith("wrong")).forEach(StreamBenchmark::say);
        say(heard);
        double spent = cpu() - cpu;
        say(
            "%.1f s of CPU here, %.2f us for each change at each client"
                .formatted(spent / 1e9, spent / 1e3 / changes / clients));
      }
      live.close();
      say("dropped %s; trouble %s".formatted(live.dropped(), run.trouble().orElse("none")));
    }
  }

  private ChildJvm listeners(int port) {
    return ChildJvm.of(StreamListeners.class)
        .args(port, clients, changes, 4 * changes / rate + 60)
        .start();
  }

  /** At a steady rate, whatever the clients do. */
  private void tell(LiveFeed live) throws InterruptedException, IOException {
    var sample = ChangeBenchmark.change();
    long start = System.nanoTime();
    for (int i = 1; i <= changes; i++) {
      topics.alert(numbered(sample, i));
      long due = start + 1_000_000_000L * i / rate - System.nanoTime();
      if (due > 0) {
        Thread.sleep(due / 1_000_000, (int) (due % 1_000_000));
      }
      if (i % (changes / 4) == 0) {
        say("%d told, %d listen, %s".formatted(i, live.listeners(), memory()));
      }
    }
    say("told in %.1f s".formatted((System.nanoTime() - start) / 1e9));
  }

  private static AlertLevelChange numbered(AlertLevelChange c, int number) {
    return new AlertLevelChange(
        "change-" + number,
        c.entity(),
        "R" + number % 1_000,
        number,
        c.previousLevel(),
        c.level(),
        c.declared(),
        c.reported(),
        c.score(),
        c.probability(),
        c.cause(),
        c.trigger(),
        c.effectiveAt(),
        c.emittedAt(),
        c.evidence().subList(0, ROWS),
        c.rest(),
        c.declarations(),
        c.held(),
        c.nextFallAt(),
        c.policyVersion(),
        c.previousId());
  }

  private static long cpu() {
    return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
        .getProcessCpuTime();
  }

  /**
   * What is on the heap after a collection, what the process takes, and how busy the machine is.
   */
  private static String memory() throws IOException {
    System.gc();
    long heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    var status =
        Files.readAllLines(Path.of("/proc/self/status")).stream()
            .filter(line -> line.startsWith("VmRSS"))
            .findFirst()
            .orElse("VmRSS: unknown");
    return "heap %d MB, %s, load %.1f"
        .formatted(
            heap >> 20,
            status.replaceAll("\\s+", " "),
            ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
  }

  private static void say(String text) {
    System.out.println(Duration.ofNanos(System.nanoTime() - START).toSeconds() + " s: " + text);
  }
}
