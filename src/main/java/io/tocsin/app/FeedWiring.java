package io.tocsin.app;

import io.micrometer.core.instrument.MeterRegistry;
import io.tocsin.client.PublisherSettings;
import io.tocsin.client.TocsinPublisher;
import io.tocsin.ingest.Formats;
import io.tocsin.ingest.feed.Feed;
import io.tocsin.ingest.feed.FeedMeters;
import io.tocsin.ingest.feed.FeedsFile;
import io.tocsin.ingest.feed.Gear;
import io.tocsin.ingest.feed.Outlet;
import io.tocsin.ingest.feed.StateFolder;
import io.tocsin.ingest.feed.WebFetch;
import io.tocsin.model.InvalidRecord;
import io.tocsin.reference.Reference;
import io.tocsin.wire.EventLines;
import io.tocsin.wire.Placeholders;
import io.tocsin.wire.Unreadable;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;

/** Feeds with what they need. */
final class FeedWiring {
  private static final int LONGEST_FILE = 4 * 1024 * 1024;

  private final Options options;
  private final InstantSource clock;
  private final Reference reference;
  private final Formats formats;

  FeedWiring(Options options, InstantSource clock) {
    this.options = options;
    this.clock = clock;
    this.reference = Wiring.reference(options);
    this.formats = Formats.of(reference);
  }

  /**
   * The feeds of the configured file.
   *
   * @throws Failure with everything that is wrong, or where no file is configured
   */
  List<Feed> feeds() {
    var file = options.feeds().file();
    if (file == null) {
      throw new Failure(
          "no feeds are configured",
          "Write feeds.yaml here or in the data folder, or name a file: --set feeds.file=FILE");
    }
    return feeds(file.toString());
  }

  /**
   * The feeds of a file.
   *
   * @param name a path, or {@code -} for standard input
   * @throws Failure with everything that is wrong
   */
  List<Feed> feeds(String name) {
    boolean standard = name.equals(EventLines.STANDARD_INPUT);
    var shown = standard ? "standard input" : name;
    var file = Path.of(standard ? "." : name).toAbsolutePath().normalize();
    try (var in = standard ? System.in : Files.newInputStream(file)) {
      var yaml = new String(in.readNBytes(LONGEST_FILE), StandardCharsets.UTF_8);
      var folder = standard ? file : file.getParent();
      return FeedsFile.read(yaml, folder, formats, reference, new Placeholders(System::getenv));
    } catch (InvalidRecord e) {
      throw invalid(
          shown,
          e.problems().stream()
              .map(Object::toString)
              .collect(Collectors.joining("\n  ", "\n  ", "")),
          e);
    } catch (Unreadable e) {
      throw invalid(shown, " " + e.getMessage(), e);
    } catch (IOException e) {
      throw new Failure(
          "the file of feeds %s cannot be read: %s".formatted(shown, e),
          "Correct the path, or the key feeds.file.",
          e);
    }
  }

  /** {@code 3 of feeds.yaml}. */
  String summary(List<Feed> feeds) {
    return feeds.size() + " of " + options.feeds().file().getFileName();
  }

  /** What vouches for statements that feeds bring. */
  Signatures signatures() {
    return Signatures.of(options);
  }

  TocsinPublisher publisher(String bootstrap) {
    return TocsinPublisher.open(
        Wiring.connection(options, bootstrap),
        PublisherSettings.from(Wiring.source(options)).waiting());
  }

  WebFetch web() {
    return new WebFetch(InetAddress::getAllByName, clock);
  }

  /** Where what is known of feeds lies; what Kafka has is another matter under another prefix. */
  StateFolder folder() {
    return new StateFolder(options.data().resolve("feeds").resolve(options.topics().prefix()));
  }

  Gear gear(WebFetch web, Outlet outlet, MeterRegistry meters) {
    return Gear.publishing(
        folder(),
        web,
        formats,
        reference,
        outlet,
        new FeedMeters(meters),
        clock,
        () -> ThreadLocalRandom.current().nextDouble());
  }

  private static Failure invalid(String file, String why, Exception e) {
    return new Failure(
        "the file of feeds %s is not valid:%s".formatted(file, why),
        "Correct it, then look again with: tocsin feeds check",
        e);
  }
}
