package io.tocsin.app;

import io.tocsin.vitals.Finding;

/** Whether who may write to a cluster's topic of statements speaks for every authority. */
final class EntitlementCheck {
  private static final String WHAT = "statements";

  private EntitlementCheck() {}

  static Finding look(Options options) {
    if (options.speaking().entitlement() == Options.Entitlement.SIGNED) {
      return Finding.ok(WHAT, "must be signed");
    }
    if (options.kafka().isEmbedded()) {
      return Finding.ok(
          WHAT, "need no signature; the embedded Kafka is open to this machine alone");
    }
    return Finding.warn(
        WHAT,
        "whoever may write to %s speaks for every authority"
            .formatted(Wiring.topics(options).statements().name()),
        "Set statements.entitlement=signed, or let Kafka's ACLs keep others from that topic.");
  }
}
