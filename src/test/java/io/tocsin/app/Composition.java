package io.tocsin.app;

import static org.junit.jupiter.api.Assumptions.abort;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The compose file, brought up as a project of its own at free ports, with what has an image here.
 */
final class Composition implements AutoCloseable {
  private static final Duration SOON = Duration.ofMinutes(1);
  private static final Duration UP = Duration.ofMinutes(10);
  private static final Duration DOWN = Duration.ofMinutes(5);
  private static final List<String> PORTS =
      List.of(
          "KAFKA_1_PORT",
          "KAFKA_2_PORT",
          "KAFKA_3_PORT",
          "REGISTRY_PORT",
          "TOCSIN_PORT",
          "PROMETHEUS_PORT",
          "GRAFANA_PORT");

  /** A run goes without these where their images are not here. */
  private static final List<String> WATCHERS = List.of("prometheus", "grafana");

  private final String project = "tocsin-it-" + ProcessHandle.current().pid();
  private final Map<String, Integer> ports = freePorts();
  private final Docker docker = new Docker(variables());
  private final List<String> services = new ArrayList<>();

  private Composition() {}

  /**
   * Brings it up, and returns when all that runs is healthy. The test that asks for it is skipped
   * where there is no engine, no Compose or no image to run.
   */
  static Composition up() {
    var composition = new Composition();
    composition.choose();
    try {
      composition.start();
      return composition;
    } catch (Throwable e) {
      composition.close();
      throw e;
    }
  }

  private void choose() {
    docker.assumeEngine();
    if (!docker.run(SOON, "compose", "version").isWell()) {
      abort("there is no Docker Compose here, so the compose file is not tried");
    }
    var all = config().get("services");
    docker.assumeImages(all.at("/tocsin-1/build/args/BASE").asText());
    all.properties()
        .forEach(
            service -> {
              var image = service.getValue().get("image").asText();
              boolean ours = service.getValue().has("build");
              if (WATCHERS.contains(service.getKey())) {
                if (docker.lacking(image).isEmpty()) {
                  services.add(service.getKey());
                }
              } else if (!ours) {
                docker.assumeImages(image);
                services.add(service.getKey());
              } else if (service.getKey().startsWith("tocsin-")) {
                services.add(service.getKey());
              }
            });
  }

  private JsonNode config() {
    try {
      return new ObjectMapper().readTree(compose(SOON, "config", "--format", "json"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void start() {
    var words = new ArrayList<>(List.of("up", "--detach", "--build", "--wait"));
    words.addAll(services);
    try {
      compose(UP, words.toArray(String[]::new));
    } catch (AssertionError e) {
      throw new AssertionError(
          e.getMessage() + "\n" + compose(SOON, "logs", "--no-color", "--tail", "40"), e);
    }
  }

  /** Whether a service runs here. */
  boolean has(String service) {
    return services.contains(service);
  }

  int port(String variable) {
    return ports.get(variable);
  }

  /** Where the brokers are from this machine. */
  String bootstrapServers() {
    return "127.0.0.1:%d,127.0.0.1:%d,127.0.0.1:%d"
        .formatted(port("KAFKA_1_PORT"), port("KAFKA_2_PORT"), port("KAFKA_3_PORT"));
  }

  /** What {@code docker compose} says in this project. */
  String compose(Duration within, String... arguments) {
    var words =
        new ArrayList<>(List.of("compose", "-p", project, "--env-file", "deploy/compose/demo.env"));
    words.addAll(List.of(arguments));
    return docker.ask(within, words.toArray(String[]::new));
  }

  /** Kills a service's container as a power switch would. */
  void kill(String service) {
    docker.ask(SOON, "kill", project + "-" + service + "-1");
  }

  /** What is said of the health of a service's container. */
  String health(String service) {
    return docker.ask(
        SOON, "inspect", "--format", "{{.State.Health.Status}}", project + "-" + service + "-1");
  }

  /** Containers, networks and volumes of it, those without a name included. */
  List<String> parts() {
    var parts = new ArrayList<>(lines("ps", "--all", "--quiet", "--filter", label()));
    for (var container : List.copyOf(parts)) {
      var names = "{{range .Mounts}}{{if .Name}}{{println .Name}}{{end}}{{end}}";
      parts.addAll(lines("inspect", "--format", names, container));
    }
    parts.addAll(lines("volume", "ls", "--quiet", "--filter", label()));
    parts.addAll(lines("network", "ls", "--quiet", "--filter", label()));
    parts.addAll(images());
    return parts;
  }

  /** Those of these parts that are still there. */
  List<String> left(List<String> parts) {
    return parts.stream().filter(part -> docker.run(SOON, "inspect", part).isWell()).toList();
  }

  private List<String> lines(String... arguments) {
    return docker.ask(SOON, arguments).lines().filter(line -> !line.isBlank()).toList();
  }

  /** Takes all of it away, data and images of its own included. */
  @Override
  public void close() {
    compose(DOWN, "--profile", "demo", "down", "--volumes", "--timeout", "5");
    // each service that is built makes one, of which the last has the name
    images().forEach(image -> docker.run(SOON, "image", "rm", "--force", image));
  }

  private List<String> images() {
    return lines("image", "ls", "--quiet", "--filter", label());
  }

  private String label() {
    return "label=com.docker.compose.project=" + project;
  }

  private String image() {
    return "tocsin:" + project;
  }

  private Map<String, String> variables() {
    var variables = new HashMap<String, String>();
    ports.forEach((name, port) -> variables.put(name, Integer.toString(port)));
    variables.put("TOCSIN_IMAGE", image());
    // the jar that these tests are of; to build it again takes minutes
    variables.put("TOCSIN_SOURCE", "built");
    return variables;
  }

  private static Map<String, Integer> freePorts() {
    var sockets = new TreeMap<String, ServerSocket>();
    var free = new TreeMap<String, Integer>();
    try {
      for (var name : PORTS) {
        sockets.put(name, new ServerSocket(0, 1, InetAddress.getLoopbackAddress()));
      }
      sockets.forEach((name, socket) -> free.put(name, socket.getLocalPort()));
      for (var socket : sockets.values()) {
        socket.close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return free;
  }
}
