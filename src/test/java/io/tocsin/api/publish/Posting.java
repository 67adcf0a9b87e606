package io.tocsin.api.publish;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.tocsin.api.ServerUnderTest;
import io.tocsin.api.access.Tokens;
import io.tocsin.ingest.Formats;
import io.tocsin.ingest.cap.Signatories;
import io.tocsin.reference.Admission;
import io.tocsin.reference.Reference;
import io.tocsin.trace.Untold;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;

/** A server that publishes into memory, and what is posted to it. */
final class Posting implements AutoCloseable {
  static final String JSON = "application/json";
  static final String LINES = "application/x-ndjson";
  static final String NEWS = "/api/v1/news";
  static final String STATEMENTS = "/api/v1/statements";
  static final String CONTROLS = "/api/v1/controls";
  static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

  /** Small enough to be reached by a test. */
  static final Limits SMALL =
      new Limits(
          4_000_000,
          8_000_000,
          8_000_000,
          8,
          Duration.ofMillis(300),
          1_000,
          Duration.ofSeconds(20));

  private static final Reference REFERENCE = Reference.load(null);
  private static final ObjectMapper MAPPER = new ObjectMapper();

  final HeldIngress ingress = new HeldIngress();
  final MeterRegistry meters = new SimpleMeterRegistry();
  final AtomicReference<Instant> now = new AtomicReference<>(NOON);
  final ServerUnderTest server;

  private Posting(Limits limits, Tokens tokens, Reference reference) {
    server =
        ServerUnderTest.with(
            tokens,
            new PublishRoutes(
                ingress,
                new Admission(reference),
                Formats.of(reference),
                new Signatories(reference.authorities()),
                meters,
                new Untold(),
                limits,
                now::get));
  }

  static Posting with(Limits limits) {
    return new Posting(limits, Tokens.NONE, REFERENCE);
  }

  static Posting with(Tokens tokens) {
    return with(tokens, REFERENCE);
  }

  static Posting with(Tokens tokens, Reference reference) {
    return new Posting(SMALL, tokens, reference);
  }

  HttpResponse<String> post(String path, String type, String body, String... headers) {
    return post(path, type, body.getBytes(StandardCharsets.UTF_8), headers);
  }

  HttpResponse<String> post(String path, String type, byte[] body, String... headers) {
    var request =
        server
            .to(path)
            .header("Content-Type", type)
            .POST(BodyPublishers.ofByteArray(body))
            .timeout(Duration.ofSeconds(60));
    return server.send(headers.length == 0 ? request : request.headers(headers));
  }

  static JsonNode json(HttpResponse<String> response) {
    try {
      return MAPPER.readTree(response.body());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  double counted(String kind, String outcome) {
    return meters.counter("tocsin.http.records", "kind", kind, "outcome", outcome).count();
  }

  static String news(String id) {
    return "{\"id\":\"%s\",\"source\":\"reuters\",\"publishedAt\":\"2026-03-01T11:00:00Z\",\"headline\":\"Two held\",\"entities\":[\"isil\"],\"regions\":[\"FR\"]}"
        .formatted(id);
  }

  static String array(int records) {
    return IntStream.range(0, records)
        .mapToObj(i -> news("n" + i))
        .collect(Collectors.joining(",", "[", "]"));
  }

  static String lines(int records) {
    return IntStream.range(0, records)
        .mapToObj(i -> news("n" + i))
        .collect(Collectors.joining("\n", "", "\n"));
  }

  static byte[] gzip(byte[] plain) {
    var out = new ByteArrayOutputStream();
    try (var zip = new GZIPOutputStream(out)) {
      zip.write(plain);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  @Override
  public void close() {
    ingress.release();
    server.close();
  }
}
