package io.tocsin.bench;

import io.tocsin.Main;
import io.tocsin.testing.ChildJvm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;

/**
 * News posted over HTTP in arrays, as fast as they are taken, into {@code tocsin up} with its
 * processor running; beside a bare producer in the same run. No test: it takes minutes.
 *
 * <pre>
 * java -cp "target/classes:target/test-classes:$(cat target/benchmark.classpath)" io.tocsin.bench.HttpLoad 1000000
 * </pre>
 *
 * Fails where not every record that was accepted was assessed exactly once.
 */
public final class HttpLoad {
  private static final int SENDERS = 4;
  private static final int ARRAY = 1_000;

  /** As many bare ones as this part of those that are posted, before and after. */
  private static final int BARE_SHARE = 5;

  private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(2);
  private static final Duration STILL = Duration.ofSeconds(10);
  private static final Duration PATIENCE = Duration.ofMinutes(30);

  private final int records;
  private final ChildJvm up;
  private final Endpoint http;

  private HttpLoad(int records, ChildJvm up) {
    this.records = records;
    this.up = up;
    this.http = new Endpoint(address(up, "HTTP"));
  }

  public static void main(String... arguments) throws Exception {
    int records = arguments.length == 0 ? 1_000_000 : Integer.parseInt(arguments[0]);
    var data = Files.createTempDirectory("tocsin-http-load");
    try (var up = start(data)) {
      if (!new HttpLoad(records, up).run()) {
        throw new IllegalStateException("the books do not balance");
      }
    }
  }

  private static ChildJvm start(Path data) {
    var up =
        ChildJvm.of(Main.class)
            .flags("-Xmx1g", "-XX:TieredStopAtLevel=4")
            .args("up", "--data", data, "--set", "port=0", "--set", "http.port=0")
            .args("--set", "clock=stream")
            .start();
    up.awaitErrorLine(line -> line.startsWith("Ctrl-C"));
    return up;
  }

  private static String address(ChildJvm up, String name) {
    return up.err().stream()
        .map(String::strip)
        .filter(line -> line.startsWith(name + " "))
        .map(line -> line.substring(name.length()).strip())
        .findFirst()
        .orElseThrow();
  }

  private boolean run() throws Exception {
    int bare = records / BARE_SHARE;
    try (var producer = new BareProducer(address(up, "Kafka"))) {
      report("bare producer, before", bare, producer.send(0, bare));
      awaitRead(bare);
      var memory = new MemoryCurve(up.pid(), http);
      long posted = post(bare, memory);
      report("posted over HTTP", records, posted);
      awaitRead(bare + records);
      memory.look("after");
      report("bare producer, after", bare, producer.send(bare + records, bare));
      awaitRead(2 * bare + records);
      memory.print();
    }
    return balanced(2 * bare + records);
  }

  private long post(int from, MemoryCurve memory) throws Exception {
    var over = new AtomicBoolean();
    var looking = CompletableFuture.runAsync(() -> memory.follow(over));
    var senders = Executors.newFixedThreadPool(SENDERS, HttpLoad::daemon);
    long begun = System.nanoTime();
    var sent =
        IntStream.range(0, records / ARRAY)
            .mapToObj(
                i -> CompletableFuture.runAsync(() -> http.post(from + i * ARRAY, ARRAY), senders))
            .toArray(CompletableFuture[]::new);
    CompletableFuture.allOf(sent).get();
    long took = System.nanoTime() - begun;
    senders.shutdown();
    over.set(true);
    looking.join();
    System.out.printf("answers by status: %s%n", http.statuses());
    return took;
  }

  private static Thread daemon(Runnable work) {
    var thread = new Thread(work, "sender");
    thread.setDaemon(true);
    return thread;
  }

  /** Waits until the processor is through: all is read, and the books stand still. */
  private void awaitRead(long all) throws Exception {
    long begun = System.nanoTime();
    long deadline = begun + PATIENCE.toNanos();
    long still = begun;
    var before = "";
    for (var books = books(); !isThrough(all, still); books = books()) {
      if (System.nanoTime() > deadline) {
        throw new IllegalStateException("not through after %s: %s".formatted(PATIENCE, books));
      }
      if (!books.equals(before)) {
        before = books;
        still = System.nanoTime();
      }
      TimeUnit.MILLISECONDS.sleep(BETWEEN_LOOKS.toMillis());
    }
    System.out.printf(
        "the processor was through with %,d records %.1f s later%n", all, (still - begun) / 1e9);
  }

  private boolean isThrough(long all, long still) throws IOException {
    return http.outcome("read") >= all && System.nanoTime() - still > STILL.toNanos();
  }

  private String books() throws IOException {
    return http.get("/api/v1/books");
  }

  /**
   * Counters of a running process also count what a transaction did that was aborted: on a machine
   * so busy that the broker lets transactions run out, more is assessed than read.
   */
  private boolean balanced(long all) throws IOException {
    System.out.println(books());
    boolean once = http.outcome("read") == all && http.outcome("assessed") == all;
    System.out.println(
        once
            ? "every record was assessed exactly once"
            : "NOT even: look for aborted transactions in the log, or for a fault");
    return once;
  }

  private static void report(String what, int records, long nanos) {
    System.out.printf(
        "%-22s %,9d records in %6.1f s: %,9.0f records/s%n",
        what, records, nanos / 1e9, records / (nanos / 1e9));
  }

  /** One record as it is posted; a tenth of a second of event time apart. */
  static String news(int number) {
    return ("{\"id\":\"load-%d\",\"source\":\"%s\",\"publishedAt\":%d,\"headline\":\"Report number %d of a run"
            + " that measures how fast news is taken\",\"entities\":[\"%s\"],\"regions\":[\"%s\"],\"category\":\"%s\",\"credibility\":%d}")
        .formatted(
            number,
            pick(SOURCES, number),
            BEGIN + number * 100L,
            number,
            pick(ENTITIES, number / 7),
            pick(REGIONS, number / 3),
            pick(CATEGORIES, number / 11),
            1 + number % 5);
  }

  private static final long BEGIN = 1_446_336_000_000L;
  private static final List<String> SOURCES = List.of("reuters", "bbc", "guardian", "le-monde");
  private static final List<String> ENTITIES = List.of("isil", "al-qaeda", "pira", "pkk");
  private static final List<String> REGIONS =
      List.of("FR", "GB", "BE", "DE", "US", "FR-75C", "GB-BIR", "BE-BRU");
  private static final List<String> CATEGORIES = List.of("LINK", "ARREST", "PLOT", "OTHER");

  private static String pick(List<String> all, int number) {
    return all.get(number % all.size());
  }
}
