package io.tocsin.app;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.tocsin.deliver.webhook.Account;
import io.tocsin.deliver.webhook.Courier;
import io.tocsin.deliver.webhook.Endpoint;
import io.tocsin.deliver.webhook.EndpointsFile;
import io.tocsin.deliver.webhook.Post;
import io.tocsin.deliver.webhook.Surroundings;
import io.tocsin.deliver.webhook.Webhooks;
import io.tocsin.reference.Reference;
import io.tocsin.trace.Tracing;
import io.tocsin.vitals.Latency;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** Webhooks with what they need. */
final class WebhookWiring {
  private final Options options;
  private final Reference reference;
  private final EndpointsFile file;
  private final InstantSource clock;

  private WebhookWiring(
      Options options, Reference reference, EndpointsFile file, InstantSource clock) {
    this.options = options;
    this.reference = reference;
    this.file = file;
    this.clock = clock;
  }

  /**
   * Reads the file of webhooks.
   *
   * @throws Failure with everything that is wrong, or where no file is configured
   */
  static WebhookWiring of(Options options, InstantSource clock) {
    if (options.webhooks() == null) {
      throw new Failure(
          "no webhooks are configured", "Name a file of them: --set webhooks.file=FILE");
    }
    var reference = Wiring.reference(options);
    var file = WebhookFile.read(options.webhooks(), reference, System::getenv);
    return new WebhookWiring(options, reference, file, clock);
  }

  List<Endpoint> endpoints() {
    return file.endpoints();
  }

  /** {@code 3 of webhooks.yaml}. */
  String summary() {
    return file.endpoints().size() + " of " + options.webhooks().getFileName();
  }

  Surroundings around(String bootstrap) {
    return new Surroundings(
        Wiring.client(options, bootstrap),
        Wiring.topics(options),
        reference.regions()::lineage,
        clock);
  }

  Courier courier(Endpoint endpoint, Post post) {
    return new Courier(endpoint, Names.of(reference), file.console(), post);
  }

  /** Begins to tell the endpoints of a file; returns at once. */
  Webhooks start(String bootstrap, Post post, Latency latency, Tracing tracing) {
    var around =
        new Surroundings(
            Wiring.client(options, bootstrap),
            Wiring.topics(options),
            reference.regions()::lineage,
            tracing,
            clock,
            (change, at) ->
                latency.took(
                    Latency.Leg.CHANGE_TO_WEBHOOK, Duration.between(change.emittedAt(), at), null));
    return Webhooks.start(endpoints(), endpoint -> courier(endpoint, post), around);
  }

  /**
   * The books of this run as meters: {@code tocsin.webhook.changes} by endpoint and outcome, and
   * {@code tocsin.webhook.pending} by endpoint.
   */
  static void meter(Webhooks webhooks, MeterRegistry meters) {
    for (var id : webhooks.balances().keySet()) {
      counter(webhooks, meters, id, "delivered", Account.Balance::delivered);
      counter(webhooks, meters, id, "muted", Account.Balance::muted);
      counter(webhooks, meters, id, "abandoned", Account.Balance::abandoned);
      counter(webhooks, meters, id, "repeated", Account.Balance::repeated);
      Gauge.builder("tocsin.webhook.pending", webhooks, w -> w.balances().get(id).pending())
          .tag("endpoint", id)
          .description("changes that an endpoint is still to be told")
          .register(meters);
    }
  }

  private static void counter(
      Webhooks webhooks,
      MeterRegistry meters,
      String id,
      String outcome,
      ToDoubleFunction<Account.Balance> count) {
    FunctionCounter.builder(
            "tocsin.webhook.changes", webhooks, w -> count.applyAsDouble(w.balances().get(id)))
        .tag("endpoint", id)
        .tag("outcome", outcome)
        .description("what became of changes at an endpoint")
        .register(meters);
  }
}
