package io.tocsin.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tocsin.Main;
import io.tocsin.app.acl.Role;
import io.tocsin.testing.ChildJvm;
import io.tocsin.testing.SecuredKafka;
import io.tocsin.testing.TlsRegistry;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Secrets with a mark in them, and everything that Tocsin writes while it is told to log as much as
 * it can: the mark is in none of it, nor in what a list of processes shows.
 */
@Timeout(900)
class SecretsIT {
  private static final Duration PATIENCE = Duration.ofSeconds(180);
  private static final String MARK = "h1dden";

  /** The mark in Base64, as it stands in the secret of a webhook. */
  private static final String HOOK = "whsec_aDFkZGVuaDFkZGVuaDFkZGVuaDFkZGVuaDFkZGVu";

  private static final String HOOK_MARK = "aDFkZGVu";
  private static final String REGISTRY_TOKEN = "registry-" + MARK;

  @TempDir static Path folder;
  private static SecuredKafka kafka;
  private static TlsRegistry registry;
  private static Map<String, String> environment;
  private static Receiver receiver;

  private final List<String> written = new ArrayList<>();

  @BeforeAll
  static void start() throws Exception {
    kafka = SecuredKafka.start(folder.resolve("kafka"), "kafka-" + MARK);
    registry =
        new TlsRegistry(kafka.ca().issue("registry"), "kafka-" + MARK, "Bearer " + REGISTRY_TOKEN);
    receiver = new Receiver(HOOK);
    environment = environment();
    var rights = RightsDesk.rights(options()).of(List.of(Role.values()));
    kafka.allow(rights.stream().flatMap(right -> right.acls("User:all")).toList());
  }

  @AfterAll
  static void stop() {
    receiver.close();
    registry.close();
    kafka.close();
  }

  @Test
  void shouldShowNoSecretAnywhere_whileItWorks() throws Exception {
    var token = token();
    assertThat(run("topics").awaitExit()).isZero();
    try (var process = tocsin(environment, "process").start()) {
      var http =
          process.awaitErrorLine(line -> line.contains("http://")).replaceAll(".*http:", "http:");
      await().atMost(PATIENCE).until(() -> get(http + "/health/ready", token).contains("\"UP\""));
      assertThat(post(http + "/api/v1/news", token)).contains("\"accepted\":1");
      for (var path :
          List.of(
              "/metrics", "/api/v1/levels", "/api/v1/webhooks", "/api/v1/feeds", "/api/v1/books")) {
        written.add(get(http + path, token));
      }
      written.add(get(http + "/api/v1/levels", "wrong-" + MARK));
      doctor();
      written.add(commandLine(process.pid()));
      assertThat(process.terminate()).isZero();
      note(process);
    }
    note(run("webhooks", "list"));
    assertThat(registry.logins()).contains("Bearer " + REGISTRY_TOKEN);
    assertThat(Files.readString(data().resolve("logs/tocsin.log")))
        .contains("sasl.jaas.config = [hidden]");
    nothingShows(token);
  }

  @Test
  void shouldShowNoSecret_whenOneIsWrong() {
    var jaas = environment.get("TOCSIN_KAFKA_SASL_JAAS_CONFIG").replace(";", "");
    wrong("levels", "TOCSIN_KAFKA_SASL_JAAS_CONFIG", jaas);
    wrong("doctor", "TOCSIN_KAFKA_SSL_TRUSTSTORE_PASSWORD", "wrong-" + MARK);
    wrong("doctor", "TOCSIN_REGISTRY_TOKEN", "wrong-" + MARK);
    wrong("levels", "TOCSIN_REGISTRY_URL", "https://user:" + MARK + "@localhost:1");
    wrong("process", "TOCSIN_CAP_KEYSTORE_PASSWORD", "wrong-" + MARK);
    nothingShows("no-such-token");
  }

  /** A command that fails for one value, with all that it then says. */
  private void wrong(String command, String name, String value) {
    var all = new TreeMap<>(environment);
    all.put(name, value);
    try (var child = tocsin(all, "--verbose", command).start()) {
      assertThat(child.awaitExit()).as(command + " with " + name).isNotZero();
      note(child);
    }
  }

