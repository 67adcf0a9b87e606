package io.tocsin.app;

import io.tocsin.app.Options.ClockMode;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.common.KafkaException;

/** Waits until the processor is through with all that was published. */
final class Outcome implements AutoCloseable {
  private static final Duration STANDSTILL = Duration.ofSeconds(60);
  private static final Duration WITHOUT_MEMBERS = Duration.ofSeconds(30);
  private static final long BETWEEN_MILLIS = 100;
  private static final String ADVICE =
      "Start one with tocsin up or tocsin process; what was published is taken up then.";

  private final GroupProgress progress;
  private final String bootstrap;
  private final InstantSource clock;

  Outcome(Options options, Map<String, Object> client, InstantSource clock) {
    this.progress = new GroupProgress(options, client);
    this.bootstrap = String.valueOf(client.get("bootstrap.servers"));
    this.clock = clock;
  }

  /**
   * @throws Failure where no processor is there to read what is going to be published
   */
  void requireProcessor() throws InterruptedException {
    if (ask(progress::members).isEmpty()) {
      throw new Failure(
          "no processor runs at " + bootstrap, "Start one with tocsin up or tocsin process.");
    }
  }

  /** Whether the processor goes by the wall clock, under which old news counts for nothing. */
  boolean isLive() throws InterruptedException {
    return ask(progress::clock).filter(ClockMode.WALL::equals).isPresent();
  }

  /** Whether the processor is through with everything by now. */
  boolean isThere() throws InterruptedException {
    return ask(progress::look).done();
  }

  /**
   * @throws Failure where nobody processes, or nothing moves for a minute
   */
  void await() throws InterruptedException {
    long position = -1;
    Instant moved = clock.instant();
    Instant seen = moved;
    for (var look = ask(progress::look); !look.done(); look = ask(progress::look)) {
      var now = clock.instant();
      if (look.position() != position) {
        position = look.position();
        moved = now;
        seen = now;
      } else if (!ask(progress::members).isEmpty()) {
        seen = now;
      }
      if (Duration.between(seen, now).compareTo(WITHOUT_MEMBERS) > 0) {
        throw new Failure("the processor has gone", ADVICE);
      }
      if (Duration.between(moved, now).compareTo(STANDSTILL) > 0) {
        throw new Failure(
            "the processor has not moved for %d s".formatted(STANDSTILL.toSeconds()),
            "Its log tells why; tocsin doctor looks at what it needs.");
      }
      Thread.sleep(BETWEEN_MILLIS);
    }
  }

  private interface Question<T> {
    T ask() throws ExecutionException, TimeoutException, InterruptedException;
  }

  private <T> T ask(Question<T> question) throws InterruptedException {
    try {
      return question.ask();
    } catch (ExecutionException | TimeoutException | KafkaException e) {
      throw new Failure(
          "Kafka at %s does not answer (%s)".formatted(bootstrap, Troubles.root(e)),
          "See what is wrong with: tocsin doctor",
          e);
    }
  }

  @Override
  public void close() {
    progress.close();
  }
}
