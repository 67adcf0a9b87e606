package io.tocsin.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.tocsin.model.AlertLevelChange;
import io.tocsin.model.NewsEvent;
import java.io.IOException;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Test;

/** What is written and read field by field is what Avro itself writes and reads. */
class PlainBodyTest {
  private static final int HEADER = 10;
  private static final Ways<AlertLevelChange, ?> CHANGES = new Ways<>(new AlertLevelChangeShape());
  private static final Ways<NewsEvent, ?> NEWS = new Ways<>(new NewsEventShape());

  @Property(tries = 500)
  void shouldWriteAndReadChangesAsAvroDoes(@ForAll("changes") AlertLevelChange change) {
    CHANGES.assertAgree(change);
  }

  @Property(tries = 500)
  void shouldWriteAndReadNewsAsAvroDoes(@ForAll("news") NewsEvent event) {
    NEWS.assertAgree(event);
  }

  @Property(tries = 2_000)
  void shouldReadWhatAvroReads_whenAChangeIsDamaged(
      @ForAll("changes") AlertLevelChange change, @ForAll long seed) {
    CHANGES.assertAgreeOnDamage(change, new Random(seed));
  }

  @Property(tries = 2_000)
  void shouldReadWhatAvroReads_whenNewsIsDamaged(
      @ForAll("news") NewsEvent event, @ForAll long seed) {
    NEWS.assertAgreeOnDamage(event, new Random(seed));
  }

  @Test
  void shouldKnowTodaysSchemaInARegistry_onceItWasAskedFor() throws IOException {
    try (var stub = new StubRegistry()) {
      var codecs = Codecs.of(Format.CONFLUENT, new SchemaRegistry(RegistryOptions.at(stub.url())));
      byte[] message = codecs.news().encode(Examples.news("n1"));
      var news = codecs.newsSlices();

      assertThat(news.read(message)).isFalse();
      codecs.news().decode(message);
      assertThat(news.read(message)).isTrue();
      assertThat(news.id().text()).isEqualTo("n1");
    }
  }

  @Provide
  Arbitrary<NewsEvent> news() {
    return Samples.news();
  }

  @Provide
  Arbitrary<AlertLevelChange> changes() {
    return Samples.changes();
  }

  /** The two ways of one kind of record. */
  private static final class Ways<T, A extends SpecificRecord> {
    private final PlainBody<T> body;
    private final RecordCodec<T, A> plain;
    private final RecordCodec<T, A> avros;

    Ways(Shape<T, A> shape) {
      body = shape.plainBody().orElseThrow();
      plain = new RecordCodec<>(shape, Format.AVRO, Optional.empty(), "");
      avros = new RecordCodec<>(new LongWay<>(shape), Format.AVRO, Optional.empty(), "");
    }

    void assertAgree(T value) {
      byte[] message = avros.encode(value);
      var from = new PlainAvro();
      from.start(message, HEADER);
      boolean strange = value.toString().contains("\uFFFD");

      assertThat(plain.encode(value)).isEqualTo(message);
      assertThat(body.read(from)).isEqualTo(strange ? null : value);
    }

    void assertAgreeOnDamage(T value, Random random) {
      byte[] message = avros.encode(value);
      for (int i = random.nextInt(3); i >= 0; i--) {
        int at = HEADER + random.nextInt(message.length - HEADER);
        message[at] = (byte) (random.nextBoolean() ? random.nextInt(16) : random.nextInt());
      }

      Throwable refusal = catchThrowable(() -> avros.decode(message));
      if (refusal == null) {
        assertThat(plain.decode(message)).isEqualTo(avros.decode(message));
      } else {
        assertThat(catchThrowable(() -> plain.decode(message)))
            .hasSameClassAs(refusal)
            .hasMessage(refusal.getMessage());
      }
    }
  }

  /** A shape that is read and written by Avro alone. */
  private record LongWay<T, A extends SpecificRecord>(Shape<T, A> shape) implements Shape<T, A> {
    @Override
    public Schema schema() {
      return shape.schema();
    }

    @Override
    public String title() {
      return shape.title();
    }

    @Override
    public A toAvro(T value) {
      return shape.toAvro(value);
    }

    @Override
    public T fromAvro(A value) {
      return shape.fromAvro(value);
    }

    @Override
    public void write(T value, FieldWriter fields) {
      shape.write(value, fields);
    }

    @Override
    public T read(FieldReader fields) {
      return shape.read(fields);
    }
  }
}
