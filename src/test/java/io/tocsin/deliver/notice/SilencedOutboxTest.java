package io.tocsin.deliver.notice;

import static io.tocsin.deliver.notice.Changes.NOON;
import static io.tocsin.deliver.notice.Changes.change;
import static io.tocsin.deliver.notice.Changes.isilInBirmingham;
import static io.tocsin.model.Level.CRITICAL;
import static io.tocsin.model.Level.LOW;
import static io.tocsin.model.Level.MODERATE;
import static io.tocsin.model.Level.SEVERE;
import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.model.AlertLevelChange;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What silences and quiet hours keep back, and what they do not. */
class SilencedOutboxTest extends OutboxStory {
  @Test
  void shouldMuteTheRise_andTheFallThatTakesItBack_whileASilenceCovers() {
    silence("isil", "GB", 0, 600L);
    take(isilInBirmingham(1, LOW, SEVERE), 1);
    take(isilInBirmingham(2, SEVERE, LOW), 2);

    assertThat(outbox().verdicts())
        .extracting(Verdict::fate)
        .containsExactly(Verdict.Fate.SILENCED, Verdict.Fate.NOT_TOLD_BEFORE);
    assertThat(told(700)).isEmpty();
  }

  @Test
  void shouldTellTheFall_whenTheRiseWasTold() {
    take(isilInBirmingham(1, LOW, SEVERE), 0);
    told(5);
    silence(null, "GB", 6, null);
    take(isilInBirmingham(2, SEVERE, LOW), 7);

    assertThat(told(20)).singleElement().satisfies(m -> assertThat(m.changes()).hasSize(1));
  }

  @Test
  void shouldTellWhereItStands_whenTheSilenceIsOver() {
    silence("isil", null, 0, 600L);
    take(isilInBirmingham(1, LOW, MODERATE), 1);
    take(isilInBirmingham(2, MODERATE, SEVERE), 2);

    assertThat(told(599)).isEmpty();
    assertThat(told(600))
        .containsExactly(
            new Message(
                Message.Kind.AFTER_SILENCE,
                List.of(isilInBirmingham(2, MODERATE, SEVERE)),
                at(600)));
    assertThat(told(2000)).isEmpty();
  }

  @Test
  void shouldLiftASilence_whenALaterOneEndsAtOnce() {
    silence("isil", "GB", 0, null);
    take(isilInBirmingham(1, LOW, SEVERE), 1);
    silence("isil", "GB", 10, 10L);

    assertThat(told(11))
        .singleElement()
        .extracting(Message::kind)
        .isEqualTo(Message.Kind.AFTER_SILENCE);
  }

  @Test
  void shouldWaitForTheEndOfQuietHours_unlessItIsGrave() {
    terms =
        new Terms(
            Match.ALL,
            Grouping.TRIGGER,
            Duration.ZERO,
            null,
            new QuietHours(LocalTime.of(11, 0), LocalTime.of(13, 0), ZoneOffset.UTC, CRITICAL),
            RetryLadder.STANDARD);
    take(change("pira", "GB", 1, LOW, MODERATE, NOON), 0);
    take(isilInBirmingham(1, LOW, SEVERE), 1);
    take(isilInBirmingham(2, SEVERE, CRITICAL), 2);

    assertThat(told(2))
        .singleElement()
        .satisfies(
            m ->
                assertThat(m.changes())
                    .containsExactly(
                        isilInBirmingham(1, LOW, SEVERE), isilInBirmingham(2, SEVERE, CRITICAL)));
    assertThat(told(3599)).isEmpty();
    assertThat(told(3600)).singleElement().satisfies(m -> assertThat(m.changes()).hasSize(1));
  }

  /** Ten seconds are waited for more, and what is not grave waits for the end of quiet hours. */
  private static Terms quietUntil(LocalTime end, Grouping grouping) {
    return new Terms(
        Match.ALL,
        grouping,
        Duration.ofSeconds(10),
        null,
        new QuietHours(LocalTime.of(11, 0), end, ZoneOffset.UTC, CRITICAL),
        RetryLadder.STANDARD);
  }

  @Test
  void shouldKeepTheOrder_whenTheQuietHoursEndAsAGraveChangeIsDue() {
    terms = quietUntil(LocalTime.of(12, 1), Grouping.ENTITY);
    take(change("isil", "FR", 1, LOW, CRITICAL, NOON), 50);
    take(isilInBirmingham(1, LOW, SEVERE), 52);
    take(isilInBirmingham(2, SEVERE, CRITICAL), 53);

    assertThat(told(60))
        .singleElement()
        .satisfies(
            m ->
                assertThat(m.changes())
                    .extracting(AlertLevelChange::sequence)
                    .containsExactly(1L, 1L, 2L));
  }

  @Test
  void shouldKeepTheOrder_whenTheQuietHoursEndBeforeAGraveChangeIsDue() {
    terms = quietUntil(LocalTime.of(12, 1), Grouping.TRIGGER);
    take(isilInBirmingham(1, SEVERE, CRITICAL), 58);
    take(isilInBirmingham(2, LOW, SEVERE), 59);

    assertThat(told(60)).singleElement().satisfies(m -> assertThat(m.changes()).hasSize(2));
  }

