package io.tocsin.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ClosersTest {
  private final List<String> told = new ArrayList<>();
  private final List<String> closed = new ArrayList<>();
  private final Closers closers = new Closers(told::add);

  @Test
  void shouldCloseInReverseAndOnce_whenClosedTwice() {
    closers.opened("Kafka", () -> closed.add("Kafka"));
    closers.opened("the processor", () -> closed.add("the processor"));

    closers.close();
    closers.close();

    assertThat(closed).containsExactly("the processor", "Kafka").isEqualTo(told);
    assertThat(closers.failures()).isEmpty();
  }

  @Test
  void shouldAttemptAllAndReport_whenSomeWillNotClose() {
    closers.opened("a", () -> closed.add("a"));
    closers.opened("b", () -> fail(new IOException("disk")));
    closers.opened("c", () -> fail(new IllegalStateException("bug")));

    closers.close();

    assertThat(closed).containsExactly("a");
    assertThat(closers.failures())
        .extracting(Closers.Failed::toString)
        .containsExactly(
            "could not close c: java.lang.IllegalStateException: bug",
            "could not close b: java.io.IOException: disk");
  }

  @Test
  void shouldRollBack_whenAStartFailsHalfWay() {
    assertThatThrownBy(
            () -> {
              try (closers) {
                closers.opened("Kafka", () -> closed.add("Kafka"));
                throw new Failure("port 9092 is taken", "Give --port another.");
              }
            })
        .isInstanceOf(Failure.class);

    assertThat(closed).containsExactly("Kafka");
  }

  @Test
  void shouldCloseAtOnceAndStop_whenSomethingOpensTooLate() {
    closers.close();

    assertThatThrownBy(() -> closers.opened("the API", () -> closed.add("the API")))
        .isInstanceOf(Failure.class)
        .hasMessageContaining("the API");
    assertThat(closed).containsExactly("the API");
  }

  @Test
  void shouldKeepTheInterruption_whenClosingIsInterrupted() {
    closers.opened("a", () -> fail(new InterruptedException()));

    closers.close();

    assertThat(Thread.interrupted()).isTrue();
    assertThat(closers.failures()).hasSize(1);
  }

  private static void fail(Exception e) throws Exception {
    throw e;
  }

  @Test
  void shouldCloseInPeace_whenTheThreadWasInterrupted() {
    var undisturbed = new ArrayList<Boolean>();
    var closers = new Closers(name -> {});
    closers.opened("one", () -> undisturbed.add(!Thread.currentThread().isInterrupted()));
    closers.opened("two", () -> undisturbed.add(!Thread.currentThread().isInterrupted()));
    Thread.currentThread().interrupt();

    closers.close();

    assertThat(Thread.interrupted()).as("still interrupted afterwards").isTrue();
    assertThat(undisturbed).containsExactly(true, true);
  }
}
