package io.tocsin.testing;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.awaitility.Awaitility;

/**
 * A main class run in a JVM of its own with the class path of the tests, so that a test can kill it
 * as a power switch would. Closing kills what still runs.
 *
 * <pre>
 * try (var child = ChildJvm.of(BrokerChild.class).args(folder, 0).start()) {
 *   var ready = child.awaitLine(line -&gt; line.startsWith("ready "));
 *   child.kill();
 * }
 * </pre>
 */
public final class ChildJvm implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(240);

  private final Process process;
  private final List<String> out = Collections.synchronizedList(new ArrayList<>());
  private final List<String> err = Collections.synchronizedList(new ArrayList<>());

  private final List<Thread> collectors = Collections.synchronizedList(new ArrayList<>());

  private ChildJvm(Process process) {
    this.process = process;
    collect(process.getInputStream(), out, "child-out");
    collect(process.getErrorStream(), err, "child-err");
  }

  public static Plan of(Class<?> main) {
    return new Plan(main);
  }

  /** What is to be run; the JVM of the tests and small-process flags unless told otherwise. */
  public static final class Plan {
    private final Class<?> main;
    private final List<String> args = new ArrayList<>();
    private final List<String> flags =
        new ArrayList<>(List.of("-Xmx512m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
    private final Map<String, String> environment = new TreeMap<>();
    private final List<String> before = new ArrayList<>();
    private Path javaHome = Path.of(System.getProperty("java.home"));
    private String classPath = System.getProperty("java.class.path");

    private Plan(Class<?> main) {
      this.main = main;
    }

    public Plan args(Object... values) {
      for (var value : values) {
        args.add(value.toString());
      }
      return this;
    }

    public Plan flags(String... more) {
      flags.addAll(List.of(more));
      return this;
    }

    public Plan environment(String name, String value) {
      environment.put(name, value);
      return this;
    }

    public Plan javaHome(Path home) {
      javaHome = home;
      return this;
    }

    /** Other classes than those of the tests. */
    public Plan classPath(String path) {
      classPath = path;
      return this;
    }

    /** What starts the JVM, such as {@code ip netns exec NAME}; it must become the JVM itself. */
    public Plan startedBy(String... command) {
      before.addAll(List.of(command));
      return this;
    }

    public ChildJvm start() {
      var command = new ArrayList<String>(before);
      command.add(javaHome.resolve("bin").resolve("java").toString());
      command.addAll(flags);
      command.add("-cp");
      command.add(classPath);
      command.add(main.getName());
      command.addAll(args);
      var builder = new ProcessBuilder(command);
      builder.environment().putAll(environment);
      try {
        return new ChildJvm(builder.start());
      } catch (IOException e) {
        throw new UncheckedIOException("cannot run " + command.get(0), e);
      }
    }
  }

  /** Waits for a line on its standard output; fails with all it has said where it ends before. */
  public String awaitLine(Predicate<String> wanted) {
    return await(this::out, wanted);
  }

  /** The same on its standard error. */
  public String awaitErrorLine(Predicate<String> wanted) {
    return await(this::err, wanted);
  }

  private String await(Supplier<List<String>> stream, Predicate<String> wanted) {
    Supplier<String> found = () -> stream.get().stream().filter(wanted).findFirst().orElse(null);
    Awaitility.await("a line of " + process.info())
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(20))
        .until(() -> found.get() != null || !process.isAlive() && drained());
    var line = found.get();
    if (line == null) {
      throw new AssertionError(
          "the child ended with "
              + process.exitValue()
              + " without the line; out: "
              + out()
              + "; err: "
              + err());
    }
    return line;
  }

  /** What it has said so far on its standard output, line by line. */
  public List<String> out() {
    synchronized (out) {
      return List.copyOf(out);
    }
  }

  /** What it has said so far on its standard error, line by line. */
  public List<String> err() {
    synchronized (err) {
      return List.copyOf(err);
    }
  }

  public long pid() {
    return process.pid();
  }

  public boolean isAlive() {
    return process.isAlive();
  }

  /** SIGKILL: no hook runs, nothing is flushed. Returns when it is gone. */
  public void kill() {
    process.destroyForcibly();
    awaitExit();
  }

  /** SIGTERM: its shutdown hooks run. Returns its exit status. */
  public int terminate() {
    process.destroy();
    return awaitExit();
  }

  /** SIGSTOP: it stays where it is, with all it holds, and does nothing. */
  public void pause() {
    signal("STOP");
  }

  /** SIGCONT: it goes on as if nothing had been. */
  public void resume() {
    signal("CONT");
  }

  private void signal(String name) {
    try {
      new ProcessBuilder("kill", "-" + name, Long.toString(pid())).start().waitFor();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot signal " + pid(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted while signalling the child", e);
    }
  }

  public int awaitExit() {
    try {
      if (!process.waitFor(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
        throw new AssertionError("the child did not end; out: " + out() + "; err: " + err());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted while the child was ending", e);
    }
    Awaitility.await().atMost(PATIENCE).until(this::drained);
    return process.exitValue();
  }

  @Override
  public void close() {
    if (process.isAlive()) {
      kill();
    }
  }

  private boolean drained() {
    return collectors.stream().noneMatch(Thread::isAlive);
  }

  private void collect(InputStream stream, List<String> lines, String name) {
    var thread =
        new Thread(
            () -> {
              try (var reader =
                  new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
                reader.lines().forEach(lines::add);
              } catch (IOException | UncheckedIOException closedByTheKill) {
                lines.add("(stream ended: " + closedByTheKill.getMessage() + ")");
              }
            },
            name);
    thread.setDaemon(true);
    collectors.add(thread);
    thread.start();
  }
}
