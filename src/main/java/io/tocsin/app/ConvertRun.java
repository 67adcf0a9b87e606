package io.tocsin.app;

import io.tocsin.ingest.Formats;
import io.tocsin.ingest.format.Document;
import io.tocsin.ingest.format.Harvest;
import io.tocsin.ingest.format.Speaker;
import io.tocsin.wire.EventLines;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.function.Supplier;
import java.util.zip.ZipException;

/** Reads one document in a format of others. */
final class ConvertRun {
  /** What is smaller is read at once. */
  private static final int SHOWN_FROM_BYTES = 1_000_000;

  private final Options options;
  private final InstantSource clock;

  ConvertRun(Options options, InstantSource clock) {
    this.options = options;
    this.clock = clock;
  }

  /**
   * Reads a file, or standard input, plain or gzip. Items without a record are told to the watch.
   *
   * @throws Failure where it cannot be read, or there is no such format
   */
  Results.Converted run(Requests.Convert request, Watch watch) {
    var harvest = harvest(request, watch);
    return new Results.Converted(
        harvest.records().stream().map(EventLines::line).toList(), harvest.refusals().size());
  }

  /**
   * The same as records.
   *
   * @throws Failure where it cannot be read, or there is no such format
   */
  Harvest harvest(Requests.Convert request, Watch watch) {
    var formats = Formats.of(Wiring.reference(options));
    var speaker = new Speaker(request.source(), request.authority(), clock.instant());
    var document = document(request.file());
    var harvest =
        document.bytes().length < SHOWN_FROM_BYTES
            ? harvest(formats, request, document, speaker)
            : shown(() -> harvest(formats, request, document, speaker), watch);
    harvest
        .refusals()
        .forEach(
            refusal ->
                watch.refused(
                    new Results.Refusal(
                        name(request.file()) + " " + refusal.where(), refusal.problems())));
    return harvest;
  }

  private static Harvest shown(Supplier<Harvest> reading, Watch watch) {
    try (var progress = watch.begin("reading", -1)) {
      var harvest = reading.get();
      progress.step(harvest.records().size());
      return harvest;
    }
  }

  private static Harvest harvest(
      Formats formats, Requests.Convert request, Document document, Speaker speaker) {
    if (request.format() == null) {
      return formats.read(document, speaker);
    }
    return formats
        .named(request.format())
        .orElseThrow(
            () ->
                new Failure(
                    "there is no format " + request.format(),
                    "Take one of those that tocsin convert --help lists."))
        .read(document, speaker);
  }

  private static Document document(String file) {
    try (var in = EventLines.unzipped(stream(file))) {
      var bytes = in.readNBytes(Document.MAX_BYTES + 1);
      if (bytes.length > Document.MAX_BYTES) {
        throw new Failure(
            name(file) + " is larger than " + Document.MAX_BYTES + " bytes", "Split it.");
      }
      return new Document(file, null, bytes);
    } catch (NoSuchFileException e) {
      throw new Failure("there is no file " + name(file), "Correct the path.", e);
    } catch (AccessDeniedException e) {
      throw new Failure(
          name(file) + " cannot be read: this user has no right to", "Give it the right.", e);
    } catch (ZipException e) {
      throw new Failure(name(file) + " is damaged: " + e.getMessage(), "Fetch it again.", e);
    } catch (IOException e) {
      throw new Failure(
          name(file) + " cannot be read: " + e.getMessage(), "Give a file, or - .", e);
    }
  }

  private static InputStream stream(String file) throws IOException {
    return file.equals(EventLines.STANDARD_INPUT) ? System.in : Files.newInputStream(Path.of(file));
  }

  private static String name(String file) {
    return file.equals(EventLines.STANDARD_INPUT) ? "standard input" : file;
  }
}
