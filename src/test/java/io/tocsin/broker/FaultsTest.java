package io.tocsin.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.tocsin.broker.BrokerUnavailable.Reason;
import java.io.IOException;
import java.net.BindException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class FaultsTest {
  @TempDir Path folder;

  private final List<Throwable> told = new CopyOnWriteArrayList<>();

  @BeforeEach
  void lay() throws IOException {
    Files.createDirectory(folder.resolve("kafka"));
    Files.createFile(folder.resolve("kafka/meta.properties"));
  }

  static Stream<Arguments> failures() {
    return Stream.of(
        Arguments.of(new IOException("No space left on device"), Reason.DISK_FULL, "make room"),
        Arguments.of(
            new IOException("There is not enough space on the disk"),
            Reason.DISK_FULL,
            "make room"),
        Arguments.of(
            new AccessDeniedException("/x"),
            Reason.FOLDER_NOT_WRITABLE,
            "restore it and its rights"),
        Arguments.of(
            new IOException("/x: Read-only file system"), Reason.FOLDER_NOT_WRITABLE, "restore it"),
        Arguments.of(new BindException("in use"), Reason.PORT_TAKEN, "choose another port"),
        Arguments.of(new IllegalStateException(), Reason.FAILED, "IllegalStateException"));
  }

  @ParameterizedTest
  @MethodSource("failures")
  void shouldSayWhatAFailureMeans_howeverDeepItsCause(
      Exception cause, Reason reason, String words) {
    var fault = Faults.explain(folder, new RuntimeException(new RuntimeException("outer", cause)));

    assertThat(fault.reason()).isEqualTo(reason);
    assertThat(fault).hasMessageContaining(words).hasRootCause(cause);
  }

  @Test
  void shouldLookAtTheFolder_whenTheFailureDoesNotTell() throws IOException {
    Files.delete(folder.resolve("kafka/meta.properties"));
    Files.delete(folder.resolve("kafka"));

    assertThat(Faults.explain(folder, new RuntimeException("halt")).reason())
        .isEqualTo(Reason.FOLDER_NOT_WRITABLE);
  }

  @Test
  void shouldFailTheStart_whenAFaultComesBeforeServing() {
    var faults = new Faults(folder, told::add);

    faults.report("raft", new IOException("No space left on device"));

    assertThat(faults.first()).isCompleted();
    assertThatThrownBy(faults::serving)
        .isInstanceOf(BrokerUnavailable.class)
        .hasMessageContaining("is full");
    assertThat(told).isEmpty();
  }

  @Test
  void shouldTellOnce_whenFaultsFollowEachOther() {
    var faults = new Faults(folder, told::add);
    faults.serving();

    var first = faults.report("raft", new IOException("first"));
    faults.report("raft", new IOException("echo"));

    await().untilAsserted(() -> assertThat(told).containsExactly(first));
    assertThat(first).hasMessageContaining("raft (IOException: first)");
  }

  @Test
  void shouldSayThatTheFolderIsGone_whenItsFilesWereTakenAway() throws IOException {
    var faults = new Faults(folder, told::add);
    faults.serving();
    Files.delete(folder.resolve("kafka/meta.properties"));

    assertThat(faults.report("halt", null).reason()).isEqualTo(Reason.FOLDER_NOT_WRITABLE);
  }

  @Test
  void shouldKeepQuiet_whileClosing() {
    var faults = new Faults(folder, told::add);
    faults.serving();
    faults.closing();

    faults.report("raft", new IOException("late"));

    assertThat(faults.first()).isNotDone();
    assertThat(told).isEmpty();
  }
}
