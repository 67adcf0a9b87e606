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
  private static final AlertLevelChangeShape CHANGES = new AlertLevelChangeShape();
  private static final NewsEventShape NEWS = new NewsEventShape();

  @Property(tries = 500)
  void shouldWriteAndReadChangesAsAvroDoes(@ForAll("changes") AlertLevelChange change) {
    assertAgrees(CHANGES, change);
  }

  @Property(tries = 500)
  void shouldWriteAndReadNewsAsAvroDoes(@ForAll("news") NewsEvent event) {
    assertAgrees(NEWS, event);
  }

  @Property(tries = 2_000)
  void shouldReadWhatAvroReads_whenAChangeIsDamaged(
      @ForAll("changes") AlertLevelChange change, @ForAll long seed) {
    assertAgreesOnDamage(CHANGES, change, new Random(seed));
  }

  @Property(tries = 2_000)
  void shouldReadWhatAvroReads_whenNewsIsDamaged(
      @ForAll("news") NewsEvent event, @ForAll long seed) {
    assertAgreesOnDamage(NEWS, event, new Random(seed));
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

  private static <T, A extends SpecificRecord> void assertAgrees(Shape<T, A> shape, T value) {
    byte[] avros = avro(shape).write(new byte[0], shape.toAvro(value));
    var out = new AvroOutput();
    shape.plainBody().orElseThrow().write(value, out);

    assertThat(out.written()).isEqualTo(avros);
    boolean strange = value.toString().contains("\uFFFD");
    assertThat(plainly(shape, avros)).isEqualTo(strange ? null : value);
  }

  private static <T, A extends SpecificRecord> void assertAgreesOnDamage(
      Shape<T, A> shape, T value, Random random) {
    var avro = avro(shape);
    byte[] bytes = avro.write(avro.singleObjectHeader(), shape.toAvro(value));
    for (int i = random.nextInt(3); i >= 0; i--) {
      int at = 10 + random.nextInt(bytes.length - 10);
      bytes[at] = (byte) (random.nextBoolean() ? random.nextInt(16) : random.nextInt());
    }
    var slow = new RecordCodec<>(withoutPlainBody(shape), Format.AVRO, Optional.empty(), "");
    var fast = new RecordCodec<>(shape, Format.AVRO, Optional.empty(), "");

    Throwable refusal = catchThrowable(() -> slow.decode(bytes));
    if (refusal == null) {
      assertThat(fast.decode(bytes)).isEqualTo(slow.decode(bytes));
    } else {
      assertThat(catchThrowable(() -> fast.decode(bytes)))
          .hasSameClassAs(refusal)
          .hasMessage(refusal.getMessage());
    }
  }

  private static <T> T plainly(Shape<T, ?> shape, byte[] body) {
    var from = new PlainAvro();
    from.start(body, 0);
    return shape.plainBody().orElseThrow().read(from);
  }

  private static <A extends SpecificRecord> AvroBody<A> avro(Shape<?, A> shape) {
    return new AvroBody<>(shape.schema());
  }

  private static <T, A extends SpecificRecord> Shape<T, A> withoutPlainBody(Shape<T, A> shape) {
    return new LongWay<>(shape);
  }

  @Provide
  Arbitrary<NewsEvent> news() {
    return Samples.news();
  }

  @Provide
  Arbitrary<AlertLevelChange> changes() {
    return Samples.changes();
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
