package io.tocsin.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tocsin.broker.BrokerUnavailable.Reason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.assertj.core.api.AbstractStringAssert;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DataFolderTest {
  private static final String META = "kafka/meta.properties";

  @TempDir Path folder;

  @Test
  void shouldBeFreeAgain_whenClosed() throws IOException {
    var inside = folder.resolve("new/deep");
    DataFolder.claim(inside).close();
    try (var again = DataFolder.claim(inside)) {
      assertThat(again.logs()).isDirectory();
    }
  }

  @Test
  void shouldNameItsHolder_byAnyPathToIt() throws IOException {
    try (var held = DataFolder.claim(folder)) {
      held.announce(new Running(4711, "127.0.0.1", 19092));

      refused(Reason.FOLDER_IN_USE, () -> DataFolder.claim(folder.resolve("kafka/..")))
          .contains("process 4711 at 127.0.0.1:19092", folder.toRealPath().toString());
    }
    assertThat(Running.read(folder)).isEmpty();
  }

  @Test
  void shouldRefuseAFolderThatIsAFile() throws IOException {
    var file = Files.createFile(folder.resolve("file"));

    refused(Reason.FOLDER_NOT_WRITABLE, () -> DataFolder.claim(file))
        .contains(file.toString(), "choose another folder");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "pid=1", "pid=x\nhost=h\nport=1", "pid=1\nhost=h\nport=\n", "\\u00z"})
  void shouldMakeNothingOfADamagedNote(String content) throws IOException {
    Files.writeString(folder.resolve("broker.running"), content);

    assertThat(Running.read(folder)).isEmpty();
  }

  @Test
  void shouldHaveNoIdentity_whenNew() throws IOException {
    Files.createDirectory(folder.resolve("kafka"));

    assertThat(Identity.read(folder.resolve("kafka"))).isEmpty();
  }

  @Test
  void shouldReadItsIdentity() throws IOException {
    identity("version=1\nnode.id=1\ncluster.id=abc\n");

    assertThat(Identity.read(folder.resolve("kafka"))).contains("abc");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "version=0\nnode.id=1\ncluster.id=abc",
        "version=1\nnode.id=2\ncluster.id=abc",
        "version=1\nnode.id=1",
        "version=1\nnode.id=1\ncluster.id= ",
        "\\u12"
      })
  void shouldSayWhatToDo_whenItsIdentityIsDamaged(String content) throws IOException {
    identity(content);

    refused(Reason.FAILED, () -> Identity.read(folder.resolve("kafka")))
        .contains("meta.properties", "move the folder");
  }

  @Test
  void shouldNotFormatData_whenItsIdentityIsLost() throws IOException {
    Files.createDirectories(folder.resolve("kafka/__cluster_metadata-0"));

    refused(Reason.FAILED, () -> Identity.read(folder.resolve("kafka")))
        .contains("is missing although the folder holds data");
  }

  private void identity(String content) throws IOException {
    Files.createDirectories(folder.resolve(META).getParent());
    Files.writeString(folder.resolve(META), content);
  }

  private static AbstractStringAssert<?> refused(Reason reason, ThrowingCallable call) {
    return assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            BrokerUnavailable.class, e -> assertThat(e.reason()).isEqualTo(reason))
        .extracting(Throwable::getMessage, InstanceOfAssertFactories.STRING);
  }
}
