package io.tocsin.app;

import io.tocsin.extract.Extractor;
import io.tocsin.extract.Marked;
import io.tocsin.extract.Reading;
import io.tocsin.extract.Span;
import io.tocsin.extract.places.Toponyms;
import io.tocsin.wire.EventLines;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;

/** Reads one report for a user: a headline in the first line, and the body behind it. */
final class ReadRun {
  /** Longer than any report that is taken in. */
  private static final int MOST_BYTES = 16_000_000;

  private final Options options;

  ReadRun(Options options) {
    this.options = options;
  }

  /**
   * Reads a file, or standard input.
   *
   * @throws Failure where it cannot be read, or its first line sets what there is not
   */
  Results.Read run(Requests.Read request) {
    var reference = Wiring.reference(options);
    var sheet = Sheet.of(text(request.file()), reference);
    var extractor = new Extractor(reference, new Toponyms(reference));
    return result(extractor.read(sheet.headline(), sheet.body(), sheet.context()));
  }

  static Results.Read result(Reading reading) {
    var claims =
        reading.claims().stream()
            .map(
                c ->
                    new Results.ReadClaim(
                        c.entity(),
                        c.region(),
                        c.category(),
                        c.credibility(),
                        c.salience(),
                        c.origin(),
                        stretches(c.spans())))
            .toList();
    return new Results.Read(
        reading.text(),
        reading.language(),
        named(reading.entities()),
        named(reading.regions()),
        claims,
        "%016x".formatted(reading.fingerprint()));
  }

  private static List<Results.Mentioned> named(List<Marked> all) {
    return all.stream()
        .map(marked -> new Results.Mentioned(marked.id(), stretches(marked.spans())))
        .toList();
  }

  private static List<Results.Stretch> stretches(List<Span> spans) {
    return spans.stream().map(s -> new Results.Stretch(s.from(), s.to())).toList();
  }

  private static String text(String file) {
    boolean standard = file.equals(EventLines.STANDARD_INPUT);
    var name = standard ? "standard input" : file;
    try (InputStream in = standard ? System.in : Files.newInputStream(Path.of(file))) {
      var bytes = in.readNBytes(MOST_BYTES + 1);
      if (bytes.length > MOST_BYTES) {
        throw new Failure(
            name + " is longer than " + MOST_BYTES + " bytes", "Give one report at a time.");
      }
      return new String(bytes, StandardCharsets.UTF_8);
    } catch (NoSuchFileException e) {
      throw new Failure("there is no file " + name, "Correct the path.", e);
    } catch (IOException e) {
      throw new Failure(name + " cannot be read: " + e.getMessage(), "Give a file, or - .", e);
    }
  }
}
