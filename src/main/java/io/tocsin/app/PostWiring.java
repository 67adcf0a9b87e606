package io.tocsin.app;

import io.tocsin.api.publish.Limits;
import io.tocsin.api.publish.PublishRoutes;
import io.tocsin.ingest.Formats;
import io.tocsin.ingest.cap.Signatories;
import io.tocsin.reference.Admission;
import io.tocsin.trace.Tracing;
import java.time.InstantSource;

/** Puts together what takes posts. */
final class PostWiring {
  private final Options options;
  private final String bootstrap;
  private final Tracing tracing;
  private final InstantSource clock;

  PostWiring(Options options, String bootstrap, Tracing tracing, InstantSource clock) {
    this.options = options;
    this.tracing = tracing;
    this.bootstrap = bootstrap;
    this.clock = clock;
  }

  void addTo(HttpFront http, Closers closers) {
    var ingress =
        closers.opened(
            "the way of posts to Kafka",
            new KafkaIngress(
                Wiring.connection(options, bootstrap),
                Wiring.source(options),
                Signatures.of(options)));
    var reference = Wiring.reference(options);
    http.add(
        new PublishRoutes(
            ingress,
            new Admission(reference),
            Formats.of(reference),
            new Signatories(reference.authorities()),
            http.meters(),
            tracing,
            Limits.forHeap(Runtime.getRuntime().maxMemory()),
            clock));
  }
}
