package io.tocsin.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.tocsin.model.NewsEvent;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The codecs against a real registry, in a process of its own: {@code -Pregistry-it}. */
@Tag("registry")
class RegistryIT {
  private static final Duration PATIENCE = Duration.ofMinutes(3);

  @TempDir static Path folder;

  private static Process server;
  private static URI root;

  @BeforeAll
  static void start() throws IOException {
    int port = freePort();
    root = URI.create("http://127.0.0.1:" + port + "/apis/ccompat/v7");
    server =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Dquarkus.http.host=127.0.0.1",
                "-Dquarkus.http.port=" + port,
                // without these it also listens on all addresses
                "-Dquarkus.management.host=127.0.0.1",
                "-Dquarkus.management.port=" + freePort(),
                "-Dquarkus.log.level=WARN",
                "-jar",
                runner().toString())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("registry.log").toFile())
            .start();
    await()
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(250))
        .failFast("the registry has ended", () -> !server.isAlive())
        .ignoreExceptions()
        .until(() -> get("/subjects").contains("["));
  }

  @AfterAll
  static void stop() throws InterruptedException {
    server.destroy();
    if (!server.waitFor(20, TimeUnit.SECONDS)) {
      server.destroyForcibly();
    }
  }

  @Test
  void shouldRegisterAndReadBack_eachTopicsSchema() throws Exception {
    var topics = new Topics("it", Codecs.of(Format.CONFLUENT, registry()));
    var event = Examples.news("n1");

    byte[] bytes = topics.news().values().serializer().serialize("it.news", event);
    topics.statements().values().serializer().serialize("it.statements", Examples.statement("s1"));

    // a reader that has seen nothing yet
    var reader = new Topics("it", Codecs.of(Format.AVRO, registry()));
    assertThat(bytes[0]).isZero();
    assertThat(reader.news().values().deserializer().deserialize("it.news", bytes))
        .isEqualTo(event);
    assertThat(get("/subjects")).contains("it.news-value", "it.statements-value");
  }

  @Test
  void shouldFindTheSameIdAgain_whenASchemaIsRegisteredTwice() {
    var schema = Schemas.current("Control");

    assertThat(registry().id("it.controls-value", schema))
        .isEqualTo(registry().id("it.controls-value", schema));
  }

  @Test
  void shouldCallAnIdUnknown_thatWasNeverGiven() {
    Codec<NewsEvent> codec = Codecs.of(Format.AVRO, registry()).news();

    assertThatThrownBy(() -> codec.decode(new byte[] {0, 0x7F, 0, 0, 1, 1}))
        .isInstanceOfSatisfying(
            Unreadable.class,
            e -> assertThat(e.reason()).isEqualTo(Unreadable.Reason.UNKNOWN_SCHEMA));
  }

  @Test
  void shouldFindEveryReleaseCompatible_whenTheRegistryChecks() throws Exception {
    for (String record : List.of("NewsEvent", "OfficialStatement", "Control", "AlertLevelChange")) {
      for (var schema : Schemas.known(record)) {
        assertThat(registry().id("compat-" + record, schema)).isPositive();
      }
    }
    assertThat(get("/subjects/compat-NewsEvent/versions")).contains("1");
  }

  private static SchemaRegistry registry() {
    return new SchemaRegistry(RegistryOptions.at(root));
  }

  private static Path runner() throws IOException {
    Path unpacked = Path.of(System.getProperty("tocsin.registry.folder"));
    try (var files = Files.walk(unpacked, 2)) {
      return files
          .filter(file -> file.getFileName().toString().endsWith("-runner.jar"))
          .findFirst()
          .orElseThrow(() -> new IOException("no registry in " + unpacked));
    }
  }

  private static String get(String path) throws IOException, InterruptedException {
    var request = HttpRequest.newBuilder(URI.create(root + path)).build();
    return HttpClient.newHttpClient().send(request, BodyHandlers.ofString()).body();
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
