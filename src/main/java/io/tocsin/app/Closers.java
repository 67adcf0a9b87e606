package io.tocsin.app;

import io.tocsin.client.Undisturbed;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;

/**
 * What is open, in the order it was opened; closed in reverse, each once, all attempted. A start
 * that fails half-way rolls back through the same stack.
 */
public final class Closers implements AutoCloseable {
  private final Consumer<String> report;
  private final Deque<Closer> open = new ArrayDeque<>();
  private final List<Failed> failures = new ArrayList<>();
  private boolean closing;

  /** Something open and what to call it: {@code Kafka}, {@code the processor}. */
  private record Closer(String name, AutoCloseable closeable) {}

  /** Something that would not close. */
  public record Failed(String name, Throwable why) {
    @Override
    public String toString() {
      return "could not close " + name + ": " + why;
    }
  }

  /**
   * @param report is told the name of each thing just before it is closed
   */
  public Closers(Consumer<String> report) {
    this.report = report;
  }

  /**
   * Registers what was just opened.
   *
   * @return the same thing
   * @throws Failure if everything is being closed already; the new thing was closed at once
   */
  public <T extends AutoCloseable> T opened(String name, T thing) {
    synchronized (open) {
      if (!closing) {
        open.push(new Closer(name, thing));
        return thing;
      }
    }
    close(new Closer(name, thing));
    throw new Failure("Stopped while " + name + " was starting", "");
  }

  /** Closes everything; a second call finds nothing left to close. */
  @Override
  public void close() {
    synchronized (open) {
      closing = true;
    }
    // one at a time: a second caller must not return before all is closed
    synchronized (failures) {
      for (var next = next(); next != null; next = next()) {
        var closer = next;
        Undisturbed.close(() -> close(closer));
      }
    }
  }

  /** What would not close, in the order it was tried. */
  public List<Failed> failures() {
    synchronized (failures) {
      return List.copyOf(failures);
    }
  }

  private Closer next() {
    synchronized (open) {
      return open.poll();
    }
  }

  private void close(Closer closer) {
    try {
      report.accept(closer.name());
      closer.closeable().close();
    } catch (Exception | LinkageError | AssertionError e) {
      if (e instanceof InterruptedException) {
        Thread.currentThread().interrupt();
      }
      synchronized (failures) {
        failures.add(new Failed(closer.name(), e));
      }
    }
  }
}
