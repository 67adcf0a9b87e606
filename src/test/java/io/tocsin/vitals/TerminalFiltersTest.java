package io.tocsin.vitals;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.LoggingEvent;
import ch.qos.logback.core.spi.FilterReply;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TerminalFiltersTest {
  private final LoggerContext context = new LoggerContext();

  @ParameterizedTest
  @CsvSource({
    "org.apache.kafka.controller.QuorumController, [c] Performing controller activation. Loaded ZK",
    "org.apache.kafka.clients.producer.internals.Sender, retrying. Error: NOT_LEADER_OR_FOLLOWER",
    "org.apache.kafka.clients.producer.internals.Sender, retrying. Error: CONCURRENT_TRANSACTIONS",
    "org.apache.kafka.clients.NetworkClient, recoverable issue: {t=UNKNOWN_TOPIC_OR_PARTITION}",
    "org.apache.kafka.clients.consumer.internals.OffsetFetcherUtils, Not updating last stable offset for partition t-7 as it is no longer assigned",
    "org.apache.kafka.streams.StreamsConfig, Processing exception handler is not enabled for the GlobalThread",
    "org.apache.kafka.clients.NetworkClient, Attempting to close NetworkClient that has already been closed."
  })
  void shouldHideWhatIsKnownToBeHarmless(String logger, String words) {
    assertThat(new KnownNoise().decide(event(logger, words, null, 0))).isEqualTo(FilterReply.DENY);
  }

  @Test
  void shouldHideAnErrorByItsCause_andShowOthersOfThatLogger() {
    var logger = "kafka.server.ReplicaManager";
    var harmless = new IllegalStateException("Expected sequence 0 for x with no existing state.");
    var serious = new IllegalStateException("disk on fire");

    var noise = new KnownNoise();
    assertThat(noise.decide(event(logger, "Error processing append", harmless, 0)))
        .isEqualTo(FilterReply.DENY);
    assertThat(noise.decide(event(logger, "Error processing append", serious, 0)))
        .isEqualTo(FilterReply.NEUTRAL);
    assertThat(noise.decide(event("io.tocsin.x", "with no existing state", null, 0)))
        .isEqualTo(FilterReply.NEUTRAL);
    assertThat(noise.decide(event(logger, null, new IllegalStateException(), 0)))
        .isEqualTo(FilterReply.NEUTRAL);
  }

  @Test
  void shouldShowALineOnceInHalfAMinute() {
    var repeats = new Repeats();

    assertThat(repeats.decide(event("l", "gone", null, 0))).isEqualTo(FilterReply.NEUTRAL);
    assertThat(repeats.decide(event("l", "gone", null, 29_999))).isEqualTo(FilterReply.DENY);
    assertThat(repeats.decide(event("l", "other", null, 29_999))).isEqualTo(FilterReply.NEUTRAL);
    assertThat(repeats.decide(event("l", "gone", null, 30_000))).isEqualTo(FilterReply.NEUTRAL);
    assertThat(repeats.decide(event("l", "gone", null, 31_000))).isEqualTo(FilterReply.DENY);
  }

  @Test
  void shouldTakeLinesForOne_whenOnlyNumbersDiffer() {
    var repeats = new Repeats();

    assertThat(repeats.decide(event("l", "try 1 of 9", null, 0))).isEqualTo(FilterReply.NEUTRAL);
    assertThat(repeats.decide(event("l", "try 2 of 9", null, 5))).isEqualTo(FilterReply.DENY);
  }

  private LoggingEvent event(String logger, String message, Throwable cause, long millis) {
    var event =
        new LoggingEvent(
            "test", context.getLogger(logger), Level.WARN, message, cause, new Object[0]);
    event.setTimeStamp(millis);
    return event;
  }
}
