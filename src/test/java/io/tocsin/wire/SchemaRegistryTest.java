package io.tocsin.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.tocsin.model.Category;
import io.tocsin.model.InvalidRecord;
import io.tocsin.model.NewsEvent;
import java.io.IOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import org.apache.avro.Schema;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SchemaRegistryTest {
  private static final NewsEvent EVENT = Examples.news("n1");

  private StubRegistry stub;

  @BeforeEach
  void start() throws IOException {
    stub = new StubRegistry();
  }

  @AfterEach
  void stop() {
    stub.close();
  }

  @Test
  void shouldWriteConfluentWireFormat_whenARegistryIsConfigured() {
    byte[] bytes = codec().encode(EVENT);

    assertThat(bytes).startsWith(0, 0, 0, 0, 1);
    assertThat(codec().decode(bytes)).isEqualTo(EVENT);
  }

  @Test
  void shouldFileASchemaUnderItsTopic() {
    var topics = new Topics("desk", Codecs.of(Format.CONFLUENT, registry()));

    topics.news().values().serializer().serialize("desk.news", EVENT);

    assertThat(stub.requests).containsExactly("POST /subjects/desk.news-value/versions");
  }

  @Test
  void shouldAskOnce_whenTheSameSchemaIsNeededAgain() {
    Codec<NewsEvent> codec = codec();

    byte[] bytes = codec.encode(EVENT);
    codec.encode(EVENT);
    codec.decode(bytes);
    codec.decode(bytes);

    assertThat(stub.requests)
        .containsExactly("POST /subjects/io.tocsin.v1.NewsEvent/versions", "GET /schemas/ids/1");
  }

  @Test
  void shouldReadWhatANewerProducerWrote() {
    String newer =
        Schemas.current("NewsEvent")
            .toString()
            .replace("\"DENIAL\"]", "\"DENIAL\",\"CYBER\"]")
            .replaceFirst(
                "\"fields\":\\[",
                "\"fields\":[{\"name\":\"desk\",\"type\":\"string\",\"doc\":\"new\"},");
    byte[] header = ByteBuffer.allocate(5).put((byte) 0).putInt(stub.register(newer)).array();
    byte[] body = codec().encode(Examples.news("n1", Category.DENIAL));
    byte[] bytes =
        ByteBuffer.allocate(body.length + 4)
            .put(header)
            .put(new byte[] {6, 'f', 'o', 'o'})
            .put(body, 5, body.length - 5)
            .array();
    int denial = Category.DENIAL.ordinal() * 2;
    bytes[indexOf(bytes, (byte) denial)] = (byte) (denial + 2);

    NewsEvent event = codec().decode(bytes);

    assertThat(event.category()).isEqualTo(Category.OTHER);
    assertThat(event.id()).isEqualTo("n1");
  }

  @Test
  void shouldCallTheSchemaUnknown_whenTheRegistryDoesNotHaveTheId() {
    var e =
        catchThrowableOfType(
            Unreadable.class, () -> codec().decode(new byte[] {0, 0, 0, 0, 77, 1}));

    assertThat(e.reason()).isEqualTo(Unreadable.Reason.UNKNOWN_SCHEMA);
    assertThat(e).hasMessageContaining("77");
  }

  @Test
  void shouldCallTheSchemaUnknown_whenItIsNotAvro() {
    stub.answer(5, "{\"schemaType\":\"PROTOBUF\",\"schema\":\"syntax\"}");
    stub.answer(6, "{\"schema\":\"{]\"}");

    for (byte id : new byte[] {5, 6}) {
      assertThatThrownBy(() -> codec().decode(new byte[] {0, 0, 0, 0, id, 1}))
          .isInstanceOfSatisfying(
              Unreadable.class,
              e -> assertThat(e.reason()).isEqualTo(Unreadable.Reason.UNKNOWN_SCHEMA));
    }
  }

  @Test
  void shouldCallItBadAvro_whenTheIdIsThatOfAnotherRecord() {
    int id = stub.register(Schemas.current("Control").toString());
    byte[] bytes = codec().encode(EVENT);
    bytes[4] = (byte) id;

    assertThatThrownBy(() -> codec().decode(bytes))
        .isInstanceOfSatisfying(
            Unreadable.class, e -> assertThat(e.reason()).isEqualTo(Unreadable.Reason.BAD_AVRO));
  }

  @Test
  void shouldTryAgain_whenTheRegistryIsIllForAMoment() {
    stub.failWith(503, 500);

    assertThat(codec().encode(EVENT)).startsWith(0, 0, 0, 0, 1);
    assertThat(stub.requests).hasSize(3);
  }

  @Test
  void shouldBeUnavailableAndNotUnreadable_whenTheRegistryStaysIll() {
    stub.failWith(500, 500, 500);

    assertThatThrownBy(() -> codec().decode(new byte[] {0, 0, 0, 0, 1, 1}))
        .isInstanceOf(RegistryUnavailable.class)
        .hasMessageContaining("500")
        .hasMessageContaining(stub.url().toString());
  }

  @Test
  void shouldBeUnavailable_whenNobodyListens() {
    stub.close();

    assertThatThrownBy(() -> codec().encode(EVENT)).isInstanceOf(RegistryUnavailable.class);
  }

  @Test
  void shouldNotTryAgain_whenTheRegistryRefusesTheSchema() {
    stub.failWith(409);

    assertThatThrownBy(() -> codec().encode(EVENT))
        .isInstanceOf(RegistryUnavailable.class)
        .hasMessageContaining("409");
    assertThat(stub.requests).hasSize(1);
  }

  @Test
  void shouldBeUnavailable_whenTheAnswerIsNoRegistrys() {
    for (String body : List.of("<html>", "[]", "")) {
      stub.answer(9, body);

      assertThatThrownBy(() -> codec().decode(new byte[] {0, 0, 0, 0, 9, 1}))
          .as(body)
          .isInstanceOf(RegistryUnavailable.class);
    }
  }

  @Test
  void shouldShowItsCredentials() {
    var basic = new SchemaRegistry(options().withBasic("desk", "s3cret"));
    var bearer = new SchemaRegistry(options().withBearer("t0ken"));

    basic.id("a", Schema.create(Schema.Type.STRING));
    bearer.id("a", Schema.create(Schema.Type.STRING));

    assertThat(stub.authorizations).containsExactly("Basic ZGVzazpzM2NyZXQ=", "Bearer t0ken");
    assertThat(options().withBearer("t0ken").toString()).doesNotContain("t0ken");
  }

  @Test
  void shouldRefuseOptionsTogether_whenTheyMakeNoSense() {
    assertThatThrownBy(
            () ->
                new RegistryOptions(
                    URI.create("ftp://x"), null, Duration.ZERO, 0, Duration.ofMillis(-1)))
        .isInstanceOfSatisfying(
            InvalidRecord.class,
            e ->
                assertThat(e.problems())
                    .extracting(p -> p.field())
                    .containsExactly("url", "timeout", "attempts", "backoff"));
  }

  private Codec<NewsEvent> codec() {
    return Codecs.of(Format.CONFLUENT, registry()).news();
  }

  private SchemaRegistry registry() {
    return new SchemaRegistry(options());
  }

  private RegistryOptions options() {
    return new RegistryOptions(stub.url(), null, Duration.ofSeconds(5), 3, Duration.ofMillis(1));
  }

  private static int indexOf(byte[] bytes, byte wanted) {
    for (int i = 0; i < bytes.length; i++) {
      if (bytes[i] == wanted) {
        return i;
      }
    }
    throw new AssertionError("not there");
  }
}
