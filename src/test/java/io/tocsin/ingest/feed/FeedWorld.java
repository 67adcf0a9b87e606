package io.tocsin.ingest.feed;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.tocsin.ingest.Channel;
import io.tocsin.ingest.Formats;
import io.tocsin.ingest.format.Refusal;
import io.tocsin.model.Incoming;
import io.tocsin.model.NewsEvent;
import io.tocsin.reference.Reference;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A server, an outlet that keeps what it is given, and feeds between them. Every name ends at this
 * machine; {@code *.test} may be connected to, and {@code elsewhere.example} may not.
 */
final class FeedWorld implements AutoCloseable {
  private static final Duration PATIENT = Duration.ofSeconds(30);
  private static final Duration HASTY = Duration.ofSeconds(1);
  static final Reference REFERENCE = Reference.load(null);

  final StrangeServer server;
  final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  final Path folder;
  final List<Incoming> published = new ArrayList<>();
  Duration ahead = Duration.ZERO;
  boolean kafkaFails;
  private final FeedMeters feedMeters = new FeedMeters(meters);
  Formats formats = Notes.formats();
  WebFetch web;

  FeedWorld(Path folder) throws IOException {
    this.folder = folder;
    this.server = new StrangeServer();
    this.web = new WebFetch(FeedWorld::resolve, clock(), PATIENT);
  }

  /** From now on nothing may take longer than a second. */
  void hasty() {
    web.close();
    web = new WebFetch(FeedWorld::resolve, clock(), HASTY);
  }

  private static InetAddress[] resolve(String host) throws UnknownHostException {
    if (host.endsWith(".nowhere")) {
      throw new UnknownHostException(host);
    }
    boolean literal = host.matches("[0-9.]+|.*:.*");
    return new InetAddress[] {
      literal ? InetAddress.getByName(host) : InetAddress.getLoopbackAddress()
    };
  }

  InstantSource clock() {
    return () -> Instant.now().plus(ahead);
  }

  String url(String host, String path) {
    return "http://%s:%d%s".formatted(host, server.port(), path);
  }

  /** A feed at a host of its own, which may be connected to. */
  Feed feed(String id, String path) {
    return feed(id, url(id + ".test", path), Map.of());
  }

  Feed feed(String id, String url, Map<String, String> headers) {
    var allowed = new HashSet<>(Set.of("good.test"));
    allowed.add(id + ".test");
    return new Feed(
        id,
        new Feed.Web(URI.create(url), allowed, headers),
        null,
        "bbc",
        null,
        Duration.ofSeconds(1),
        false);
  }

  Gear gear() {
    return Gear.publishing(
        new StateFolder(folder),
        web,
        formats,
        REFERENCE,
        this::publish,
        feedMeters,
        clock(),
        () -> 0);
  }

  Report look(Feed feed) throws InterruptedException {
    return gear().look(feed);
  }

  FeedHealth health(Feed feed) {
    return FeedHealth.of(feed, new StateFolder(folder));
  }

  List<String> headlines() {
    synchronized (published) {
      return published.stream().map(record -> ((NewsEvent) record).headline()).toList();
    }
  }

  private List<Refusal> publish(Channel by, List<Incoming> records) throws IOException {
    synchronized (published) {
      if (kafkaFails) {
        throw new IOException("Kafka does not answer");
      }
      published.addAll(records);
      return List.of();
    }
  }

  @Override
  public void close() throws IOException {
    web.close();
    server.close();
  }
}
