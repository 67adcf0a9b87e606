package io.tocsin.testing;

import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A folder of real files by others that is not part of the project: tests that need it are skipped
 * where it is not. The system property {@value #PROPERTY}, else the environment variable {@value
 * #VARIABLE}, says where it is.
 */
public final class SharedData {
  private static final String PROPERTY = "tocsin.data";
  private static final String VARIABLE = "TOCSIN_DATA";

  private SharedData() {}

  /** A file or folder in it; the test ends here where there is none. */
  public static Path path(String name) {
    var folder = System.getProperty(PROPERTY, System.getenv(VARIABLE));
    assumeThat(folder).as("-D%s or %s names the folder of data", PROPERTY, VARIABLE).isNotBlank();
    var path = Path.of(folder, name);
    assumeThat(path).exists();
    return path;
  }

  /** All files below a folder of it, in the order of their names. */
  public static List<Path> files(String folder) {
    try (var paths = Files.walk(path(folder))) {
      return paths.filter(Files::isRegularFile).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
