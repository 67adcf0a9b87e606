package io.tocsin.topology;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.assess.Policy;
import io.tocsin.wire.Names;
import io.tocsin.wire.packed.Brief;
import io.tocsin.wire.packed.Bundle;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.Test;

class InTrayTest {
  private final InTray tray = new InTray(Names.texts(16));

  @Test
  void shouldTakeBriefsInOrderOfTheirClocks_whenBundlesTellTheSameHours() {
    tray.add(7, bundle(10, 30, 50));
    tray.add(8, bundle(20, 40));

    assertThat(taken()).containsExactly("7/0 10", "8/0 20", "7/1 30", "8/1 40", "7/2 50");
    assertThat(taken()).isEmpty();
  }

  @Test
  void shouldTakeTheEarlierBundleFirst_whenClocksAgree() {
    tray.add(2, bundle(10, 10));
    tray.add(3, bundle(10));

    assertThat(taken()).containsExactly("2/0 10", "2/1 10", "3/0 10");
  }

  @Test
  void shouldBeFull_whenAMebibyteHasComeIn_andEmptyOnceItIsTaken() {
    byte[] bundle = bundle(1, 2, 3);
    for (int i = 0; i * bundle.length < 1 << 20; i++) {
      assertThat(tray.isFull()).isFalse();
      tray.add(i, bundle);
    }
    assertThat(tray.isFull()).isTrue();

    taken();
    assertThat(tray.isFull()).isFalse();
  }

  private List<String> taken() {
    var taken = new ArrayList<String>();
    tray.takeAll((bundle, index, brief) -> taken.add(bundle + "/" + index + " " + brief.clock()));
    return taken;
  }

  private static byte[] bundle(long... clocks) {
    var builder = new Bundle.Builder();
    for (long clock : clocks) {
      var brief = new Brief(clock, 0, new RecordHeaders(), null, Policy.DEFAULT, null);
      new Bundle.Binder().add(brief, List.of(builder));
    }
    return builder.take();
  }
}
