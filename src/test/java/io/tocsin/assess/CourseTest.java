package io.tocsin.assess;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.model.Claim;
import io.tocsin.model.Credibility;
import io.tocsin.model.Reliability;
import io.tocsin.model.Subject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

/** A course that takes evidence as it comes is to the bit the one folded from all in order. */
class CourseTest {
  private static final Policy POLICY = Policy.DEFAULT;
  private static final long START = Scene.ms(0);
  private static final long HOUR = Duration.ofHours(1).toMillis();

  private final Weigher weigher = new Weigher(POLICY);

  @Property(tries = 60)
  void shouldHaveTheSameBits_whateverTheOrderOfItsRows(
      @ForAll long seed, @ForAll @LongRange(min = 1, max = 600) long minutes) {
    var random = new Random(seed);
    var evidence = evidence(random, 60 + random.nextInt(200), minutes * 60_000);
    var arrival = new ArrayList<>(evidence);
    disturb(arrival, random);
    long end = evidence.stream().mapToLong(Exhibit::time).max().orElseThrow();

    var course = course(List.of(), end);
    for (var exhibit : arrival) {
      take(course, exhibit);
    }

    agree(course, course(evidence, end), end);
  }

  @Property(tries = 60)
  void shouldHaveTheSameBits_whenEvidenceIsTakenOutAgain(@ForAll long seed) {
    var random = new Random(seed);
    var evidence = evidence(random, 120, random.nextInt(20) * HOUR / 4 + 60_000);
    var gone = evidence.stream().filter(e -> random.nextInt(5) == 0).toList();
    var left = evidence.stream().filter(e -> !gone.contains(e)).toList();
    long end = evidence.get(evidence.size() - 1).time();

    var course = course(evidence, end);
    for (var exhibit : gone) {
      if (exhibit instanceof Row row) {
        course.remove(row);
      } else {
        course.unrefute((Exhibit.Refutation) exhibit);
      }
    }

    agree(course, course(left, end), end);
  }

  @Test
  void shouldLeaveItAsItWas_whenARowComesTwice() {
    var evidence = evidence(new Random(1), 50, HOUR);
    long end = evidence.get(evidence.size() - 1).time();
    var course = course(evidence, end);

    evidence.stream().filter(Row.class::isInstance).forEach(row -> course.insert((Row) row));

    agree(course, course(evidence, end), end);
  }

  @Test
  void shouldBeEmptyAgain_whenItsOnlyRowIsTakenOut() {
    var row = row(new Random(1), "n", START);
    var course = course(List.of(row), START);

    course.remove(row);

    agree(course, course(List.of(), START), START);
  }

  private Course course(List<Exhibit> evidence, long now) {
    var gazette = new Gazette(List.of(), new Coverage(SmallReference.get()));
    var effects = new Effects(POLICY, weigher, gazette, new Subject("isil", "FR"));
    var rows = new ArrayList<Row>();
    for (var exhibit : evidence) {
      if (exhibit instanceof Row row) {
        rows.add(row);
      } else {
        effects.add((Exhibit.Refutation) exhibit);
      }
    }
    return Course.of(POLICY, weigher, effects, rows, now);
  }

  private static void take(Course course, Exhibit exhibit) {
    if (exhibit instanceof Row row) {
      course.insert(row);
    } else {
      course.refute((Exhibit.Refutation) exhibit);
    }
  }

  private static void agree(Course one, Course other, long end) {
    assertThat(one.at()).isEqualTo(other.at());
    assertThat(one.rows()).hasSameSizeAs(other.rows());
    for (int i = 0; i < one.rows().size(); i++) {
      var mine = one.rows().get(i);
      var theirs = other.rows().get(i);
      assertThat(mine.row()).isEqualTo(theirs.row());
      assertThat(mine.leader().row()).as("%s", mine.row()).isEqualTo(theirs.leader().row());
      assertThat(mine.place()).as("%s", mine.row()).isEqualTo(theirs.place());
    }
    for (long time = end; time < end + 90 * HOUR; time += HOUR / 2) {
      assertThat(one.score(time) == other.score(time)).as("score at %d", time).isTrue();
      assertThat(one.raw(time)).isEqualTo(other.raw(time));
      assertThat(one.corroborated(time)).isEqualTo(other.corroborated(time));
      assertThat(one.reported(time)).isEqualTo(other.reported(time));
      int reported = one.reported(time);
      if (reported > 0) {
        assertThat(one.fallAfter(time, reported)).isEqualTo(other.fallAfter(time, reported));
      }
    }
  }

  private static List<Exhibit> evidence(Random random, int count, long step) {
    var evidence = new ArrayList<Exhibit>();
    long time = START;
    for (int i = 0; i < count; i++) {
      time += random.nextInt(4) == 0 ? 0 : (long) (random.nextDouble() * 2 * step);
      evidence.add(
          random.nextInt(25) == 0
              ? new Exhibit.Refutation(
                  "h" + i, 0, time, Reliability.B, Credibility.PROBABLY_TRUE, 0.5, 0)
              : row(random, "n" + i, time));
    }
    evidence.sort(Exhibit.ORDER);
    return evidence;
  }

  private static Row row(Random random, String id, long time) {
    var source = "s" + random.nextInt(12);
    var report =
        new Report(
            id,
            0,
            false,
            time,
            time,
            source,
            random.nextInt(3) == 0 ? "s" + random.nextInt(40) : source,
            Reliability.values()[random.nextInt(Reliability.values().length)],
            Credibility.values()[random.nextInt(Credibility.values().length)],
            random.nextInt(5) == 0 ? "story" + random.nextInt(6) : null,
            random.nextInt(3) == 0 ? 7L << random.nextInt(58) : random.nextLong(),
            "What happened",
            null,
            List.of());
    var category = Scene.weighing().get(random.nextInt(Scene.weighing().size()));
    var claim = new Claim("isil", "FR", category, 0.1 + 0.9 * random.nextDouble());
    return new Row(report, claim, 0, random.nextInt(30) == 0);
  }

  private static void disturb(List<Exhibit> evidence, Random random) {
    switch (random.nextInt(3)) {
      case 0 -> Collections.shuffle(evidence, random);
      case 1 -> Collections.reverse(evidence);
      default -> {
        for (int i = 0; i + 1 < evidence.size(); i++) {
          Collections.swap(
              evidence, i, Math.min(evidence.size() - 1, i + random.nextInt(1 + i % 20)));
        }
      }
    }
  }
}
