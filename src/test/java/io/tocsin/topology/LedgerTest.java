package io.tocsin.topology;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.model.Cause;
import io.tocsin.topology.Tally.Direction;
import io.tocsin.topology.Tally.Entry;
import io.tocsin.topology.Tally.Leg;
import org.junit.jupiter.api.Test;

class LedgerTest {
  private final CountedTally books = new CountedTally();
  private final Ledger ledger = new Ledger(books);

  @Test
  void shouldEnterNothing_untilTheTransactionIsCommitted() {
    write();

    assertThat(books.counted(Entry.READ)).isZero();
    assertThat(books.told).isEmpty();
    assertThat(books.took).isEmpty();
  }

  @Test
  void shouldEnterAllOfIt_whenTheTransactionIsCommitted() {
    write();
    write();

    ledger.settle();

    assertThat(books.counted(Entry.READ)).isEqualTo(2);
    assertThat(books.counted(Entry.DEAD_LETTERED)).isEqualTo(2);
    assertThat(books.reasons).containsExactly("2 EMPTY");
    assertThat(books.told).containsExactly("2 NEWS UP");
    assertThat(books.took).containsExactly("TOPIC_TO_CHANGE 7", "TOPIC_TO_CHANGE 7 00-a-b-01");
  }

  @Test
  void shouldForgetWhatItHeld_whenTheTransactionIsAborted() {
    write();
    ledger.drop();
    ledger.count(Entry.READ);

    ledger.settle();

    assertThat(books.counted(Entry.READ)).isEqualTo(1);
    assertThat(books.reasons).isEmpty();
    assertThat(books.told).isEmpty();
    assertThat(books.took).isEmpty();
  }

  @Test
  void shouldEnterNothingTwice_whenNothingCameSince() {
    write();
    ledger.settle();
    ledger.settle();

    assertThat(books.counted(Entry.READ)).isEqualTo(1);
    assertThat(books.took).hasSize(1);
  }

  @Test
  void shouldSettleTheThreadThatCommits_andNoOther() throws InterruptedException {
    var other = new Thread(this::write);
    other.start();
    other.join();

    ledger.settle();

    assertThat(books.counted(Entry.READ)).isZero();
  }

  @Test
  void shouldHoldAnyNumberOfTimes_inOneTransaction() {
    for (int i = 0; i < 1000; i++) {
      ledger.took(Leg.EVENT_TO_TOPIC, i, null);
    }

    ledger.settle();

    assertThat(books.took).hasSize(1000).endsWith("EVENT_TO_TOPIC 999");
  }

  private void write() {
    ledger.count(Entry.READ);
    ledger.count(Entry.DEAD_LETTERED, "EMPTY", 1);
    ledger.told(Cause.NEWS, Direction.UP, 1);
    ledger.took(Leg.TOPIC_TO_CHANGE, 7, "00-a-b-01");
  }
}