  @Test
  void shouldKeepTheOrder_whenAGraveChangeTakesOthersAlong_fromWhereverTheyWait() {
    terms = quietUntil(LocalTime.of(13, 0), Grouping.NONE);
    take(change("pira", "GB", 1, LOW, MODERATE, NOON), 0);
    take(isilInBirmingham(1, SEVERE, CRITICAL), 1);
    take(isilInBirmingham(2, CRITICAL, SEVERE), 1);
    take(isilInBirmingham(3, SEVERE, LOW), 1);
    take(isilInBirmingham(4, LOW, CRITICAL), 1);

    assertThat(told(11))
        .flatExtracting(Message::changes)
        .extracting(AlertLevelChange::sequence)
        .containsExactly(1L, 2L, 3L, 4L);
  }

  @Test
  void shouldKnowAfterARestart_whatWasMutedBefore() {
    silence("isil", "GB", 0, 600L);
    take(isilInBirmingham(1, LOW, SEVERE), 1);
    var verdicts = outbox().verdicts();
    outbox = null;
    verdicts.forEach(outbox()::restore);

    assertThat(told(600))
        .singleElement()
        .extracting(Message::kind)
        .isEqualTo(Message.Kind.AFTER_SILENCE);
  }

  @Test
  void shouldTellAFallBelowWhatWasTold_whenOnlyALaterRiseWasMuted() {
    take(isilInBirmingham(1, LOW, SEVERE), 0);
    told(5);
    silence("isil", "GB", 6, 600L);
    take(isilInBirmingham(2, SEVERE, CRITICAL), 7);
    take(isilInBirmingham(3, CRITICAL, LOW), 8);

    assertThat(told(20))
        .singleElement()
        .satisfies(
            m -> assertThat(m.changes()).containsExactly(isilInBirmingham(3, CRITICAL, LOW)));
    assertThat(told(700)).isEmpty();
  }

  @Test
  void shouldTellAfterTheSilence_whatWasMutedWhileAnEarlierChangeWasUnderWay() {
    take(isilInBirmingham(1, LOW, SEVERE), 0);
    outbox().due(at(5)).orElseThrow();
    silence("isil", "GB", 6, 600L);
    take(isilInBirmingham(2, SEVERE, CRITICAL), 7);
    outbox().delivered(at(8), "200");

    assertThat(told(600))
        .singleElement()
        .satisfies(
            m -> assertThat(m.changes()).containsExactly(isilInBirmingham(2, SEVERE, CRITICAL)));
  }

  @Test
  void shouldWaitForTheEndOfQuietHours_whenASilenceEndsInThem() {
    terms =
        new Terms(
            Match.ALL,
            Grouping.TRIGGER,
            Duration.ZERO,
            null,
            new QuietHours(LocalTime.of(11, 0), LocalTime.of(13, 0), ZoneOffset.UTC, CRITICAL),
            RetryLadder.STANDARD);
    silence("isil", "GB", 0, 600L);
    take(isilInBirmingham(1, LOW, SEVERE), 1);

    assertThat(told(3599)).isEmpty();
    assertThat(told(3600)).extracting(Message::kind).containsExactly(Message.Kind.AFTER_SILENCE);
  }

  @Test
  void shouldTellEachChangeAlone_whereverItWaited() {
    terms =
        new Terms(
            Match.ALL,
            Grouping.NONE,
            Duration.ZERO,
            Duration.ofHours(1),
            new QuietHours(LocalTime.of(11, 0), LocalTime.of(13, 0), ZoneOffset.UTC, null),
            RetryLadder.STANDARD);
    silence("pira", null, 0, 600L);
    take(change("isil", "GB", 1, LOW, SEVERE, NOON), 1);
    take(change("isil", "FR", 1, LOW, SEVERE, NOON), 1);
    take(change("pira", "GB", 1, LOW, SEVERE, NOON), 1);
    take(change("pira", "IE", 1, LOW, SEVERE, NOON), 1);

    assertThat(told(3600)).hasSize(4).allSatisfy(m -> assertThat(m.changes()).hasSize(1));
    assertThat(told(7200)).hasSize(4).allSatisfy(m -> assertThat(m.changes()).hasSize(1));
  }

  @Test
  void shouldTellWhatWaitsFirst_whenASilenceEndsBeforeThat() {
    terms =
        new Terms(
            Match.ALL, Grouping.NONE, Duration.ofSeconds(10), null, null, RetryLadder.STANDARD);
    take(isilInBirmingham(1, LOW, SEVERE), 0);
    silence("isil", "GB", 1, 3L);
    take(isilInBirmingham(2, SEVERE, CRITICAL), 2);
    assertThat(told(5)).isEmpty();

    assertThat(told(11))
        .extracting(Message::kind)
        .containsExactly(Message.Kind.CHANGE, Message.Kind.AFTER_SILENCE);
  }
}
