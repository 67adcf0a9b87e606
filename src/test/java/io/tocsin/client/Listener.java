package io.tocsin.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.LongStream;

/** Keeps all that it hears. */
final class Listener implements ChangeHandler {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  final List<Received> received = new CopyOnWriteArrayList<>();
  final List<Positions> caughtUp = new CopyOnWriteArrayList<>();
  final List<String> missed = new CopyOnWriteArrayList<>();
  final List<String> passedOver = new CopyOnWriteArrayList<>();

  @Override
  public void changed(Received one) {
    received.add(one);
  }

  @Override
  public void caughtUp(Positions at) {
    caughtUp.add(at);
  }

  @Override
  public void missed(int partition, long from, long to) {
    missed.add(partition + " " + from + " " + to);
  }

  @Override
  public void passedOver(String where, String why) {
    passedOver.add(where);
  }

  List<Long> sequences() {
    return received.stream().map(one -> one.change().sequence()).toList();
  }

  void awaitSequences(long... wanted) {
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () ->
                assertThat(sequences())
                    .containsExactly(LongStream.of(wanted).boxed().toArray(Long[]::new)));
  }
}
