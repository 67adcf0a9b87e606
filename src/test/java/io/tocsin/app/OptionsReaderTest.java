package io.tocsin.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OptionsReaderTest {
  @TempDir Path directory;
  @TempDir Path home;

  @Test
  void shouldTakeDefaults_whenNothingIsGiven() {
    var options = read(Map.of(), Map.of(), Map.of());

    assertThat(options.data()).isEqualTo(home.resolve(".tocsin"));
    assertThat(options.port()).isEqualTo(9092);
    assertThat(options.kafka().isEmbedded()).isTrue();
    assertThat(options.topics()).isEqualTo(new Options.Topics("tocsin", 8, (short) -1));
    assertThat(options.wire()).isEqualTo(new Options.Wire(Options.Format.AVRO, null));
    assertThat(options.processing().threads()).isEqualTo(2);
    assertThat(options.processing().commitInterval()).isEqualTo(Duration.ofSeconds(1));
    assertThat(options.processing().clock()).isEqualTo(Options.ClockMode.WALL);
    assertThat(options.policy()).isEqualTo(new Options.PolicyChoice(null, "default"));
  }

  @Test
  void shouldPreferTheNearerPlace_whenAKeyIsGivenTwice() throws IOException {
    file("port: 1\ntopics.partitions: 1\ntopics:\n  prefix: file\nthreads: 9\n");

    var options =
        read(
            Map.of(Key.PORT, "4"),
            Map.of("port", "3", "topics.partitions", "3"),
            Map.of(
                "TOCSIN_PORT", "2", "TOCSIN_TOPICS_PARTITIONS", "2", "TOCSIN_TOPICS_PREFIX", "e"));

    assertThat(options.port()).isEqualTo(4);
    assertThat(options.topics().partitions()).isEqualTo(3);
    assertThat(options.topics().prefix()).isEqualTo("e");
    assertThat(options.processing().threads()).isEqualTo(9);
  }

  @Test
  void shouldReportEveryFault_whenSeveralAreWrong() throws IOException {
    file("prot: 1\nthreads: many\nclock: ~\n");

    var e =
        faults(
            Map.of("guarantee", "mostly", "kafka.bootstrap.servers", "localhost"),
            Map.of("TOCSIN_TOPICS_REPLICATION", "0", "TOCSIN_TOPIC_PREFIX", "x"));

    assertThat(e.faults())
        .extracting(Object::toString)
        .containsExactlyInAnyOrder(
            "prot is not a key: did you mean port?, got '1' (" + config() + ")",
            "threads must be 1..256, got 'many' (" + config() + ")",
            "clock must have a value, got '' (" + config() + ")",
            "guarantee must be exactly-once or at-least-once, got 'mostly' (--set guarantee)",
            "kafka.bootstrap.servers must be host:port, several separated by commas, got 'localhost'"
                + " (--set kafka.bootstrap.servers)",
            "topics.replication must be -1 for the broker's default, or 1..32, got '0' (environment"
                + " variable TOCSIN_TOPICS_REPLICATION)",
            "topic.prefix is not a key: did you mean topics.prefix?, got 'x' (environment variable"
                + " TOCSIN_TOPIC_PREFIX)");
  }

  @Test
  void shouldPassClientSettingsThrough_whenBelowTheirPrefix() throws IOException {
    file("kafka:\n  bootstrap.servers: [a:1, 'b:2']\n  enable.idempotence: true\n");

    var options =
        read(
            Map.of(),
            Map.of("streams.num.standby.replicas", "1"),
            Map.of("TOCSIN_KAFKA_SECURITY_PROTOCOL", "SSL"));

    assertThat(options.kafka().bootstrapServers()).isEqualTo("a:1,b:2");
    assertThat(options.kafka().clients().values())
        .isEqualTo(Map.of("enable.idempotence", "true", "security.protocol", "SSL"));
    assertThat(options.processing().streams().values())
        .isEqualTo(Map.of("num.standby.replicas", "1"));
  }

  @Test
  void shouldNameTheKeyThatDecides_whenASettingOfStreamsIsOwned() {
    assertThat(faults(Map.of("streams.num.stream.threads", "3"), Map.of()))
        .hasMessageContaining("streams.num.stream.threads follows from the key threads");
  }

  @Test
  void shouldNeverShowSecrets_whenTheyAreWrongOrPrinted() {
    var secret = "hunter2";
    var e =
        faults(
            Map.of("registry.password", secret, "kafka.pasword", secret, "passwrd.x", "ok"),
            Map.of("TOCSIN_TOKEN", secret));
    assertThat(e).hasMessageContaining("registry.user").hasMessageNotContaining(secret);

    var options =
        read(
            Map.of(),
            Map.of(
                "kafka.sasl.jaas.config",
                "x password=\"hunter2\";",
                "kafka.ssl.key.password",
                secret,
                "registry.url",
                "https://registry:8081",
                "registry.token",
                secret),
            Map.of("TOCSIN_STREAMS_SOME_SECRET", secret));
    assertThat(options.toString()).contains(Secrets.HIDDEN, "registry:8081");
    assertThat(options.toString()).doesNotContain(secret);
  }

  @Test
  void shouldSpeakConfluent_whenARegistryIsGiven() {
    var wire = read(Map.of(), Map.of("registry.url", "http://localhost:8081"), Map.of()).wire();

    assertThat(wire.format()).isEqualTo(Options.Format.CONFLUENT);
    assertThat(faults(Map.of("format", "confluent"), Map.of()))
        .hasMessageContaining("format needs registry.url");
  }

  @Test
  void shouldFindTheFileInTheDataFolder_whenThereIsNoneInTheWorkingDirectory() throws IOException {
    var data = Files.createDirectory(directory.resolve("d"));
    Files.writeString(data.resolve("tocsin.yaml"), "port: 7\nreference: ref\n");

    var options = read(Map.of(Key.DATA, "d"), Map.of(), Map.of());

    assertThat(options.port()).isEqualTo(7);
    assertThat(options.reference()).isEqualTo(data.resolve("ref"));
  }

  @Test
  void shouldIgnoreServiceLinks_whenKubernetesSetsThem() {
    var links =
        Map.of(
            "TOCSIN_PORT", "tcp://10.0.0.1:8080",
            "TOCSIN_SERVICE_HOST", "10.0.0.1",
            "TOCSIN_SERVICE_PORT_HTTP", "8080",
            "TOCSIN_PORT_8080_TCP_ADDR", "10.0.0.1",
            "TOCSIN_JAVA_OPTS", "-Xmx1g");

    assertThat(read(Map.of(), Map.of(), links).port()).isEqualTo(9092);
  }

  @ParameterizedTest
  @CsvSource({
    "'port: [', Not YAML",
    "'port: 1\nport: 2', Duplicate",
    "'port: 1\nport:\n  x: 2', Duplicate",
  })
  void shouldNameFileAndLine_whenTheFileIsNotYaml(String text, String reason) throws IOException {
    file(text);

    assertThatThrownBy(() -> read(Map.of(), Map.of(), Map.of()))
        .isInstanceOf(Failure.class)
        .hasMessageContaining(config().toString())
        .hasMessageContaining(reason)
        .hasMessageContaining("line ");
  }

  @ParameterizedTest
  @CsvSource({"just text", "- a", "'port: {a: 1}'", "'port: [{a: 1}]'", "'a.b: {c: [[]]}'"})
  void shouldRefuse_whenTheFileHoldsNoKeysAndValues(String text) throws IOException {
    file(text);

    assertThatThrownBy(() -> read(Map.of(), Map.of(), Map.of())).isInstanceOf(InvalidOptions.class);
  }

  @Test
  void shouldRefuse_whenTheFileAskedForIsMissing() {
    var given = new Given(Map.of(), Map.of(), Map.of(), Path.of("no.yaml"), directory, home, 4);

    assertThatThrownBy(() -> OptionsReader.read(given))
        .isInstanceOf(Failure.class)
        .hasMessageContaining("no.yaml");
  }

  @ParameterizedTest
  @CsvSource({
    "port, -1",
    "port, 65536",
    "port, ''",
    "port, 9e3",
    "topics.prefix, ..",
    "topics.prefix, a b",
    "topics.partitions, 0",
    "commit.interval, 0ms",
    "commit.interval, 6m",
    "commit.interval, 100",
    "registry.url, ftp://x",
    "registry.url, https://user:hunter2@registry:8081",
    "registry.url, localhost:8081",
    "registry.url, ':'",
    "kafka.bootstrap.servers, 'a:1,'",
    "kafka.bootstrap.servers, a:0",
    "data, ''",
    "log.level, loud",
    "state.stores, disk",
    "kafka., x",
    "streams., x"
  })
  void shouldRefuse_whenAValueIsNotAllowed(String key, String value) {
    assertThat(faults(Map.of(key, value), Map.of()).faults())
        .singleElement()
        .extracting(InvalidOptions.Fault::key)
        .isEqualTo(key);
  }

  @ParameterizedTest
  @CsvSource({"'[::1]:9092'", "'SSL://kafka:9093'", "'a:1, b:2'", "'host_name.x-y:65535'"})
  void shouldAccept_whenServersAreWrittenAsKafkaTakesThem(String servers) {
    var options = read(Map.of(), Map.of("kafka.bootstrap.servers", servers), Map.of());

    assertThat(options.kafka().bootstrapServers()).isEqualTo(servers.replace(" ", ""));
  }

  private InvalidOptions faults(Map<String, String> sets, Map<String, String> environment) {
    return catchThrowableOfType(InvalidOptions.class, () -> read(Map.of(), sets, environment));
  }

  private Options read(
      Map<Key, String> flags, Map<String, String> sets, Map<String, String> environment) {
    return OptionsReader.read(new Given(flags, sets, environment, null, directory, home, 4));
  }

  private void file(String text) throws IOException {
    Files.writeString(config(), text);
  }

  private Path config() {
    return directory.resolve("tocsin.yaml");
  }
}
