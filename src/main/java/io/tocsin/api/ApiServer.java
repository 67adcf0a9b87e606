package io.tocsin.api;

import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.util.JavalinBindException;
import io.javalin.util.JavalinException;
import io.tocsin.api.access.Access;
import io.tocsin.api.access.HostCheck;
import io.tocsin.api.access.Tokens;
import java.net.BindException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/** The HTTP server while it runs, with the routes that it was given. */
public final class ApiServer implements AutoCloseable {
  private static final int THREADS = 64;
  private static final int LEAST_THREADS = 4;
  private static final Duration IDLE = Duration.ofSeconds(30);
  private static final Duration IDLE_AT_STOP = Duration.ofMillis(100);
  private static final Duration STOP_WITHIN = Duration.ofSeconds(2);

  private final Javalin javalin;
  private final String host;

  private ApiServer(Javalin javalin, String host) {
    this.javalin = javalin;
    this.host = host;
  }

  /**
   * Starts it.
   *
   * @param bind the address to listen at, by name or number
   * @param port 0 for any
   * @throws ApiUnavailable where it may not or cannot listen there
   */
  public static ApiServer start(String bind, int port, Tokens tokens, List<Routes> parts) {
    check(bind, tokens);
    boolean loopback = isLoopback(bind);
    var javalin =
        Javalin.create(
            config -> {
              connect(config, bind, port);
              guard(config, loopback, tokens);
              parts.forEach(part -> part.addTo(config.routes));
            });
    return new ApiServer(started(javalin, bind, port), bind);
  }

  /**
   * Whether it may listen there; opens nothing.
   *
   * @throws ApiUnavailable where it may not
   */
  public static void check(String bind, Tokens tokens) {
    if (!isLoopback(bind) && !tokens.areConfigured()) {
      throw new ApiUnavailable(
          ApiUnavailable.Reason.OPEN_TO_ALL,
          "HTTP at %s could be reached by others, and no tokens are configured".formatted(bind),
          null);
    }
  }

  /** Whether only this machine can reach an address. */
  public static boolean isLoopback(String bind) {
    try {
      return InetAddress.getByName(bind).isLoopbackAddress();
    } catch (UnknownHostException e) {
      throw new ApiUnavailable(
          ApiUnavailable.Reason.NO_ADDRESS, bind + " is not an address of this machine", e);
    }
  }

  public int port() {
    return javalin.port();
  }

  /** Where it is: {@code http://127.0.0.1:8080}. */
  public String address() {
    return "http://%s:%d".formatted(host.contains(":") ? "[" + host + "]" : host, port());
  }

  /** What is answered, each as {@code GET /health/live}. */
  public Set<String> routes() {
    return javalin.unsafe.internalRouter.allHttpHandlers().stream()
        .filter(route -> route.endpoint.method.isHttpMethod())
        .map(route -> route.endpoint.method + " " + route.endpoint.path)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** Takes no further requests, and gives those under way two seconds. */
  @Override
  public void close() {
    try {
      javalin.stop();
    } catch (JavalinException e) {
      // a client that reads nothing was still written to; its connection is closed all the same
      if (!(e.getCause() instanceof TimeoutException)) {
        throw e;
      }
    }
  }

  private static void connect(JavalinConfig config, String bind, int port) {
    config.startup.showJavalinBanner = false;
    config.startup.showOldJavalinVersionWarning = false;
    config.startup.startupWatcherEnabled = false;
    config.http.prefer405over404 = true;
    var threads = new QueuedThreadPool(THREADS, LEAST_THREADS);
    threads.setName("http");
    config.jetty.threadPool = threads;
    config.jetty.modifyServer(server -> server.setStopTimeout(STOP_WITHIN.toMillis()));
    config.jetty.addConnector(
        (server, http) -> {
          var connector = new ServerConnector(server, 1, 1, new HttpConnectionFactory(http));
          connector.setHost(bind);
          connector.setPort(port);
          connector.setIdleTimeout(IDLE.toMillis());
          connector.setShutdownIdleTimeout(IDLE_AT_STOP.toMillis());
          return connector;
        });
  }

  private static void guard(JavalinConfig config, boolean loopback, Tokens tokens) {
    config.routes.before(SafeHeaders::set);
    config.routes.before(new HostCheck(loopback));
    config.routes.beforeMatched(new Access(tokens));
    new Failures().addTo(config.routes);
  }

  private static Javalin started(Javalin javalin, String bind, int port) {
    try {
      return javalin.start();
    } catch (JavalinBindException e) {
      throw new ApiUnavailable(
          ApiUnavailable.Reason.PORT_TAKEN,
          "HTTP cannot listen at %s:%d: %s".formatted(bind, port, bindFailure(e)),
          e);
    }
  }

  private static String bindFailure(Throwable e) {
    for (var cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof BindException) {
        return String.valueOf(cause.getMessage());
      }
    }
    return String.valueOf(e.getMessage());
  }
}
