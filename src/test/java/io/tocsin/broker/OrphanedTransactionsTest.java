package io.tocsin.broker;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class OrphanedTransactionsTest {
  private static final String ONE = "11111111-1111-1111-1111-111111111111";
  private static final String OTHER = "22222222-2222-2222-2222-222222222222";

  private final OrphanedTransactions transactions =
      new OrphanedTransactions(
          null,
          "tocsin-processor",
          client -> client.startsWith("id-") ? Optional.of(client.substring(3)) : Optional.empty(),
          Duration.ofSeconds(1));

  @Test
  void shouldFindTheTransactionsOfAProcess_whenItIsNoLongerInTheGroup() {
    var open = List.of(transaction(ONE, 1), transaction(OTHER, 1), transaction(OTHER, 2));

    assertThat(transactions.orphaned(open, List.of("id-" + ONE, "id-" + ONE)))
        .containsExactly(transaction(OTHER, 1), transaction(OTHER, 2));
  }

  @Test
  void shouldFindNothing_whenAllProcessesAreInTheGroup() {
    var open = List.of(transaction(ONE, 1), transaction(OTHER, 1));

    assertThat(transactions.orphaned(open, List.of("id-" + ONE, "id-" + OTHER))).isEmpty();
  }

  @Test
  void shouldFindNothing_whenAMemberDoesNotSayWhichProcessItIs() {
    var open = List.of(transaction(ONE, 1), transaction(OTHER, 1));

    assertThat(transactions.orphaned(open, List.of("id-" + ONE, "older"))).isEmpty();
  }

  @Test
  void shouldFindNothing_whenNobodyIsInTheGroup() {
    assertThat(transactions.orphaned(List.of(transaction(ONE, 1)), List.of())).isEmpty();
  }

  @Test
  void shouldLeaveTransactionsOfOthersAlone_whenTheirNamesAreAlike() {
    var open =
        List.of(
            "tocsin-processor-of-somebody-" + OTHER + "-1",
            "other-tocsin-processor-" + OTHER + "-1",
            "tocsin-processor-" + OTHER,
            "payments");

    assertThat(transactions.orphaned(open, List.of("id-" + ONE))).isEmpty();
  }

  private static String transaction(String process, int thread) {
    return "tocsin-processor-" + process + "-" + thread;
  }
}
