package io.tocsin.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/** An interrupt ends the work, and neither the closing nor itself. */
class UndisturbedTest {
  @Test
  void shouldCloseWithoutInterrupt_andHaveItAgainAfterwards() {
    var during = new AtomicBoolean(true);

    Thread.currentThread().interrupt();
    Undisturbed.close(() -> during.set(Thread.currentThread().isInterrupted()));

    assertThat(during).isFalse();
    assertThat(Thread.interrupted()).isTrue();
  }

  @Test
  void shouldInterruptNobody_whoWasNot() {
    Undisturbed.close(() -> {});

    assertThat(Thread.interrupted()).isFalse();
  }
}
