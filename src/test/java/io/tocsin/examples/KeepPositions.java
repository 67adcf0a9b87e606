package io.tocsin.examples;

import io.tocsin.client.ChangeHandler;
import io.tocsin.client.Connection;
import io.tocsin.client.Positions;
import io.tocsin.client.Received;
import io.tocsin.client.Start;
import io.tocsin.client.TocsinSubscriber;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;

/** Keeps beside its own data how far it has come, and goes on from there after a restart. */
final class KeepPositions implements ChangeHandler {
  private final Path kept;
  private final Consumer<Received> work;

  KeepPositions(Path kept, Consumer<Received> work) {
    this.kept = kept;
    this.work = work;
  }

  TocsinSubscriber start(Connection connection) throws IOException {
    var start =
        Files.exists(kept)
            ? Start.after(Positions.parse(Files.readString(kept)))
            : Start.beginning();
    return TocsinSubscriber.start(connection, start, this);
  }

  @Override
  public void changed(Received received) {
    work.accept(received);
    try {
      Files.writeString(kept, received.positions().toString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
