package io.tocsin.bench.contender;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A process of this JVM's own kind and class path, in a folder of its own. */
public final class Child implements AutoCloseable {
  private static final Duration START_WITHIN = Duration.ofMinutes(3);
  private static final Duration STOP_WITHIN = Duration.ofSeconds(30);
  private static final int LINES_KEPT = 40;
  private static final String READY = "ready";

  private final String name;
  private final Process process;
  private final boolean endsWithItsInput;
  private final Deque<String> said = new ArrayDeque<>();
  private final CompletableFuture<String> ready = new CompletableFuture<>();

  private Child(String name, Process process, boolean endsWithItsInput) {
    this.name = name;
    this.endsWithItsInput = endsWithItsInput;
    this.process = process;
    var listener = new Thread(this::listen, "hears " + name);
    listener.setDaemon(true);
    listener.start();
  }

  /** Starts a process that does its work and says that it is ready when it has. */
  public static Child core(Class<?> main, List<String> jvm, Path folder, List<String> arguments)
      throws IOException {
    return start(main.getSimpleName(), jvm, folder, main.getName(), arguments);
  }

  static Child start(
      String name, List<String> jvm, Path folder, String main, List<String> arguments)
      throws IOException {
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(jvm);
    command.add("-cp");
    command.add(absolute(System.getProperty("java.class.path")));
    command.add(main);
    command.addAll(arguments);
    var builder = new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
    // what the user's own installation is told does not concern the bench's
    builder.environment().keySet().removeIf(variable -> variable.startsWith("TOCSIN_"));
    return new Child(name, builder.start(), main.equals(Contestant.class.getName()));
  }

  /**
   * Waits until it says that it is ready, which takes seconds.
   *
   * @return that line
   * @throws ChildEnded where it ends before, or takes minutes
   */
  public String awaitReady() throws InterruptedException {
    return awaitReady(START_WITHIN);
  }

  /**
   * The same where it takes longer.
   *
   * @throws ChildEnded where it ends before, or takes longer than that
   */
  public String awaitReady(Duration within) throws InterruptedException {
    try {
      return ready.get(within.toSeconds(), TimeUnit.SECONDS);
    } catch (ExecutionException e) {
      throw new ChildEnded(name + " ended before it was ready: " + lastWords(), e.getCause());
    } catch (TimeoutException e) {
      throw new ChildEnded(
          "%s was not ready within %d s: %s".formatted(name, within.toSeconds(), lastWords()), e);
    }
  }

  /**
   * @throws ChildEnded where it does not run any more
   */
  public void check() {
    if (!process.isAlive()) {
      throw new ChildEnded(
          "%s ended by itself with %d: %s".formatted(name, process.exitValue(), lastWords()), null);
    }
  }

  public long pid() {
    return process.pid();
  }

  /** Asks it to end, and ends it where it does not. */
  @Override
  public void close() {
    try {
      process.getOutputStream().close();
    } catch (IOException alreadyGone) {
      // then there is nobody left to be told
    }
    if (!endsWithItsInput) {
      process.destroy();
    }
    boolean interrupted = Thread.interrupted();
    try {
      if (!process.waitFor(STOP_WITHIN.toSeconds(), TimeUnit.SECONDS)) {
        process.destroyForcibly().waitFor();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      interrupted = true;
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private void listen() {
    try (var lines = new BufferedReader(process.inputReader(StandardCharsets.UTF_8))) {
      for (var line = lines.readLine(); line != null; line = lines.readLine()) {
        hear(line);
      }
    } catch (IOException | UncheckedIOException e) {
      hear("(" + e.getMessage() + ")");
    }
    ready.completeExceptionally(new IOException("its output ended"));
  }

  private synchronized void hear(String line) {
    said.addLast(line);
    if (said.size() > LINES_KEPT) {
      said.removeFirst();
    }
    if (line.startsWith(READY)) {
      ready.complete(line);
    }
  }

  /** The last lines that it said. */
  public synchronized List<String> said() {
    return List.copyOf(said);
  }

  private String lastWords() {
    var lines = said();
    return lines.isEmpty() ? "it said nothing" : String.join(System.lineSeparator(), lines);
  }

  /** A class path holds for a process in another folder only if it is absolute. */
  private static String absolute(String classPath) {
    var absolute = new ArrayList<String>();
    for (var entry : classPath.split(File.pathSeparator)) {
      absolute.add(Path.of(entry).toAbsolutePath().toString());
    }
    return String.join(File.pathSeparator, absolute);
  }
}
