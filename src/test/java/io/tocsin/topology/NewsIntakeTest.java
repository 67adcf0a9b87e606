package io.tocsin.topology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.tocsin.assess.Report;
import io.tocsin.assess.SmallReference;
import io.tocsin.model.InvalidRecord;
import io.tocsin.model.NewsEvent;
import io.tocsin.wire.Codec;
import io.tocsin.wire.Codecs;
import io.tocsin.wire.Format;
import io.tocsin.wire.Unreadable;
import java.util.Arrays;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** The short way gives what the long way gives, or gives way to it. */
class NewsIntakeTest {
  private static final Codecs CODECS = Codecs.of(Format.AVRO);

  private final Codec<NewsEvent> codec = CODECS.news();
  private final Intake intake = new Intake(SmallReference.get(), SmallReference.reader());
  private final NewsIntake shortWay = new NewsIntake(SmallReference.get(), CODECS);

  @Property(tries = 1_000)
  void shouldMakeTheSameReport_whenEventsAreOrdinary(@ForAll long seed) {
    var event = new NewsSamples(seed).structured();

    assertThat(shortWay.read(codec.encode(event))).isNotNull().isEqualTo(intake.read(event));
  }

  @Property(tries = 1_000)
  void shouldGiveWay_whenTheTextHasToBeRead(@ForAll long seed) {
    var event = new NewsSamples(seed).plain();

    if (event.isRetracted()) {
      assertThat(shortWay.read(codec.encode(event))).isEqualTo(intake.read(event));
    } else {
      assertGivesWay(codec.encode(event));
    }
  }

  @Property(tries = 1_000)
  void shouldMakeTheSameReport_whenEventsAreOutlandish(@ForAll long seed) {
    assertAgrees(codec.encode(new NewsSamples(seed).outlandish()));
  }

  @Property(tries = 4_000)
  void shouldRefuseNothingByItself_whenBytesAreDamaged(@ForAll long seed) {
    var random = new Random(seed);
    byte[] bytes = codec.encode(new NewsSamples(seed).ordinary());
    for (int i = random.nextInt(3); i >= 0; i--) {
      bytes[random.nextInt(bytes.length)] = damaged(random);
    }

    assertAgrees(bytes);
  }

  @Property(tries = 1_000)
  void shouldGiveWay_whenBytesAreMissingOrLeft(@ForAll long seed) {
    var random = new Random(seed);
    byte[] whole = codec.encode(new NewsSamples(seed).ordinary());

    assertGivesWay(Arrays.copyOf(whole, random.nextInt(whole.length)));
    assertGivesWay(Arrays.copyOf(whole, whole.length + 1 + random.nextInt(9)));
  }

  @Property(tries = 300)
  void shouldGiveWay_whenEventsAreJson(@ForAll long seed) {
    var event = new NewsSamples(seed).ordinary();

    assertGivesWay(Codecs.of(Format.JSON).news().encode(event));
  }

  @Property(tries = 1_000)
  void shouldGiveWay_whenAnEventIsNotAdmitted(@ForAll long seed) {
    byte[] bytes = codec.encode(new NewsSamples(seed).unknown());

    assertThat(catchThrowable(() -> longWay(bytes))).isInstanceOf(InvalidRecord.class);
    assertGivesWay(bytes);
  }

  @Test
  void shouldGiveWay_whenThereIsNoMessage() {
    assertGivesWay(null);
    assertGivesWay(new byte[0]);
    assertGivesWay(new byte[] {0, 0, 0, 0, 1, 2});
  }

  @Test
  void shouldGiveOneObject_whenAnIdComesAgain() {
    var first = shortWay.read(codec.encode(new NewsSamples(1).of("isil", "GB-BIR")));
    var second = shortWay.read(codec.encode(new NewsSamples(1).of("isil", "GB-BIR")));

    assertThat(second.source()).isSameAs(first.source());
    assertThat(second.claims().get(0)).isSameAs(first.claims().get(0));
    assertThat(second.claims().get(0)).isSameAs(first.claims().get(0));
  }

  private void assertAgrees(byte[] bytes) {
    var report = shortWay.read(bytes);
    if (report != null) {
      assertThat(report).isEqualTo(longWay(bytes));
    } else {
      Throwable refusal = catchThrowable(() -> longWay(bytes));
      assertThat(refusal)
          .satisfiesAnyOf(
              none -> assertThat(none).isNull(),
              why -> assertThat(why).isInstanceOfAny(Unreadable.class, InvalidRecord.class));
    }
  }

  private void assertGivesWay(byte[] bytes) {
    assertThat(shortWay.read(bytes)).isNull();
  }

  private Report longWay(byte[] bytes) {
    return (Report) intake.read(codec.decode(bytes));
  }

  /** Small numbers are lengths, signs and symbols; the others are seldom anything. */
  private static byte damaged(Random random) {
    return (byte) (random.nextBoolean() ? random.nextInt(16) : random.nextInt());
  }
}
