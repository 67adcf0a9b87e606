package io.tocsin.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import io.tocsin.testing.Dashboards;
import io.tocsin.testing.Program;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Holds alerts and dashboards by Prometheus' own tool; skipped where that is not installed. */
class MonitoringTest {
  private static final Path RULES = Path.of("deploy/prometheus/tocsin-alerts.yml");
  private static final Path RULES_TEST = Path.of("deploy/prometheus/tocsin-alerts-test.yml");
  private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());

  @TempDir Path folder;
  private Program promtool;

  @BeforeEach
  void find() {
    promtool = Program.orSkip("promtool");
  }

  private void assertPasses(String... arguments) throws Exception {
    var ran = promtool.run("", arguments);

    assertThat(ran.code()).as(ran.output()).isZero();
  }

  @Test
  void shouldFireEachAlert_whenItShouldAndNotBefore() throws Exception {
    assertPasses("check", "rules", RULES.toString());
    assertPasses("test", "rules", RULES_TEST.toString());
  }

  @Test
  void shouldTestEveryAlert() throws Exception {
    var alerts = YAML.readTree(RULES.toFile()).findValuesAsText("alert");
    var tested = YAML.readTree(RULES_TEST.toFile()).findValuesAsText("alertname");

    assertThat(alerts).hasSizeGreaterThan(20).doesNotHaveDuplicates().isSubsetOf(tested);
  }

  @Test
  void shouldSayInTheDocsWhatToDo_forEveryAlert() throws Exception {
    var docs = Files.readString(Path.of("docs/operations.md"));

    assertThat(YAML.readTree(RULES.toFile()).findValuesAsText("alert"))
        .allSatisfy(alert -> assertThat(docs).contains("`" + alert + "`"));
  }

  /** Prometheus parses an expression where a rule records it. */
  @Test
  void shouldAskWhatPrometheusCanParse_onEveryDashboard() throws Exception {
    var rules = new ArrayList<Map<String, String>>();
    for (var asked : Dashboards.all()) {
      rules.add(Map.of("record", "asked:number" + rules.size(), "expr", asked.expression()));
    }
    var file = folder.resolve("rules.yml");
    YAML.writeValue(
        file.toFile(), Map.of("groups", List.of(Map.of("name", "dashboards", "rules", rules))));

    assertThat(rules).hasSizeGreaterThan(50);
    assertPasses("check", "rules", file.toString());
  }
}
