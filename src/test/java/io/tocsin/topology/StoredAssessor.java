package io.tocsin.topology;

import io.tocsin.assess.Assessor;
import io.tocsin.assess.Evidence;
import io.tocsin.assess.Outcome;
import io.tocsin.assess.Policy;
import io.tocsin.assess.Scene;
import io.tocsin.assess.Territory;
import io.tocsin.oracle.SmallWorld;
import io.tocsin.reference.Reference;
import io.tocsin.wire.Names;
import io.tocsin.wire.packed.Brief;
import io.tocsin.wire.packed.Bundle;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.StateStore;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** An assessor whose archive lies in stores, which another process may take up. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class StoredAssessor {
  private static final int SMALL_ROOM = 20;

  Reference reference;
  private MockProcessorContext<Object, Object> context;
  final List<Double> layout = new ArrayList<>();
  StoreArchive archive;
  Assessor assessor;

  @BeforeAll
  void load(@TempDir Path folder) {
    new SmallWorld().writeTo(folder);
    reference = Reference.load(folder);
  }

  @BeforeEach
  void open() {
    context = new MockProcessorContext<>();
    for (var name :
        List.of(
            Stores.STANDINGS,
            Stores.SHELF,
            Stores.STATEMENTS,
            Stores.INSTRUCTIONS,
            Stores.REPORTS)) {
      var unlogged = Stores.builder(name, false, new Crew()).withLoggingDisabled();
      StateStore store = unlogged.build();
      store.init(context.getStateStoreContext(), store);
      context.addStateStore(store);
    }
    start(Long.MIN_VALUE);
  }

  final void start(long clock) {
    start(clock, Policy.DEFAULT);
  }

  final void start(long clock, Policy policy) {
    layout.clear();
    archive =
        new StoreArchive(
            context, reference.regions()::country, Names.texts(256), SMALL_ROOM, layout::add);
    assessor = new Assessor(reference, archive, Territory.EVERYWHERE, policy, clock, SMALL_ROOM);
  }

  final List<Outcome> bundled(List<Evidence> evidence) {
    byte[] packed = packed(evidence);
    var told = new ArrayList<Outcome>();
    var bundle = Bundle.open(packed, Names.texts(64));
    archive.open(packed);
    while (bundle.hasNext()) {
      var piece = bundle.next().evidence();
      archive.at(bundle.index());
      told.addAll(assessor.apply(piece, Math.max(assessor.clock(), piece.arrival())).outcomes());
    }
    archive.close();
    return told;
  }

  static byte[] packed(List<Evidence> evidence) {
    var builder = new Bundle.Builder();
    var binder = new Bundle.Binder();
    for (var piece : evidence) {
      binder.add(new Brief(0, 0, new RecordHeaders(), piece, null, null), List.of(builder));
    }
    return builder.take();
  }

  static Policy strict() {
    return Scene.withThresholds("strict", 0.0, 15.0, 25.0, 40.0);
  }
}
