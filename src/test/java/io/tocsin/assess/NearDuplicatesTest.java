package io.tocsin.assess;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.model.Category;
import io.tocsin.model.Claim;
import io.tocsin.model.Credibility;
import io.tocsin.model.Reliability;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** However many leaders there are, none within the distance is missed and none beyond it found. */
class NearDuplicatesTest {
  private static final int LEADERS = 1_500;
  private static final int FEW = 192;
  private static final Claim CLAIM = new Claim("isil", "FR", Category.PLOT, 1);

  private static Weighed leader(int number, long fingerprint) {
    var report =
        new Report(
            "n" + number,
            0,
            false,
            number,
            number,
            "s",
            "s",
            Reliability.B,
            Credibility.CONFIRMED,
            null,
            fingerprint,
            "What happened",
            null,
            List.of());
    return new Weighed(new Row(report, CLAIM, 0, false), null);
  }

  private static long flipped(long fingerprint, int bits, Random random) {
    long flipped = fingerprint;
    while (Long.bitCount(flipped ^ fingerprint) < bits) {
      flipped ^= 1L << random.nextInt(Long.SIZE);
    }
    return flipped;
  }

  private static Weighed plainly(List<Weighed> leaders, long fingerprint, int distance, int since) {
    return leaders.stream()
        .filter(l -> l.row().time() >= since)
        .filter(l -> Long.bitCount(l.row().fingerprint() ^ fingerprint) <= distance)
        .findFirst()
        .orElse(null);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 3, 6, 7, 8, 9, 10, 11, 12, 13, 14, 20})
  void shouldFindTheEarliestWithinTheDistance_whenThereAreMany(int distance) {
    var random = new Random(distance);
    var index = new NearDuplicates(distance, FEW);
    var leaders = new ArrayList<Weighed>();
    for (int i = 0; i < LEADERS; i++) {
      leaders.add(leader(i, random.nextLong()));
      index.add(leaders.get(i));
    }
    for (int i = 0; i < LEADERS; i += 3) {
      index.remove(leaders.get(i));
    }
    leaders.removeIf(l -> l.row().time() % 3 == 0);

    for (int i = 0; i < 3_000; i++) {
      var near = leaders.get(random.nextInt(leaders.size())).row().fingerprint();
      long print = flipped(near, Math.max(0, distance - 2 + random.nextInt(4)), random);
      int since = random.nextInt(LEADERS);
      assertThat(index.first(print, since)).isSameAs(plainly(leaders, print, distance, since));
    }
  }
}
