package io.tocsin.assess;

import io.tocsin.oracle.SmallWorld;
import io.tocsin.reference.Reference;
import io.tocsin.topology.NewsReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The small world as reference data, read once. */
public final class SmallReference {
  private static final Reference READ = read();
  private static final NewsReader READER = new NewsReader(READ);

  private SmallReference() {}

  public static Reference get() {
    return READ;
  }

  /** Its names learnt once. */
  public static NewsReader reader() {
    return READER;
  }

  private static Reference read() {
    try {
      var folder = Files.createTempDirectory("small-world");
      new SmallWorld().writeTo(folder);
      var reference = Reference.load(folder);
      try (var files = Files.list(folder)) {
        for (Path file : files.toList()) {
          Files.delete(file);
        }
      }
      Files.delete(folder);
      return reference;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
