package io.tocsin.topology;

import io.tocsin.assess.Report;
import io.tocsin.wire.packed.Brief;
import io.tocsin.wire.packed.Bundle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Collects the briefs for each partition into bundles, and sends those that are full. */
final class Mailroom {
  /** Where bundles go. */
  interface Carrier {
    void send(int partition, byte[] bundle);
  }

  private static final int BRIEFS_AT_MOST = 256;
  private static final int BYTES_AT_MOST = 128 * 1024;

  /** A bundle is assessed within one transaction, which must not take seconds. */
  private static final int CLAIMS_AT_MOST = 1024;

  private final Districts districts;
  private final Carrier carrier;
  private final Bundle.Builder[] bundles;
  private final int[] claims;
  private final Bundle.Binder binder = new Bundle.Binder();
  private final List<Bundle.Builder> receivers = new ArrayList<>();

  Mailroom(Settings settings, Carrier carrier) {
    this.districts = new Districts(settings.reference(), settings.partitions());
    this.carrier = carrier;
    this.bundles = new Bundle.Builder[settings.partitions()];
    this.claims = new int[settings.partitions()];
    Arrays.setAll(bundles, partition -> new Bundle.Builder());
  }

  void take(Brief brief) {
    int[] partitions = districts.of(brief);
    receivers.clear();
    for (int partition : partitions) {
      receivers.add(bundles[partition]);
    }
    binder.add(brief, receivers);
    for (int partition : partitions) {
      claims[partition] += brief.evidence() instanceof Report report ? report.claims().size() : 0;
      if (isFull(partition)) {
        send(partition);
      }
    }
  }

  private boolean isFull(int partition) {
    return bundles[partition].count() >= BRIEFS_AT_MOST
        || bundles[partition].size() >= BYTES_AT_MOST
        || claims[partition] >= CLAIMS_AT_MOST;
  }

  private void send(int partition) {
    claims[partition] = 0;
    carrier.send(partition, bundles[partition].take());
  }

  void sendAll() {
    for (int partition = 0; partition < bundles.length; partition++) {
      if (bundles[partition].count() > 0) {
        send(partition);
      }
    }
  }
}
