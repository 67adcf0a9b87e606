package io.tocsin.bench.contender;

import io.tocsin.broker.EmbeddedBroker;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.kafka.streams.CloseOptions;
import org.apache.kafka.streams.CloseOptions.GroupMembershipOperation;

/**
 * The main class of the processes that the bench starts beside the product's own: {@code broker
 * FOLDER}, {@code floor ...}, {@code naive ...}. Each says {@code ready} and runs until its
 * standard input ends, so that none outlives the bench.
 */
public final class Contestant {
  private static final Duration CLOSE_WITHIN = Duration.ofSeconds(10);

  private Contestant() {}

  public static void main(String... arguments) throws Exception {
    var rest = Arrays.copyOfRange(arguments, 1, arguments.length);
    switch (arguments[0]) {
      case "broker" -> broker(Path.of(rest[0]));
      case "floor" -> floor(Rig.parse(rest));
      case "naive" -> naive(Rig.parse(rest));
      default -> throw new IllegalArgumentException("no contestant: " + arguments[0]);
    }
  }

  private static void broker(Path folder) throws IOException {
    try (var broker = EmbeddedBroker.start(folder, 0)) {
      untilTold("ready " + broker.bootstrapServers());
    }
  }

  private static void floor(Rig rig) throws IOException, InterruptedException {
    var stopping = new AtomicBoolean();
    var threads = new ArrayList<Thread>();
    for (int number = 0; number < rig.threads(); number++) {
      var thread = new Thread(new Floor(rig, number, stopping), "floor-" + number);
      thread.start();
      threads.add(thread);
    }
    untilTold("ready");
    stopping.set(true);
    for (var thread : threads) {
      thread.join();
    }
  }

  private static void naive(Rig rig) throws IOException {
    var streams = new Naive(rig).start();
    untilTold("ready");
    streams.close(
        CloseOptions.timeout(CLOSE_WITHIN)
            .withGroupMembershipOperation(GroupMembershipOperation.LEAVE_GROUP));
  }

  private static void untilTold(String ready) throws IOException {
    System.out.println(ready);
    while (System.in.read() >= 0) {
      // whoever started this has nothing to say but the end
    }
  }
}
