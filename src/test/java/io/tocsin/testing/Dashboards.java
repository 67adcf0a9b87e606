package io.tocsin.testing;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** What the dashboards that are shipped ask Prometheus. */
public final class Dashboards {
  private static final Path FOLDER = Path.of("deploy/grafana/dashboards");
  private static final ObjectMapper JSON = new ObjectMapper();

  private Dashboards() {}

  /**
   * An expression, with what Grafana fills in filled in.
   *
   * @param where dashboard and panel
   */
  public record Asked(String where, String expression) {
    @Override
    public String toString() {
      return where + ": " + expression;
    }
  }

  public static List<Asked> all() {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files.sorted().flatMap(Dashboards::of).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Stream<Asked> of(Path file) {
    try {
      var panels = JSON.readTree(file.toFile()).get("panels");
      return StreamSupport.stream(panels.spliterator(), false)
          .flatMap(
              panel ->
                  panel.findValuesAsText("expr").stream()
                      .map(
                          expression ->
                              new Asked(
                                  file.getFileName() + ", " + panel.get("title").asText(),
                                  filled(expression))));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String filled(String expression) {
    return expression.replace("$__rate_interval", "1m").replace("$instance", ".*");
  }
}
