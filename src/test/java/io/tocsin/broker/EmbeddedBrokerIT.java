package io.tocsin.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;
import static org.awaitility.Awaitility.await;

import io.tocsin.broker.BrokerUnavailable.Reason;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedBrokerIT {
  @TempDir Path folder;

  @Test
  void shouldServePlainClients_andKeepTheirRecordsOverARestart() throws Exception {
    try (var broker = EmbeddedBroker.start(folder, 0)) {
      var clients = new PlainClients(broker.bootstrapServers());
      clients.createTopic("kept");
      clients.produce("kept", utf8("first"));
    }
    try (var broker = EmbeddedBroker.start(folder, 0)) {
      var clients = new PlainClients(broker.bootstrapServers());
      clients.produce("kept", utf8("second"));

      assertThat(clients.consume("kept", 2))
          .extracting(value -> new String(value, StandardCharsets.UTF_8))
          .containsExactly("first", "second");
    }
  }

  @Test
  void shouldListenOnThePortItNames_andWriteItDown() {
    try (var broker = EmbeddedBroker.start(folder, 0)) {
      assertThat(broker.port()).isPositive();
      assertThat(Running.in(folder))
          .contains(new Running(ProcessHandle.current().pid(), "127.0.0.1", broker.port()));
      assertThat(broker.bootstrapServers()).isEqualTo("127.0.0.1:" + broker.port());
    }
    assertThat(Running.in(folder)).isEmpty();
  }

  @Test
  void shouldTakeAnArticleOfThreeMegabytes() throws Exception {
    try (var broker = EmbeddedBroker.start(folder, 0)) {
      var clients = new PlainClients(broker.bootstrapServers());
      clients.createTopic("long");

      clients.produce("long", new byte[3 * 1024 * 1024]);

      assertThat(clients.consume("long", 1))
          .singleElement()
          .matches(v -> v.length == 3 * 1024 * 1024);
    }
  }

  @Test
  void shouldLeaveNoThreadThatKeepsTheProcessAlive_whenClosedTwice() {
    var before = lastingThreads();

    var broker = EmbeddedBroker.start(folder, 0);
    broker.close();
    broker.close();

    await().untilAsserted(() -> assertThat(lastingThreads()).isSubsetOf(before));
  }

  @Test
  void shouldNameThePort_whenItIsTaken() throws Exception {
    try (var holder = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
      assertThatThrownBy(() -> EmbeddedBroker.start(folder, holder.getLocalPort()))
          .asInstanceOf(type(BrokerUnavailable.class))
          .satisfies(
              e -> {
                assertThat(e.reason()).isEqualTo(Reason.PORT_TAKEN);
                assertThat(e).hasMessageContaining("port " + holder.getLocalPort());
                assertThat(e).hasMessageContaining("choose another port");
              });
    }
    // the folder was given back, and nothing of Kafka's was written
    assertThat(folder.resolve("kafka")).isEmptyDirectory();
    EmbeddedBroker.start(folder, 0).close();
  }

  @Test
  void shouldRefuseTheFolderOfABrokerInThisProcess_andLeaveThatOneUnharmed() throws Exception {
    try (var broker = EmbeddedBroker.start(folder, 0)) {
      for (var attempt = 0; attempt < 2; attempt++) {
        assertThatThrownBy(() -> EmbeddedBroker.start(folder, 0))
            .asInstanceOf(type(BrokerUnavailable.class))
            .satisfies(e -> assertThat(e.reason()).isEqualTo(Reason.FOLDER_IN_USE))
            .extracting(Throwable::getMessage)
            .asString()
            .contains("process " + ProcessHandle.current().pid(), broker.bootstrapServers());
      }
      var clients = new PlainClients(broker.bootstrapServers());
      clients.createTopic("alive");
      assertThat(clients.produce("alive", utf8("yes")).offset()).isZero();
    }
  }

  @Test
  void shouldSayWhatToDo_whenItsIdentityIsDamaged() throws Exception {
    EmbeddedBroker.start(folder, 0).close();
    Files.writeString(folder.resolve("kafka/meta.properties"), "version=1\nnode.id=1\n");

    assertThatThrownBy(() -> EmbeddedBroker.start(folder, 0))
        .asInstanceOf(type(BrokerUnavailable.class))
        .satisfies(e -> assertThat(e.reason()).isEqualTo(Reason.FAILED))
        .extracting(Throwable::getMessage)
        .asString()
        .contains("meta.properties has no cluster.id", "move the folder");
  }

  @Test
  void shouldTellOnce_andStillClose_whenItsDiskIsGone() throws Exception {
    var fatal = new CompletableFuture<Throwable>();
    var broker = EmbeddedBroker.start(folder, 0, fatal::complete);
    try {
      var clients = new PlainClients(broker.bootstrapServers());
      clients.createTopic("lost");
      Files.move(folder.resolve("kafka"), folder.resolve("taken-away"));
      try (var admin = clients.admin()) {
        admin.createTopics(List.of(new NewTopic("more", 1, (short) 1)));
        assertThat(fatal.get(60, TimeUnit.SECONDS))
            .asInstanceOf(type(BrokerUnavailable.class))
            .satisfies(e -> assertThat(e.reason()).isEqualTo(Reason.FOLDER_NOT_WRITABLE))
            .extracting(Throwable::getMessage)
            .asString()
            .contains(folder.toRealPath() + " is gone");
      }
    } finally {
      assertThat(CompletableFuture.runAsync(broker::close)).succeedsWithin(Duration.ofSeconds(25));
    }
  }

  private static Set<Thread> lastingThreads() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> !thread.isDaemon() && !thread.getName().startsWith("awaitility"))
        .collect(Collectors.toSet());
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
