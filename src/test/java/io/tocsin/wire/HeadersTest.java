package io.tocsin.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.model.NewsEvent;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.Test;

class HeadersTest {
  private final CloudEvents cloudEvents = new CloudEvents("/tocsin");

  @Test
  void shouldSayWhatARecordIs_inBinaryMode() {
    var headers = new RecordHeaders();

    cloudEvents.stamp(headers, Examples.news("n1"), Format.AVRO);

    assertThat(texts(headers))
        .isEqualTo(
            Map.of(
                "ce_specversion", "1.0",
                "ce_id", "n1",
                "ce_type", "io.tocsin.v1.NewsEvent",
                "ce_source", "/tocsin",
                "ce_time", "2026-03-01T12:00:00.250Z",
                "content-type", "application/avro"));
  }

  @Test
  void shouldCallARevisionAnEventOfItsOwn() {
    var headers = new RecordHeaders();
    NewsEvent revision =
        Codecs.of(Format.JSON)
            .news()
            .decode(
                "{\"id\":\"n1\",\"source\":\"w\",\"publishedAt\":0,\"headline\":\"h\",\"revision\":2}"
                    .getBytes(StandardCharsets.UTF_8));

    cloudEvents.stamp(headers, revision, Format.JSON);

    assertThat(texts(headers))
        .containsEntry("ce_id", "n1/2")
        .containsEntry("content-type", "application/json");
  }

  @Test
  void shouldSayItOnce_whenARecordIsStampedAgain() {
    var headers = new RecordHeaders();

    cloudEvents.stamp(headers, Examples.news("n1"), Format.AVRO);
    cloudEvents.stamp(headers, Examples.tick(), Format.AVRO);

    assertThat(headers.toArray()).hasSize(6);
    assertThat(texts(headers)).containsEntry("ce_id", "t1");
  }

  @Test
  void shouldPassOnTheTrace() {
    var from = new RecordHeaders().add("traceparent", bytes("00-a-b-01")).add("x", bytes("y"));
    var to = new RecordHeaders().add("traceparent", bytes("old"));

    CloudEvents.passTrace(from, to);

    assertThat(texts(to)).isEqualTo(Map.of("traceparent", "00-a-b-01"));
    assertThat(to.toArray()).hasSize(1);
  }

  @Test
  void shouldCarryADeadLettersReason_besideItsOwnHeaders() {
    var headers = new RecordHeaders().add("mine", bytes("kept"));
    var why = new Unreadable(Unreadable.Reason.BAD_JSON, "is not UTF-8: é\uD83D\uDEA8");

    var letter = DeadLetter.of(why, "tocsin.news", 3, 42);
    letter.addTo(headers);

    assertThat(DeadLetter.of(headers)).contains(letter);
    assertThat(letter.reason()).isEqualTo("BAD_JSON");
    assertThat(texts(headers)).containsEntry("mine", "kept").containsEntry("tocsin_offset", "42");
  }

  @Test
  void shouldSpeakOfTheLastDeath_whenThereWereTwo() {
    var headers = new RecordHeaders();
    var first = new Unreadable(Unreadable.Reason.EMPTY, "holds no bytes");

    DeadLetter.of(first, "tocsin.news", 0, 1).addTo(headers);
    DeadLetter.of(first, "tocsin.news", 0, 9).addTo(headers);

    assertThat(DeadLetter.of(headers).orElseThrow().offset()).isEqualTo(9);
  }

  @Test
  void shouldFindNoDeadLetter_whereHeadersAreMissingOrStrange() {
    assertThat(DeadLetter.of(new RecordHeaders())).isEmpty();
    var strange = new RecordHeaders();
    DeadLetter.of(new Unreadable(Unreadable.Reason.EMPTY, "e"), "t", 0, 1).addTo(strange);
    strange.add(DeadLetter.OFFSET, bytes("x"));
    assertThat(DeadLetter.of(strange)).isEmpty();
  }

  @Test
  void shouldKeepTheStartOfALongWhy() {
    var letter = new DeadLetter("INVALID", "x".repeat(20_000), "t", 0, 0);

    assertThat(letter.why()).hasSize(10_001).endsWith("…");
  }

  private static Map<String, String> texts(Headers headers) {
    var texts = new LinkedHashMap<String, String>();
    Arrays.stream(headers.toArray())
        .forEach(h -> texts.put(h.key(), new String(h.value(), StandardCharsets.UTF_8)));
    return texts;
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
