package io.tocsin.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.apache.kafka.common.errors.InvalidTxnStateException;
import org.apache.kafka.common.errors.OutOfOrderSequenceException;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.errors.TransactionAbortableException;
import org.apache.kafka.common.errors.UnknownProducerIdException;
import org.apache.kafka.streams.errors.StreamsException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TroublesTest {
  static Stream<Throwable> passing() {
    return Stream.of(
        new TimeoutException("no answer"),
        new InvalidTxnStateException("the coordinator has ended it"),
        new TransactionAbortableException("abort it"),
        new ProducerFencedException("another has its id"),
        new OutOfOrderSequenceException("a broker lost the batch before"),
        new UnknownProducerIdException("a broker forgot it"));
  }

  @ParameterizedTest
  @MethodSource("passing")
  void shouldStartAnotherThread_whenATransactionIsOverOrTheOutsideWorldFails(Throwable cause) {
    assertThat(Troubles.isPassing(new StreamsException("while committing", cause))).isTrue();
  }

  static Stream<Throwable> lasting() {
    return Stream.of(
        new IllegalStateException("a bug"),
        new TopicAuthorizationException("may not write"),
        new StreamsException("of unknown cause"));
  }

  @ParameterizedTest
  @MethodSource("lasting")
  void shouldEnd_whenItWouldHappenAgain(Throwable cause) {
    assertThat(Troubles.isPassing(new StreamsException("while processing", cause))).isFalse();
  }

  @Test
  void shouldFindTheRoot_whenItIsDeep() {
    var root = new IllegalStateException("root");

    assertThat(Troubles.root(new StreamsException(new RuntimeException(root)))).isSameAs(root);
  }
}
