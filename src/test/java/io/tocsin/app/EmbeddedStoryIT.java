package io.tocsin.app;

import io.tocsin.broker.EmbeddedBroker;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/** On the embedded broker, in single-object encoding, with as many partitions as are usual. */
class EmbeddedStoryIT extends FoundingStory {
  @TempDir static Path data;
  private static EmbeddedBroker broker;

  @BeforeAll
  static void start() {
    broker = EmbeddedBroker.start(data, 0);
  }

  @AfterAll
  static void stop() {
    broker.close();
  }

  @Override
  String bootstrapServers() {
    return broker.bootstrapServers();
  }

  @Override
  String[] settings() {
    return new String[] {"topics.partitions", "8"};
  }

  @Override
  boolean isWrittenAsConfigured(byte[] value) {
    return value[0] == (byte) 0xC3 && value[1] == 1;
  }
}
