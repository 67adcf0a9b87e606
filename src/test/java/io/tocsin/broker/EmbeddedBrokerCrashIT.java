package io.tocsin.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import io.tocsin.broker.BrokerUnavailable.Reason;
import io.tocsin.testing.ChildJvm;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedBrokerCrashIT {
  @TempDir Path folder;

  @RepeatedTest(3)
  void shouldLetCommittedReadersThrough_whenKilledWithAnOpenTransaction() throws Exception {
    try (var child = ChildJvm.of(BrokerChild.class).args(folder, 0).start()) {
      var clients = new PlainClients(address(child));
      clients.createTopic("ledger");
      clients.produce("ledger", utf8("before"));
      try (var open =
          clients.producer(
              Map.of("transactional.id", "left-open", "transaction.timeout.ms", 3000))) {
        open.initTransactions();
        open.beginTransaction();
        open.send(new ProducerRecord<>("ledger", utf8("never"))).get(30, TimeUnit.SECONDS);
        child.kill();
        open.close(Duration.ZERO);
      }
    }

    try (var broker = EmbeddedBroker.start(folder, 0)) {
      var clients = new PlainClients(broker.bootstrapServers());
      clients.produce("ledger", utf8("after"));

      assertThat(clients.consume("ledger", 2))
          .extracting(value -> new String(value, StandardCharsets.UTF_8))
          .containsExactly("before", "after");
    }
  }

  @RepeatedTest(2)
  void shouldCountOnExactlyOnce_whenKilledWithTheStreamInTheSameProcess() throws Exception {
    for (var start = 0; start < 3; start++) {
      try (var child = ChildJvm.of(StreamsChild.class).args(folder).start()) {
        var clients = new PlainClients(address(child));
        var before = start * 2;
        clients.produce("in", utf8("one"));
        clients.produce("in", utf8("two"));

        assertThat(clients.consume("out", before + 2))
            .extracting(value -> new String(value, StandardCharsets.UTF_8))
            .containsExactlyElementsOf(
                IntStream.rangeClosed(1, before + 2).mapToObj(Integer::toString).toList());
        child.kill();
      }
    }
  }

  @Test
  void shouldRefuseTheFolderOfAnotherProcess_andLeaveThatOneUnharmed() throws Exception {
    try (var child = ChildJvm.of(BrokerChild.class).args(folder, 0).start()) {
      var address = address(child);

      assertThatThrownBy(() -> EmbeddedBroker.start(folder, 0))
          .asInstanceOf(type(BrokerUnavailable.class))
          .satisfies(e -> assertThat(e.reason()).isEqualTo(Reason.FOLDER_IN_USE))
          .extracting(Throwable::getMessage)
          .asString()
          .contains("in use by process " + child.pid() + " at " + address);

      assertThat(Running.in(folder)).map(Running::bootstrapServers).contains(address);
      var clients = new PlainClients(address);
      clients.createTopic("alive");
      assertThat(clients.produce("alive", utf8("yes")).offset()).isZero();
      assertThat(child.terminate()).isEqualTo(143);
      assertThat(Running.read(folder)).isEmpty();
    }
  }

  @Test
  void shouldNotTakeAKilledProcessForARunningOne() {
    try (var child = ChildJvm.of(BrokerChild.class).args(folder, 0).start()) {
      address(child);
      child.kill();
    }
    assertThat(Running.read(folder)).isPresent();
    assertThat(Running.in(folder)).isEmpty();
  }

  private static String address(ChildJvm child) {
    return child.awaitLine(line -> line.startsWith("ready ")).substring("ready ".length());
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
