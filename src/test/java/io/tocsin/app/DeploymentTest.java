package io.tocsin.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.kafka.common.utils.AppInfoParser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Holds what is shipped for containers, Kubernetes, systemd and monitoring against the code. */
class DeploymentTest {
  private static final Path COMPOSE = Path.of("docker-compose.yml");
  private static final Path DEPLOY = Path.of("deploy");
  private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());
  private static final Pattern PRESET = Pattern.compile("\\$\\{[A-Z0-9_]+:-([^}]*)}");
  private static final Pattern VARIABLE = Pattern.compile("(TOCSIN_[A-Z0-9_]+)=\"?([^\"\\s]*)");
  private static final Pattern SERIES = Pattern.compile("\\btocsin_[a-z_]+");
  private static final Pattern METER =
      Pattern.compile("(?:builder|counter|sum)\\(\\s*\"(tocsin(?:\\.[a-z]+)+)\"");

  @TempDir Path folder;

  @Test
  void shouldConfigureWhatThereIs_inEveryContainer() throws IOException {
    var compose = YAML.readTree(preset(Files.readString(COMPOSE)));

    var environments = compose.findValues("environment");
    environments.addAll(
        List.of(compose.get("x-tocsin-environment"), compose.get("x-processor-environment")));

    assertThat(environments).hasSizeGreaterThan(5).allSatisfy(found -> options(variables(found)));
  }

  @Test
  void shouldConfigureWhatThereIs_inTheImageAndTheUnit() throws IOException {
    for (var file : List.of(Path.of("Dockerfile"), DEPLOY.resolve("systemd/tocsin.service"))) {
      var variables = new HashMap<String, String>();
      VARIABLE
          .matcher(Files.readString(file))
          .results()
          .forEach(found -> variables.put(found.group(1), found.group(2)));

      assertThat(options(variables).data()).isEqualTo(Path.of("/var/lib/tocsin"));
    }
  }

  /** The launcher does so for commands that end soon, and the JVM starts with one alone. */
  @Test
  void shouldChooseNoCollector_inOptionsOfEveryCommand() throws IOException {
    for (var file : List.of(Path.of("Dockerfile"), DEPLOY.resolve("systemd/tocsin.service"))) {
      assertThat(Files.readString(file)).contains("TOCSIN_JAVA_OPTS").doesNotContain("GC ");
    }
  }

  @Test
  void shouldConfigureWhatThereIs_onKubernetes() throws IOException {
    JsonNode map = YAML.readTree(DEPLOY.resolve("kubernetes/tocsin.yaml").toFile());
    var file = folder.resolve("tocsin.yaml");
    Files.writeString(file, map.at("/data/tocsin.yaml").asText());

    var options =
        OptionsReader.read(new Given(Map.of(), Map.of(), Map.of(), file, folder, folder, 2));

    assertThat(options.http().tokens()).isAbsolute();
    assertThat(options.topics().replication()).isEqualTo((short) 3);
  }

  @Test
  void shouldOpenPortsToThisMachineAlone() throws IOException {
    var ports = new ArrayList<String>();
    YAML.readTree(COMPOSE.toFile())
        .findValues("ports")
        .forEach(list -> list.forEach(port -> ports.add(port.asText())));

    assertThat(ports).hasSizeGreaterThan(5).allMatch(port -> port.startsWith("127.0.0.1:"));
  }

  @Test
  void shouldRunTheKafkaThatTheProgramIsBuiltWith() throws IOException {
    assertThat(Files.readString(COMPOSE))
        .contains("apache/kafka:" + AppInfoParser.getVersion() + "}")
        .contains(ContainerStoryIT.REGISTRY + "}");
  }

  @Test
  void shouldAskForMetersThatThereAre() throws IOException {
    var meters = meters();
    var asked = new TreeSet<String>();
    var askers = new ArrayList<>(files(DEPLOY.resolve("grafana/dashboards"), ".json"));
    askers.add(DEPLOY.resolve("prometheus/tocsin-alerts.yml"));
    for (var file : askers) {
      SERIES.matcher(Files.readString(file)).results().forEach(found -> asked.add(found.group()));
    }

    assertThat(asked)
        .hasSizeGreaterThan(8)
        .allSatisfy(
            series ->
                assertThat(meters)
                    .contains(series.replaceAll("(_total|_seconds(_bucket|_count)?)$", "")));
  }

  @Test
  void shouldDescribeEveryMeter() throws IOException {
    var docs = Files.readString(Path.of("docs/operations.md"));

    assertThat(meters())
        .hasSizeGreaterThan(20)
        .allSatisfy(
            meter ->
                assertThat(docs)
                    .containsPattern("`" + meter + "(_total|_seconds|_bytes|_records)?`"));
  }

  private static TreeSet<String> meters() throws IOException {
    var meters = new TreeSet<String>();
    for (var file : files(Path.of("src/main/java"), ".java")) {
      METER
          .matcher(Files.readString(file))
          .results()
          .forEach(found -> meters.add(found.group(1).replace('.', '_')));
    }
    return meters;
  }

  private static List<Path> files(Path folder, String ending) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(file -> file.toString().endsWith(ending)).toList();
    }
  }

  /** As compose reads it where no variable is set. */
  private static String preset(String text) {
    return PRESET.matcher(text).replaceAll("$1");
  }

  private static Map<String, String> variables(JsonNode environment) {
    var variables = new HashMap<String, String>();
    environment
        .properties()
        .forEach(entry -> variables.put(entry.getKey(), entry.getValue().asText()));
    return variables;
  }

  /** Refuses variables of ours that mean nothing. */
  private Options options(Map<String, String> variables) {
    return OptionsReader.read(new Given(Map.of(), Map.of(), variables, null, folder, folder, 2));
  }
}
