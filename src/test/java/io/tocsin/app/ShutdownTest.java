package io.tocsin.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class ShutdownTest {
  private final AtomicInteger kills = new AtomicInteger();

  @Test
  void shouldGoOnUninterrupted_whenTheCommandWaits() throws Exception {
    var shutdown = new CompletableFuture<Shutdown>();
    var interrupted = new CompletableFuture<Boolean>();
    var command =
        new Thread(
            () -> {
              var own = new Shutdown(Thread.currentThread(), kills::incrementAndGet);
              shutdown.complete(own);
              try {
                own.await();
                interrupted.complete(Thread.interrupted());
              } catch (InterruptedException e) {
                interrupted.complete(true);
              }
            });
    command.start();
    await().until(() -> command.getState() == Thread.State.WAITING);

    shutdown.get().request();

    assertThat(interrupted.get()).isFalse();
    assertThat(shutdown.get().isRequested()).isTrue();
    command.join();
  }

  @Test
  void shouldInterruptTheCommand_whenItDoesSomethingElse() {
    var shutdown = new Shutdown(Thread.currentThread(), kills::incrementAndGet);

    shutdown.request();

    assertThat(Thread.interrupted()).isTrue();
    assertThat(kills).hasValue(0);
  }

  @Test
  void shouldKill_whenAskedTwice() throws InterruptedException {
    var shutdown = new Shutdown(new Thread(() -> {}), kills::incrementAndGet);

    shutdown.request();
    assertThat(kills).hasValue(0);
    shutdown.request();

    assertThat(kills).hasValue(1);
    assertThat(shutdown.await(1)).isTrue();
  }

  @Test
  void shouldGiveUpWaiting_whenNobodyAsks() throws InterruptedException {
    assertThat(new Shutdown(Thread.currentThread(), kills::incrementAndGet).await(1)).isFalse();
  }
}
