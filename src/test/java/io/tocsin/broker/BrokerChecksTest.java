package io.tocsin.broker;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.vitals.Finding.Status;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BrokerChecksTest {
  private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");

  @Test
  void shouldSayWhatToDo_whenNobodyAnswers() throws IOException {
    var client = Map.of("bootstrap.servers", "127.0.0.1:" + freePort());
    var checks = new BrokerChecks(client, Duration.ofMillis(500));

    var broker = checks.reachable();
    var topics = checks.topics(List.of(new TopicPlan("t", 1, (short) -1, Map.of())));
    var clocks =
        new ClockCheck(client, InstantSource.fixed(NOON), Duration.ofMillis(500)).look("t.");

    assertThat(broker.status()).isEqualTo(Status.FAIL);
    assertThat(broker.detail()).contains(client.get("bootstrap.servers"));
    assertThat(broker.advice()).contains("bootstrap.servers");
    assertThat(topics.status()).isEqualTo(Status.FAIL);
    assertThat(clocks.status()).isEqualTo(Status.WARN);
  }

  @Test
  void shouldSayWhatToDo_whenTheClientPropertiesAreWrong() {
    var checks = new BrokerChecks(Map.of("bootstrap.servers", "no port"), Duration.ofSeconds(1));

    assertThat(checks.reachable().status()).isEqualTo(Status.FAIL);
  }

  @Test
  void shouldFindClocksInStep_whenTheStampLiesWithinTheRoundTrip() {
    var finding = ClockCheck.judge(NOON, NOON.plusMillis(5), NOON.plusMillis(20));

    assertThat(finding.status()).isEqualTo(Status.OK);
    assertThat(finding.detail()).contains("within 20 ms");
  }

  @Test
  void shouldTellWhichClockIsBehind() {
    var behind = ClockCheck.judge(NOON, NOON.minusSeconds(60), NOON.plusMillis(20));
    var ahead = ClockCheck.judge(NOON, NOON.plusSeconds(60), NOON.plusMillis(20));

    assertThat(behind.status()).isEqualTo(Status.WARN);
    assertThat(behind.detail()).isEqualTo("the broker's clock is behind ours by 59999 ms");
    assertThat(ahead.detail()).isEqualTo("the broker's clock is ahead of ours by 59980 ms");
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
      return socket.getLocalPort();
    }
  }
}
