package io.tocsin.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Holds the page on configuration against the code. */
class ConfigurationPageTest {
  private static final Path PAGE = Path.of("docs/configuration.md");

  @Test
  void shouldListEveryKeyAsItIs_whenThePageIsRead() throws IOException {
    var rows = Files.readAllLines(PAGE).stream().filter(line -> line.startsWith("| `")).toList();

    assertThat(rows)
        .containsExactlyElementsOf(
            Arrays.stream(Key.values()).map(ConfigurationPageTest::row).toList());
  }

  @Test
  void shouldAcceptTheExample_whenItIsUsed(@TempDir Path directory) throws IOException {
    var page = Files.readString(PAGE);
    int begin = page.indexOf("```yaml\n") + "```yaml\n".length();
    var file = directory.resolve("tocsin.yaml");
    Files.writeString(file, page.substring(begin, page.indexOf("```", begin)));

    var options =
        OptionsReader.read(new Given(Map.of(), Map.of(), Map.of(), file, directory, directory, 2));

    assertThat(options.topics().replication()).isEqualTo((short) 3);
    assertThat(options.kafka().clients().values()).containsKey("sasl.mechanism");
  }

  private static String row(Key key) {
    return "| `%s` | %s | %s | %s |"
        .formatted(
            key.path(),
            key.preset().map(preset -> "`" + preset + "`").orElse(""),
            key.allowed(),
            key.meaning());
  }
}
