package io.tocsin.broker;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListTransactionsOptions;
import org.apache.kafka.clients.admin.TransactionListing;
import org.apache.kafka.clients.admin.TransactionState;
import org.apache.kafka.common.KafkaFuture;

/**
 * Ends the transactions of processes that are no longer in their group. A coordinator by itself
 * waits until a transaction's time is over, and looks every ten seconds only; until then nobody
 * gets past what a dead process has begun to write, neither readers nor those who take its place.
 *
 * <p>Whoever is not in the group may not commit (KIP-447), so nothing is lost by it: should the
 * process live after all, its work would have been refused, and it begins anew from its last
 * commit.
 */
public final class OrphanedTransactions {
  private final Admin admin;
  private final String application;
  private final Function<String, Optional<String>> processOf;
  private final Duration timeout;
  private final Pattern ours;

  /**
   * @param application the id of the application, which is that of its group as well
   * @param processOf from a member's client id to the id of its process, which the names of its
   *     transactions have: {@code APPLICATION-PROCESS-NUMBER}; empty where the client id does not
   *     say
   * @param timeout for each question to the cluster
   */
  public OrphanedTransactions(
      Admin admin,
      String application,
      Function<String, Optional<String>> processOf,
      Duration timeout) {
    this.admin = admin;
    this.application = application;
    this.processOf = processOf;
    this.timeout = timeout;
    this.ours = Pattern.compile(Pattern.quote(application) + "-([0-9a-f-]{36})-\\d+");
  }

  /**
   * Looks once, and ends what is orphaned; nothing while a member does not say which process it is.
   *
   * @return the transactional ids of what was ended
   * @throws ExecutionException where the cluster refuses an answer
   * @throws TimeoutException where it gives none
   */
  public List<String> end() throws ExecutionException, TimeoutException, InterruptedException {
    // before the members are looked at: who is in the group by then may have begun one since
    var open = open();
    if (open.isEmpty()) {
      return List.of();
    }
    var orphaned = orphaned(open, GroupMembers.clientIds(admin, application, timeout));
    if (!orphaned.isEmpty()) {
      ask(admin.fenceProducers(orphaned).all());
    }
    return orphaned;
  }

  /** Those of open transactions whose process none of the clients is. */
  List<String> orphaned(List<String> open, List<String> clients) {
    var processes = clients.stream().map(processOf).toList();
    if (processes.isEmpty() || processes.stream().anyMatch(Optional::isEmpty)) {
      return List.of();
    }
    var alive = processes.stream().flatMap(Optional::stream).collect(Collectors.toSet());
    return open.stream()
        .filter(
            id -> {
              var named = ours.matcher(id);
              return named.matches() && !alive.contains(named.group(1));
            })
        .toList();
  }

  private List<String> open() throws ExecutionException, TimeoutException, InterruptedException {
    var ongoing = new ListTransactionsOptions().filterStates(Set.of(TransactionState.ONGOING));
    return ask(admin.listTransactions(ongoing).all()).stream()
        .map(TransactionListing::transactionalId)
        .filter(id -> ours.matcher(id).matches())
        .toList();
  }

  private <T> T ask(KafkaFuture<T> answer)
      throws ExecutionException, TimeoutException, InterruptedException {
    return answer.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
  }
}
