package io.tocsin.deliver.notice;

import static io.tocsin.deliver.notice.Changes.NOON;
import static io.tocsin.deliver.notice.Changes.change;
import static io.tocsin.deliver.notice.Changes.isilInBirmingham;
import static io.tocsin.model.Level.CRITICAL;
import static io.tocsin.model.Level.LOW;
import static io.tocsin.model.Level.MODERATE;
import static io.tocsin.model.Level.SEVERE;
import static io.tocsin.model.Level.SUBSTANTIAL;
import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.model.AlertLevelChange;
import io.tocsin.model.Control;
import io.tocsin.model.Level;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class OutboxTest extends OutboxStory {
  @Test
  void shouldTellInOneMessage_whatOneTriggerMoved() {
    take(change("isil", "GB-BIR", 1, LOW, MODERATE, NOON), 0);
    take(change("isil", "GB", 1, LOW, MODERATE, NOON), 1);
    take(change("isil", "FR", 1, LOW, MODERATE, NOON.plusMillis(1)), 1);

    assertThat(told(1)).isEmpty();
    assertThat(told(3))
        .extracting(m -> m.changes().stream().map(AlertLevelChange::region).toList())
        .containsExactly(List.of("GB-BIR", "GB"), List.of("FR"));
    assertThat(outbox().pending()).isZero();
  }

  @Test
  void shouldPassOver_whatIsNotAskedFor() {
    terms = matching(new Match(Set.of("isil"), Set.of("GB"), SUBSTANTIAL, Set.of()));

    assertThat(take(isilInBirmingham(1, LOW, MODERATE), 0)).isFalse();
    assertThat(take(isilInBirmingham(2, MODERATE, SUBSTANTIAL), 0)).isTrue();
    assertThat(take(isilInBirmingham(3, SUBSTANTIAL, LOW), 0)).isTrue();
    assertThat(take(change("pira", "GB", 1, LOW, SEVERE, NOON), 0)).isFalse();
    assertThat(take(change("isil", "FR", 1, LOW, SEVERE, NOON), 0)).isFalse();
    assertThat(outbox().resume()).containsEntry(0, 1L);
  }

  @Test
  void shouldTellOneDirectionAlone_whenOnlyThatIsAskedFor() {
    terms = matching(new Match(Set.of(), Set.of(), LOW, Set.of(Direction.UP)));

    assertThat(take(isilInBirmingham(1, LOW, MODERATE), 0)).isTrue();
    assertThat(take(isilInBirmingham(2, MODERATE, LOW), 0)).isFalse();
  }

  @Test
  void shouldRemind_untilSomebodyAcknowledges() {
    terms =
        new Terms(
            new Match(Set.of(), Set.of(), SEVERE, Set.of()),
            Grouping.TRIGGER,
            Duration.ZERO,
            Duration.ofHours(1),
            null,
            RetryLadder.STANDARD);
    take(isilInBirmingham(1, LOW, SEVERE), 0);
    told(0);

    assertThat(told(3599)).isEmpty();
    assertThat(told(3600)).extracting(Message::kind).containsExactly(Message.Kind.REMINDER);
    silences.take(
        new Control(
            "ack", Control.Type.ACK, "isil", "GB-BIR", null, null, at(4000), "amy", "seen"));
    assertThat(told(9000)).isEmpty();
    take(isilInBirmingham(2, SEVERE, CRITICAL), 9001);
    told(9001);
    assertThat(told(9001 + 3600)).extracting(Message::kind).containsExactly(Message.Kind.REMINDER);
  }

  @Test
  void shouldKeepTheOrder_whileTheFirstMessageFails() {
    take(isilInBirmingham(1, LOW, SEVERE), 0);
    take(isilInBirmingham(2, SEVERE, LOW), 1);
    var first = outbox().due(at(10)).orElseThrow();
    outbox().failed(at(10), "503", null);

    assertThat(outbox().due(at(14))).isEmpty();
    assertThat(outbox().retryAt()).hasValue(at(15));
    assertThat(outbox().resume()).containsEntry(0, 0L);
    assertThat(outbox().due(at(15))).hasValue(first);
    assertThat(told(15)).hasSize(2);
    assertThat(outbox().resume()).containsEntry(0, 2L);
  }

  @Test
  void shouldWaitAsLongAsTheReceiverAsks() {
    take(isilInBirmingham(1, LOW, SEVERE), 0);
    outbox().due(at(10));
    outbox().failed(at(10), "429", Duration.ofMinutes(2));

    assertThat(outbox().retryAt()).hasValue(at(130));
  }

  @Test
  void shouldGiveUp_whenTheLadderEnds() {
    terms =
        new Terms(
            Match.ALL,
            Grouping.NONE,
            Duration.ZERO,
            null,
            null,
            new RetryLadder(List.of(Duration.ofSeconds(1))));
    take(isilInBirmingham(1, LOW, SEVERE), 0);
    for (int attempt = 0; attempt < 2; attempt++) {
      assertThat(outbox().due(at(10 * attempt))).isPresent();
      outbox().failed(at(10 * attempt), "500 Oops", null);
    }

    assertThat(outbox().due(at(100))).isEmpty();
    assertThat(outbox().verdicts())
        .containsExactly(
            new Verdict(
                isilInBirmingham(1, LOW, SEVERE), Verdict.Fate.GIVEN_UP, at(10), "500 Oops"));
    assertThat(outbox().resume()).containsEntry(0, 1L);
  }

  @Test
  void shouldTellNothingMore_whenTheReceiverIsNoMore() {
    take(isilInBirmingham(1, LOW, SEVERE), 0);
    outbox().refuse(at(1), "410 Gone");
    take(isilInBirmingham(2, SEVERE, LOW), 2);

    assertThat(told(100)).isEmpty();
    assertThat(outbox().verdicts())
        .extracting(Verdict::fate)
        .containsExactly(Verdict.Fate.REFUSED, Verdict.Fate.REFUSED);
    assertThat(outbox().pending()).isZero();
  }

  @Test
  void shouldSplitWhatIsTooMuchForOneMessage() {
    for (int i = 0; i < 250; i++) {
      take(change("e" + i, "GB", 1, LOW, Level.MODERATE, NOON), 0);
    }

    assertThat(told(10)).extracting(m -> m.changes().size()).containsExactly(50, 50, 50, 50, 50);
  }

  @Test
  void shouldBearTheSameId_whenItIsMadeAgain() {
    var changes = List.of(isilInBirmingham(1, LOW, SEVERE));
    var message = new Message(Message.Kind.CHANGE, changes, at(1));

    assertThat(new Message(Message.Kind.CHANGE, changes, at(2)).id("desk"))
        .isEqualTo(message.id("desk"))
        .isNotEqualTo(message.id("other"));
    assertThat(new Message(Message.Kind.REMINDER, changes, at(1)).id("desk"))
        .isNotEqualTo(new Message(Message.Kind.REMINDER, changes, at(2)).id("desk"));
  }

  @Test
  void shouldGiveUpAMessageSoon_whenTheReceiverCallsItBad() {
    take(isilInBirmingham(1, LOW, SEVERE), 0);
    take(isilInBirmingham(2, SEVERE, LOW), 1);
    for (int second : new int[] {10, 15, 1000}) {
      assertThat(outbox().due(at(second))).isPresent();
      outbox().rejected(at(second), "400 no");
    }

    assertThat(told(1000)).singleElement().satisfies(m -> assertThat(m.changes()).hasSize(1));
    assertThat(outbox().verdicts())
        .extracting(Verdict::fate)
        .containsExactly(Verdict.Fate.GIVEN_UP, Verdict.Fate.DELIVERED);
  }

  @Test
  void shouldNotHoldUpNews_whenAReminderFails() {
    terms =
        new Terms(
            Match.ALL,
            Grouping.NONE,
            Duration.ZERO,
            Duration.ofHours(1),
            null,
            RetryLadder.STANDARD);
    take(isilInBirmingham(1, LOW, SEVERE), 0);
    told(0);
    assertThat(outbox().due(at(3600)).orElseThrow().kind()).isEqualTo(Message.Kind.REMINDER);
    outbox().failed(at(3600), "503", null);
    take(isilInBirmingham(2, SEVERE, CRITICAL), 3601);

    assertThat(told(3601)).extracting(Message::kind).containsExactly(Message.Kind.CHANGE);
    assertThat(told(3601 + 3600)).extracting(Message::kind).containsExactly(Message.Kind.REMINDER);
  }

  @Test
  void shouldRemindNobody_whoIsNoMore() {
    terms =
        new Terms(
            Match.ALL,
            Grouping.NONE,
            Duration.ZERO,
            Duration.ofHours(1),
            null,
            RetryLadder.STANDARD);
    take(isilInBirmingham(1, LOW, SEVERE), 0);
    told(0);
    take(isilInBirmingham(2, SEVERE, CRITICAL), 1);
    outbox().refuse(at(1), "410");

    assertThat(told(10_000)).isEmpty();
  }

  @Test
  void shouldReadNoFurther_whenARestartCouldNotTellWhatIsThrough() {
    terms = matching(new Match(Set.of("isil"), Set.of(), LOW, Set.of()));
    take(isilInBirmingham(1, LOW, SEVERE), 0);
    for (int i = 0; i < 9_998; i++) {
      take(change("pira", "GB", 1, LOW, SEVERE, NOON), 0);
    }
    assertThat(outbox().isFull()).isFalse();
    take(change("pira", "GB", 1, LOW, SEVERE, NOON), 0);
    assertThat(outbox().isFull()).isTrue();

    told(10);
    assertThat(outbox().isFull()).isFalse();
  }
}
