package io.tocsin;

import io.tocsin.app.Closers;
import io.tocsin.app.Desk;
import io.tocsin.app.Shutdown;
import io.tocsin.app.Signals;
import io.tocsin.app.Tocsin;
import io.tocsin.cli.Cli;
import io.tocsin.cli.Surroundings;
import io.tocsin.cli.text.Terminal;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.function.Supplier;

/** Arguments and signals to an exit code; the one place where the process ends. */
public final class Main {
  private static final String TTY = "tocsin.tty.";
  private static final String COLUMNS = "tocsin.columns";

  private Main() {}

  public static void main(String... arguments) {
    System.exit(run(arguments));
  }

  private static int run(String... arguments) {
    var out = stream(FileDescriptor.out);
    var err = stream(FileDescriptor.err);
    var shutdown =
        new Shutdown(Thread.currentThread(), () -> Runtime.getRuntime().halt(Cli.INTERRUPTED));
    var errTerminal = terminal("err");
    Signals.onStop(
        () -> {
          if (errTerminal.tty() && !shutdown.isRequested()) {
            err.println("stopping; once more to kill");
          }
          shutdown.request();
        });
    var at =
        new Surroundings(
            out,
            err,
            terminal("out"),
            errTerminal,
            System.getenv(),
            Path.of("").toAbsolutePath(),
            Path.of(System.getProperty("user.home")),
            Runtime.getRuntime().availableProcessors(),
            InstantSource.system(),
            shutdown::isRequested);
    var closers = new Closers(name -> {});
    // for the ways out that bypass this method, such as a broken disk under the embedded Kafka
    Runtime.getRuntime().addShutdownHook(new Thread(closers::close, "close"));
    int code = Cli.run(at, desk(closers, shutdown), arguments);
    closers.close();
    closers.failures().forEach(failed -> err.println("tocsin: " + failed));
    return code == Cli.FINE && !closers.failures().isEmpty() ? Cli.FAILED : code;
  }

  private static Supplier<Desk> desk(Closers closers, Shutdown shutdown) {
    var desk = new Tocsin(closers, shutdown, InstantSource.system());
    return () -> desk;
  }

  /** Always UTF-8: what is written is data, whatever the locale of the process. */
  private static PrintStream stream(FileDescriptor descriptor) {
    return new PrintStream(new FileOutputStream(descriptor), true, StandardCharsets.UTF_8);
  }

  /** What the launcher says of a stream; a JVM alone only knows of both together. */
  private static Terminal terminal(String stream) {
    var told = System.getProperty(TTY + stream);
    boolean tty = told == null ? System.console() != null : Boolean.parseBoolean(told);
    return Terminal.of(tty, Integer.getInteger(COLUMNS, 0), System.getenv());
  }
}