  private void doctor() {
    var doctor = run("doctor", "--json");
    doctor.awaitExit();
    assertThat(doctor.out()).anyMatch(line -> line.contains("registry") && line.contains("FINE"));
    note(doctor);
    note(run("doctor", "--acls", "--commands"));
  }

  private String token() {
    var made =
        run(
            "tokens",
            "new",
            "--name",
            "test",
            "--scope",
            "read",
            "--scope",
            "publish:news",
            "--json");
    assertThat(made.awaitExit()).as(made.err().toString()).isZero();
    return made.out().get(0).replaceAll(".*\"token\":\"([^\"]+)\".*", "$1");
  }

  private static ChildJvm run(String... arguments) {
    return tocsin(environment, arguments).start();
  }

  private static ChildJvm.Plan tocsin(Map<String, String> environment, String... arguments) {
    var plan = ChildJvm.of(Main.class).flags("-Xmx256m").args((Object[]) arguments);
    environment.forEach(plan::environment);
    return plan;
  }

  /** All that it said until its end. */
  private void note(ChildJvm child) {
    child.awaitExit();
    written.addAll(child.out());
    written.addAll(child.err());
  }

  private void nothingShows(String token) {
    for (var secret : List.of(MARK, HOOK_MARK, token)) {
      assertThat(written).noneMatch(line -> line.contains(secret));
      assertThat(files()).noneMatch(file -> contains(file, secret));
    }
  }

  private static List<Path> files() {
    try (var all = Files.walk(data())) {
      return all.filter(Files::isRegularFile).toList();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static boolean contains(Path file, String secret) {
    try {
      return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).contains(secret);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Path data() {
    return folder.resolve("data");
  }

  private static Options options() {
    return OptionsReader.read(new Given(Map.of(), Map.of(), environment, null, folder, folder, 2));
  }

  private static Map<String, String> environment() throws IOException {
    var all = new TreeMap<String, String>();
    kafka
        .scram("all")
        .forEach(
            (key, value) ->
                all.put(
                    "TOCSIN_KAFKA_" + key.replace('.', '_').toUpperCase(java.util.Locale.ROOT),
                    value));
    all.put("TOCSIN_DATA", data().toString());
    all.put("TOCSIN_LOG_LEVEL", "trace");
    all.put("TOCSIN_TOPICS_PARTITIONS", "1");
    all.put("TOCSIN_REGISTRY_URL", registry.url().toString());
    all.put("TOCSIN_REGISTRY_TOKEN", REGISTRY_TOKEN);
    var ca = Files.writeString(folder.resolve("ca.pem"), kafka.ca().pem());
    all.put("TOCSIN_REGISTRY_CA", ca.toString());
    all.put("TOCSIN_HTTP_PORT", "0");
    all.put("TOCSIN_WEBHOOKS_FILE", webhooks().toString());
    all.put("TOCSIN_CAP_KEYSTORE", kafka.ca().issue("cap").toString());
    all.put("TOCSIN_CAP_KEYSTORE_PASSWORD", "kafka-" + MARK);
    all.put("DESK_SECRET", HOOK);
    return all;
  }

  private static Path webhooks() throws IOException {
    return Files.writeString(
        folder.resolve("webhooks.yaml"),
        """
        webhooks:
          - id: desk
            url: %s?key=%s
            secrets: ["${DESK_SECRET}"]
            private: true
            collect: 0s
        """
            .formatted(receiver.url("/desk"), MARK));
  }

  private static String commandLine(long pid) throws IOException {
    var proc = Path.of("/proc", Long.toString(pid), "cmdline");
    return Files.isReadable(proc)
        ? Files.readString(proc)
        : ProcessHandle.of(pid).orElseThrow().info().commandLine().orElse("");
  }

  private static String get(String address, String token) throws Exception {
    return send(HttpRequest.newBuilder(URI.create(address)), token);
  }

  private static String post(String address, String token) throws Exception {
    return send(
        HttpRequest.newBuilder(URI.create(address))
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(SecuredDeeds.NEWS)),
        token);
  }

  private static String send(HttpRequest.Builder request, String token) throws Exception {
    return HttpClient.newHttpClient()
        .send(
            request.header("Authorization", "Bearer " + token).build(),
            HttpResponse.BodyHandlers.ofString())
        .body();
  }
}
