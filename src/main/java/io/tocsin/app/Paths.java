package io.tocsin.app;

import java.nio.file.Path;

/** Paths as people write them. */
final class Paths {
  private Paths() {}

  /** An absolute path: {@code ~} is the home, anything relative starts from the base. */
  static Path resolve(String written, Path base, Path home) {
    if (written.equals("~")) {
      return home;
    }
    var path = written.startsWith("~/") ? home.resolve(written.substring(2)) : Path.of(written);
    return base.resolve(path).toAbsolutePath().normalize();
  }
}
