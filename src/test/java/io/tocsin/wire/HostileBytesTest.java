package io.tocsin.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.tocsin.model.AlertLevelChange;
import io.tocsin.model.NewsEvent;
import io.tocsin.model.OfficialStatement;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.apache.avro.SchemaNormalization;
import org.junit.jupiter.api.Test;

/** Whatever comes in, a codec gives a record or says {@link Unreadable}, and stays small. */
class HostileBytesTest {
  private static final List<Codec<?>> CODECS =
      List.of(
          Codecs.of(Format.AVRO).news(),
          Codecs.of(Format.AVRO).statements(),
          Codecs.of(Format.AVRO).controls(),
          Codecs.of(Format.AVRO).changes());

  @Property
  void shouldReadOrRefuse_whenTheBytesAreArbitrary(@ForAll byte[] bytes) {
    CODECS.forEach(codec -> assertReadsOrRefuses(codec, bytes));
  }

  @Property
  void shouldReadOrRefuse_whenTheBodyIsArbitrary(@ForAll byte[] body) {
    for (Codec<?> codec : CODECS) {
      byte[] header = header(codec);
      byte[] bytes = Arrays.copyOf(header, header.length + body.length);
      System.arraycopy(body, 0, bytes, header.length, body.length);
      assertReadsOrRefuses(codec, bytes);
    }
  }

  @Property(tries = 300)
  void shouldReadOrRefuse_whenNewsIsDamaged(
      @ForAll("news") NewsEvent event, @ForAll long seed, @ForAll Format format) {
    damage(Codecs.of(plain(format)).news(), event, seed);
  }

  @Property(tries = 300)
  void shouldReadOrRefuse_whenAStatementIsDamaged(
      @ForAll("statements") OfficialStatement value, @ForAll long seed, @ForAll Format format) {
    damage(Codecs.of(plain(format)).statements(), value, seed);
  }

  @Property(tries = 300)
  void shouldReadOrRefuse_whenAChangeIsDamaged(
      @ForAll("changes") AlertLevelChange change, @ForAll long seed, @ForAll Format format) {
    damage(Codecs.of(plain(format)).changes(), change, seed);
  }

  @Property(tries = 100)
  void shouldRefuse_whenAvroIsCutAnywhere(
      @ForAll("changes") AlertLevelChange change, @ForAll long seed) {
    Codec<AlertLevelChange> codec = Codecs.of(Format.AVRO).changes();
    byte[] whole = codec.encode(change);
    byte[] cut = Arrays.copyOf(whole, 2 + new Random(seed).nextInt(whole.length - 2));

    assertThatThrownBy(() -> codec.decode(cut))
        .isInstanceOfSatisfying(
            Unreadable.class, e -> assertThat(e.reason()).isEqualTo(Unreadable.Reason.TRUNCATED));
  }

  @Test
  void shouldRefuseAtOnce_whenLengthsPromiseGigabytes() {
    byte[] twoGigabytes = {(byte) 0xFE, (byte) 0xFF, (byte) 0xFF, (byte) 0xFF, 0x0F};
    Codec<NewsEvent> codec = Codecs.of(Format.AVRO).news();
    byte[] event = codec.encode(Examples.news("n1"));
    for (int at = 10; at < event.length; at++) {
      byte[] bytes = Arrays.copyOf(event, event.length + twoGigabytes.length);
      System.arraycopy(twoGigabytes, 0, bytes, at, twoGigabytes.length);
      assertReadsOrRefuses(codec, bytes);
    }
  }

  private static <T> void damage(Codec<T> codec, T value, long seed) {
    var random = new Random(seed);
    byte[] bytes = codec.encode(value);
    for (int i = random.nextInt(4); i >= 0; i--) {
      bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
    }
    assertReadsOrRefuses(codec, bytes);
  }

  private static void assertReadsOrRefuses(Codec<?> codec, byte[] bytes) {
    Throwable thrown = catchThrowable(() -> codec.decode(bytes));
    if (thrown != null) {
      assertThat(thrown).isInstanceOf(Unreadable.class).message().isNotBlank();
    }
  }

  private static byte[] header(Codec<?> codec) {
    int i = CODECS.indexOf(codec);
    String name = List.of("NewsEvent", "OfficialStatement", "Control", "AlertLevelChange").get(i);
    var header = new byte[10];
    header[0] = (byte) 0xC3;
    header[1] = 1;
    long fingerprint = SchemaNormalization.parsingFingerprint64(Schemas.current(name));
    for (int b = 0; b < Long.BYTES; b++) {
      header[2 + b] = (byte) (fingerprint >>> (8 * b));
    }
    return header;
  }

  /** Without a registry the wire format of Confluent is only a header. */
  private static Format plain(Format format) {
    return format == Format.CONFLUENT ? Format.AVRO : format;
  }

  @Provide
  Arbitrary<NewsEvent> news() {
    return Samples.news();
  }

  @Provide
  Arbitrary<OfficialStatement> statements() {
    return Samples.statements();
  }

  @Provide
  Arbitrary<AlertLevelChange> changes() {
    return Samples.changes();
  }
}
