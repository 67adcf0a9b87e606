package io.tocsin.vitals;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.vitals.Finding.Status;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MachineChecksTest {
  private static final long MIB = 1024 * 1024;

  @TempDir Path folder;

  @Test
  void shouldAcceptTheJavaItRunsOn() {
    assertThat(MachineChecks.java().status()).isEqualTo(Status.OK);
  }

  @Test
  void shouldRefuseAnOlderJava_andSayWhichToInstall() {
    var finding = MachineChecks.java(11, "/opt/java11");

    assertThat(finding.status()).isEqualTo(Status.FAIL);
    assertThat(finding.detail()).isEqualTo("Java 11 in /opt/java11");
    assertThat(finding.advice()).contains("Java 17");
  }

  @Test
  void shouldTellAFreePortFromATakenOne() throws IOException {
    int port;
    try (var holder = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = holder.getLocalPort();
      assertThat(MachineChecks.port("HTTP port", port))
          .satisfies(finding -> assertThat(finding.status()).isEqualTo(Status.FAIL))
          .extracting(Finding::detail)
          .asString()
          .startsWith(port + " cannot be listened on");
    }
    assertThat(MachineChecks.port("HTTP port", port))
        .isEqualTo(Finding.ok("HTTP port", port + " is free"));
  }

  @Test
  void shouldLookAtAFolder_andLeaveNothingBehind() throws IOException {
    var finding = MachineChecks.folder("data folder", folder.resolve("not/there/yet"));

    assertThat(finding.status()).isIn(Status.OK, Status.WARN);
    assertThat(finding.detail()).contains("not/there/yet is writable");
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void shouldRefuseAFolderThatIsAFile() throws IOException {
    var file = Files.createFile(folder.resolve("file"));

    var finding = MachineChecks.folder("data folder", file);

    assertThat(finding.status()).isEqualTo(Status.FAIL);
    assertThat(finding.advice()).contains("another folder");
  }

  @Test
  void shouldWeighTheRoomThatIsLeft() {
    assertThat(MachineChecks.room("d", folder, 2048 * MIB).status()).isEqualTo(Status.OK);
    assertThat(MachineChecks.room("d", folder, 1023 * MIB).status()).isEqualTo(Status.WARN);
    assertThat(MachineChecks.room("d", folder, 64 * MIB - 1).status()).isEqualTo(Status.FAIL);
  }
}
