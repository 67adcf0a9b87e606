package io.tocsin.topology;

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

  private final Districts districts;
  private final Carrier carrier;
  private final Bundle.Builder[] bundles;
  private final Bundle.Binder binder = new Bundle.Binder();
  private final List<Bundle.Builder> receivers = new ArrayList<>();

  Mailroom(Settings settings, Carrier carrier) {
    this.districts = new Districts(settings.reference(), settings.partitions());
    this.carrier = carrier;
    this.bundles = new Bundle.Builder[settings.partitions()];
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
      var bundle = bundles[partition];
      if (bundle.count() >= BRIEFS_AT_MOST || bundle.size() >= BYTES_AT_MOST) {
        carrier.send(partition, bundle.take());
      }
    }
  }

  void sendAll() {
    for (int partition = 0; partition < bundles.length; partition++) {
      if (bundles[partition].count() > 0) {
        carrier.send(partition, bundles[partition].take());
      }
    }
  }
}
