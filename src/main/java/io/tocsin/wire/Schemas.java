package io.tocsin.wire;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.Schema;

/** The schemas in the jar: those of today and every one that was ever released. */
final class Schemas {
  /** The versions under {@code schemas/released}, oldest first. */
  static final List<String> RELEASED = List.of("1");

  private Schemas() {}

  /** Today's schema of a record, as its file has it. */
  static Schema current(String record) {
    return read("/schemas/" + record + ".avsc");
  }

  /** The schemas a stored record may have been written with, today's first. */
  static List<Schema> known(String record) {
    var known = new ArrayList<Schema>();
    known.add(current(record));
    for (String version : RELEASED) {
      known.add(read("/schemas/released/" + version + "/" + record + ".avsc"));
    }
    return known;
  }

  private static Schema read(String resource) {
    try (InputStream in = Schemas.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException(resource + " is missing from the classpath");
      }
      return new Schema.Parser().parse(in);
    } catch (IOException e) {
      throw new UncheckedIOException(resource, e);
    }
  }
}
