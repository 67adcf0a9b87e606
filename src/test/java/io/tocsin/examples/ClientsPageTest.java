package io.tocsin.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Holds the examples of the page on clients against those that are compiled and run. */
class ClientsPageTest {
  private static final Path PAGE = Path.of("docs/clients.md");
  private static final Path EXAMPLES = Path.of("src/test/java/io/tocsin/examples");

  @ParameterizedTest
  @ValueSource(
      strings = {"PublishNews", "AnswerRequests", "SignStatement", "HearChanges", "KeepPositions"})
  void shouldShowTheExampleAsItIs(String name) throws IOException {
    var source = Files.readString(EXAMPLES.resolve(name + ".java"));

    assertThat(Files.readString(PAGE)).contains(source.substring(source.indexOf("/**")));
  }
}
