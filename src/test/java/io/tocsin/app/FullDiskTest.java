package io.tocsin.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.apache.kafka.streams.errors.ProcessorStateException;
import org.apache.kafka.streams.errors.StreamsException;
import org.junit.jupiter.api.Test;
import org.rocksdb.RocksDBException;

class FullDiskTest {
  @Test
  void shouldBeSeen_howeverDeepItIs() {
    assertThat(FullDisk.isIn(new IOException("No space left on device"))).isTrue();
    assertThat(
            FullDisk.isIn(
                new StreamsException(
                    new ProcessorStateException(
                        "Error opening store x",
                        new RocksDBException(
                            "While appending to file: /x/000010.sst: No space left on device")))))
        .isTrue();
  }

  @Test
  void shouldNotBeSeen_whereItIsSomethingElse() {
    assertThat(FullDisk.isIn(new IOException("Permission denied"))).isFalse();
    assertThat(FullDisk.isIn(new IOException((String) null))).isFalse();
  }

  @Test
  void shouldSayWhoseDiskItIs_andWhatToDo() {
    var failure = FullDisk.failure(new IOException("No space left on device"));

    assertThat(failure).hasMessage("the disk of the state folder is full: No space left on device");
    assertThat(failure.advice()).startsWith("Make room there");
  }
}
