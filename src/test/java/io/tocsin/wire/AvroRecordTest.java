package io.tocsin.wire;

import static io.tocsin.wire.Unreadable.Reason.BAD_AVRO;
import static io.tocsin.wire.Unreadable.Reason.EMPTY;
import static io.tocsin.wire.Unreadable.Reason.INVALID;
import static io.tocsin.wire.Unreadable.Reason.NO_REGISTRY;
import static io.tocsin.wire.Unreadable.Reason.TRAILING_BYTES;
import static io.tocsin.wire.Unreadable.Reason.TRUNCATED;
import static io.tocsin.wire.Unreadable.Reason.UNKNOWN_FORMAT;
import static io.tocsin.wire.Unreadable.Reason.UNKNOWN_SCHEMA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.tocsin.model.NewsEvent;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecordBuilder;
import org.apache.avro.message.BinaryMessageDecoder;
import org.apache.avro.message.BinaryMessageEncoder;
import org.junit.jupiter.api.Test;

class AvroRecordTest {
  private final Codec<NewsEvent> codec = Codecs.of(Format.AVRO).news();

  @Test
  void shouldWriteSingleObjectEncoding_thatAvroItselfReads() throws IOException {
    byte[] bytes = codec.encode(Examples.news("n1"));

    var record =
        new BinaryMessageDecoder<>(GenericData.get(), Schemas.current("NewsEvent")).decode(bytes);

    assertThat(record.toString()).contains("\"id\": \"n1\"", "\"category\": \"PLOT\"");
  }

  @Test
  void shouldReadWhatAvroItselfWrites_withDefaultsWhereNothingWasGiven() throws IOException {
    var schema = Schemas.current("NewsEvent");
    var record =
        new GenericRecordBuilder(schema)
            .set("id", "n1")
            .set("source", "wire")
            .set("publishedAt", Examples.TIME.toEpochMilli())
            .set("headline", "Plot foiled")
            .build();
    var out = new ByteArrayOutputStream();
    new BinaryMessageEncoder<>(GenericData.get(), schema).encode(record, out);

    NewsEvent event = codec.decode(out.toByteArray());

    assertThat(event.publishedAt()).isEqualTo(Examples.TIME);
    assertThat(event.status()).isEqualTo(NewsEvent.Status.USABLE);
    assertThat(event.entities()).isEmpty();
  }

  @Test
  void shouldSayWhy_whenTheBytesAreNoRecord() {
    byte[] event = codec.encode(Examples.news("n1"));
    byte[] longer = Arrays.copyOf(event, event.length + 3);
    byte[] strange = event.clone();
    strange[5] ^= 1;

    assertReason(EMPTY, new byte[0]);
    assertReason(EMPTY, null);
    assertReason(UNKNOWN_FORMAT, new byte[] {'P', 'K', 3, 4});
    assertReason(UNKNOWN_FORMAT, new byte[] {(byte) 0xC3, 2});
    assertReason(TRUNCATED, new byte[] {(byte) 0xC3, 1, 5});
    assertReason(TRUNCATED, Arrays.copyOf(event, event.length - 1));
    assertReason(TRAILING_BYTES, longer);
    assertReason(UNKNOWN_SCHEMA, strange);
    assertReason(UNKNOWN_SCHEMA, Codecs.of(Format.AVRO).controls().encode(Examples.tick()));
    assertReason(NO_REGISTRY, new byte[] {0, 0, 0, 0, 1, 2, 3});
  }

  @Test
  void shouldSayBadAvro_whenATextIsNotUtf8() {
    byte[] event = codec.encode(Examples.news("n1"));
    event[11] = (byte) 0xFF;

    assertReason(BAD_AVRO, event);
  }

  @Test
  void shouldNameEveryBrokenRule_whenTheAvroIsFineAndTheRecordIsNot() throws IOException {
    var schema = Schemas.current("NewsEvent");
    var record =
        new GenericRecordBuilder(schema)
            .set("id", " ")
            .set("source", "a|b")
            .set("publishedAt", Long.MAX_VALUE)
            .set("headline", "")
            .set("revision", -1)
            .build();
    var out = new ByteArrayOutputStream();
    new BinaryMessageEncoder<>(GenericData.get(), schema).encode(record, out);

    var e = catchThrowableOfType(Unreadable.class, () -> codec.decode(out.toByteArray()));

    assertThat(e.reason()).isEqualTo(INVALID);
    assertThat(e.problems())
        .extracting(p -> p.field())
        .containsExactly("id", "source", "publishedAt", "headline", "revision");
  }

  @Test
  void shouldRefuseAGrade_thatTheCodeDoesNotKnow() throws IOException {
    var schema = Schemas.current("NewsEvent");
    var record =
        new GenericRecordBuilder(schema)
            .set("id", "n1")
            .set("source", "wire")
            .set("publishedAt", 0L)
            .set("headline", "h")
            .set("credibility", 7)
            .build();
    var out = new ByteArrayOutputStream();
    new BinaryMessageEncoder<>(GenericData.get(), schema).encode(record, out);

    assertThatThrownBy(() -> codec.decode(out.toByteArray()))
        .hasMessage("credibility must be a whole number in 1..6, got '7'");
  }

  @Test
  void shouldRefuseToWriteConfluentWireFormat_withoutARegistry() {
    assertThatThrownBy(() -> Codecs.of(Format.CONFLUENT).news())
        .hasMessageContaining("needs a schema registry");
  }

  private void assertReason(Unreadable.Reason reason, byte[] bytes) {
    var e = catchThrowableOfType(Unreadable.class, () -> codec.decode(bytes));
    assertThat(e.reason()).as(e.getMessage()).isEqualTo(reason);
  }
}
