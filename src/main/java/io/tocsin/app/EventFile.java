package io.tocsin.app;

import io.tocsin.wire.EventLines;
import io.tocsin.wire.Kind;
import io.tocsin.wire.Line;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A file of events as a user names it: a path, or {@code -} for standard input.
 *
 * @param kind where given, the file holds records of this kind alone
 */
record EventFile(String path, Optional<Kind> kind) {
  static EventFile of(String path) {
    return new EventFile(path, Optional.empty());
  }

  static EventFile of(String path, Kind kind) {
    return new EventFile(path, Optional.of(kind));
  }

  /**
   * Hands on every line, good or bad, in order.
   *
   * @throws Failure where it is not there, or cannot be read to its end
   */
  void forEach(Consumer<Line> taker) {
    try (var lines = open()) {
      while (lines.hasNext()) {
        taker.accept(lines.next());
      }
    } catch (UncheckedIOException e) {
      throw unreadable(e.getCause());
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  /** Where a line stands, for a message: {@code events.ndjson line 12}. */
  String where(Line line) {
    return name() + " line " + line.number();
  }

  String name() {
    return path.equals(EventLines.STANDARD_INPUT) ? "standard input" : path;
  }

  private EventLines open() throws IOException {
    return kind.isPresent() ? EventLines.open(path, kind.get()) : EventLines.open(path);
  }

  private Failure unreadable(IOException e) {
    if (e instanceof NoSuchFileException) {
      return new Failure("there is no file " + name(), "Correct the path.", e);
    }
    if (e instanceof AccessDeniedException) {
      return new Failure(
          name() + " cannot be read: this user has no right to", "Give it the right.", e);
    }
    return new Failure(
        name() + " cannot be read: " + e.getMessage(), "Give a file of events, or - .", e);
  }
}
