package io.tocsin.oracle;

import io.tocsin.model.Subject;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Random picks from the small world, leaning towards what is going on. */
final class Choice {
  /** Where the present burst happens. */
  record Focus(String entity, String region, int burst) {}

  private static final List<String> SYLLABLES =
      List.of("ka", "lo", "mi", "ne", "ru", "ta", "vo", "sha", "bre", "dul", "pin", "gor", "zem");

  final Random random;
  final SmallWorld world;
  Focus focus;

  Choice(Random random, SmallWorld world) {
    this.random = random;
    this.world = world;
  }

  <T> T of(List<T> values) {
    return values.get(random.nextInt(values.size()));
  }

  /** One in so many. */
  boolean oneIn(int n) {
    return random.nextInt(n) == 0;
  }

  /** A unique id whose order has nothing to do with time. */
  String id(String kind, int number) {
    return "%s-%04x-%d".formatted(kind, random.nextInt(0x10000), number);
  }

  String entity() {
    if (focus != null && !oneIn(4)) {
      return of(world.entityLineage(focus.entity()));
    }
    return oneIn(6) ? Subject.UNATTRIBUTED : of(world.entities());
  }

  String region() {
    if (focus != null && !oneIn(5)) {
      return focus.region();
    }
    return of(world.regions());
  }

  /** So many at most, sometimes none. */
  List<String> entities(int most) {
    var some = new ArrayList<String>();
    for (int n = random.nextInt(most + 1); n > 0; n--) {
      some.add(entity());
    }
    return some;
  }

  /** Words that no other text shares but by chance. */
  String words(int count) {
    var words = new StringBuilder();
    for (int i = 0; i < count; i++) {
      for (int n = 2 + random.nextInt(3); n > 0; n--) {
        words.append(of(SYLLABLES));
      }
      words.append(i + 1 < count ? " " : "");
    }
    return words.toString();
  }
}
