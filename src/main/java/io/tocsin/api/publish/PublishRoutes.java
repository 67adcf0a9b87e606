package io.tocsin.api.publish;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.tocsin.api.Answer;
import io.tocsin.api.Routes;
import io.tocsin.api.access.Caller;
import io.tocsin.api.access.Scope;
import io.tocsin.api.publish.InFlight.Share;
import io.tocsin.ingest.Formats;
import io.tocsin.ingest.cap.Signatories;
import io.tocsin.reference.Admission;
import io.tocsin.trace.Tracing;
import io.tocsin.wire.Kind;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;

/** Where news, statements and controls are posted. */
public final class PublishRoutes implements Routes {
  private static final List<String> OUTCOMES = List.of("published", "refused", "failed");
  private static final Duration KEPT = Duration.ofHours(24);
  private static final int SHARE_OF_BODIES = 4;

  private final Tracing tracing;
  private final Ingress ingress;
  private final Limits limits;
  private final InFlight inFlight;
  private final Idempotency idempotency;
  private final Post array;
  private final Post stream;
  private final Post document;

  /**
   * @param signatories whose signed documents speak for them, whoever posts them
   * @param meters take {@code tocsin.http.records} and {@code tocsin.http.in.flight.bytes}
   * @param tracing is told of posts
   */
  public PublishRoutes(
      Ingress ingress,
      Admission admission,
      Formats formats,
      Signatories signatories,
      MeterRegistry meters,
      Tracing tracing,
      Limits limits,
      InstantSource clock) {
    var gate = new Gate(admission);
    var delivery = new Delivery(ingress, meters, limits.acknowledgement());
    this.tracing = tracing;
    this.ingress = ingress;
    this.limits = limits;
    this.inFlight = new InFlight(limits);
    this.idempotency =
        new Idempotency(new Repeats(clock, KEPT, limits.inFlightBytes() / SHARE_OF_BODIES));
    this.array = new ArrayPost(gate, delivery);
    this.stream = new StreamPost(gate, delivery, limits.acknowledgement());
    this.document = new DocumentPost(formats, signatories, clock, gate, delivery);
    meter(meters, inFlight);
  }

  private static void meter(MeterRegistry meters, InFlight inFlight) {
    Gauge.builder("tocsin.http.in.flight.bytes", inFlight, InFlight::bytes)
        .description("bodies of posts that are being read or written to Kafka")
        .register(meters);
    for (var kind : Kind.values()) {
      for (var outcome : OUTCOMES) {
        Counter.builder("tocsin.http.records")
            .tags("kind", kind.key(), "outcome", outcome)
            .description("records that came by HTTP, by what became of them")
            .register(meters);
      }
    }
  }

  @Override
  public void addTo(RoutesConfig routes) {
    routes.post("/api/v1/news", context -> take(context, Kind.NEWS), Scope.PUBLISH_NEWS);
    routes.post(
        "/api/v1/statements", context -> take(context, Kind.STATEMENT), Scope.PUBLISH_STATEMENTS);
    routes.post("/api/v1/controls", context -> take(context, Kind.CONTROL), Scope.CONTROL);
  }

  private void take(Context context, Kind kind) {
    try (var trace = PostTrace.begin(tracing, context, kind)) {
      try {
        take(context, kind, trace);
        trace.answered(context.statusCode());
      } catch (RuntimeException e) {
        trace.fail(e);
        Body.leave(context);
        throw e;
      }
    }
  }

  private void take(Context context, Kind kind, PostTrace trace) {
    if (!ingress.hasRoom()) {
      throw InFlight.busy("Records wait for Kafka");
    }
    var media = MediaType.of(context.header("Content-Type"));
    boolean named = DocumentPost.isNamed(context);
    if (media.isLines() && !named) {
      try (var share = inFlight.begin(Limits.STREAM_SHARE);
          var body = new LongLines(Body.open(context, limits, limits.streamBytes()), share)) {
        answer(context, kind, trace, media, stream, body);
      } catch (IOException e) {
        throw Body.failure(e);
      }
      return;
    }
    try (var share = inFlight.begin(0)) {
      var body = whole(context, share);
      answer(context, kind, trace, media, media.isJson() && !named ? array : document, body);
    }
  }

  private InputStream whole(Context context, Share share) {
    return new ByteArrayInputStream(Body.whole(context, limits, share));
  }

  private void answer(
      Context context, Kind kind, PostTrace trace, MediaType media, Post post, InputStream body) {
    var caller = Caller.of(context);
    Answer answer =
        idempotency.answer(
            context,
            caller,
            body,
            hashed ->
                post.answer(new Post.Sent(context, caller, kind, trace, media.name(), hashed)));
    answer.to(context);
  }
}
