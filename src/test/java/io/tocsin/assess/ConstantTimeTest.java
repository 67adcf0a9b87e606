package io.tocsin.assess;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.model.Category;
import io.tocsin.model.Claim;
import io.tocsin.model.Credibility;
import io.tocsin.model.Reliability;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** A row in order costs the same however many came before it. */
class ConstantTimeTest {
  private static final int MOST = 16;

  private final AtomicInteger calls = new AtomicInteger();
  private final Assessor assessor =
      new Assessor(
          SmallReference.get(), counted(), Territory.EVERYWHERE, Policy.DEFAULT, Long.MIN_VALUE);

  private Archive counted() {
    var archive = new HeapArchive(SmallReference.get().regions()::country);
    return (Archive)
        Proxy.newProxyInstance(
            Archive.class.getClassLoader(),
            new Class<?>[] {Archive.class},
            (proxy, method, arguments) -> {
              calls.incrementAndGet();
              return method.invoke(archive, arguments);
            });
  }

  @Test
  void shouldAskTheArchiveAFewTimes_howeverManyRowsThereAre() {
    for (int i = 0; i < 20_000; i++) {
      calls.set(0);
      assessor.apply(report(i), report(i).arrival());
      // the row itself, and the look that its subject is due every few hours
      assertThat(calls.get()).as("row %d", i).isLessThanOrEqualTo(MOST);
    }
  }

  private static Report report(int i) {
    long time = Scene.START.toEpochMilli() + i * 10_000L;
    var source = i % 2 == 0 ? "wire-a" : "gazette-a";
    return new Report(
        "n" + i,
        0,
        false,
        time,
        time,
        source,
        source,
        Reliability.A,
        Credibility.CONFIRMED,
        "story " + i,
        i,
        "What happened",
        null,
        List.of(new Claim("isil", "FR", Category.ATTACK, 1)));
  }
}
