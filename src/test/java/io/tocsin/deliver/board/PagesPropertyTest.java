package io.tocsin.deliver.board;

import static io.tocsin.deliver.notice.Changes.NOON;
import static io.tocsin.deliver.notice.Changes.change;
import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.assess.SmallReference;
import io.tocsin.deliver.board.Entry.Kind;
import io.tocsin.model.Level;
import io.tocsin.model.Subject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Whoever goes through a list part by part meets once whatever stays as it is meanwhile. */
class PagesPropertyTest {
  private static final Choice ALL = new Choice(Choice.Terms.ALL, SmallReference.get(), null);
  private static final int SUBJECTS = 120;

  private final LevelTable table = new LevelTable();
  private final Set<Subject> touched = new HashSet<>();

  @Property(tries = 60)
  void shouldShowOnceEachStateThatStays_whateverMovesComesOrGoes(
      @ForAll Order order,
      @ForAll boolean reversed,
      @ForAll @IntRange(min = 1, max = 40) int limit,
      @ForAll long seed) {
    var random = new Random(seed);
    for (int i = 0; i < SUBJECTS; i++) {
      put("R" + i, random);
    }
    table.publish();
    var seen = new ArrayList<Subject>();
    State behind = null;
    do {
      var page = Pages.states(table.published(), ALL, order, reversed, behind, limit);
      page.items().forEach(state -> seen.add(state.subject()));
      behind = page.next().orElse(null);
      disturb(random);
    } while (behind != null);

    for (int i = 0; i < SUBJECTS; i++) {
      var subject = new Subject("isil", "R" + i);
      if (!touched.contains(subject)) {
        assertThat(seen).as("%s", subject).containsOnlyOnce(subject);
      }
    }
  }

  @Property(tries = 60)
  void shouldShowOnceEachChangeThatIsHeld_whateverComesMeanwhile(
      @ForAll @IntRange(min = 1, max = 40) int limit, @ForAll long seed) {
    var random = new Random(seed);
    var history = new History(new Bounds(Duration.ofDays(1), 10_000, 1 << 24));
    int count = 0;
    while (count < 100) {
      add(history, ++count, random);
    }
    var before = history.all().map(Told::id).toList();
    var seen = new ArrayList<String>();
    Told behind = null;
    do {
      var page = Pages.changes(history, ALL, behind, limit);
      page.items().forEach(told -> seen.add(told.id()));
      behind = page.next().orElse(null);
      add(history, ++count, random);
    } while (behind != null);

    assertThat(seen).doesNotHaveDuplicates().containsAll(before);
  }

  private void disturb(Random random) {
    for (int i = 0; i < 3; i++) {
      var region = "R" + random.nextInt(SUBJECTS * 2);
      touched.add(new Subject("isil", region));
      if (random.nextBoolean()) {
        put(region, random);
      } else {
        table.remove(new Subject("isil", region), 0);
      }
    }
    table.publish();
  }

  private void put(String region, Random random) {
    var levels = Level.values();
    table.put(
        new State(
            new Subject("isil", region),
            levels[random.nextInt(levels.length)],
            levels[random.nextInt(levels.length)],
            levels[random.nextInt(levels.length)],
            random.nextInt(5),
            random.nextInt(10),
            State.NEVER,
            new byte[0]),
        0);
  }

  private static void add(History history, int count, Random random) {
    var change =
        change(
            "isil",
            "R" + random.nextInt(9),
            count,
            Level.LOW,
            Level.SEVERE,
            NOON.plusSeconds(random.nextInt(50)));
    var entry = new Entry(Kind.ALERT, 0, count, 0, null, new byte[10]);
    history.add(Told.of(change.subject(), change, entry), 0);
  }

  /** What the choice asks for and nothing else, in the order of the list. */
  @Property(tries = 20)
  void shouldCountAllThatIsChosen_whereverThePartBegins(@ForAll long seed) {
    var random = new Random(seed);
    for (int i = 0; i < SUBJECTS; i++) {
      put("R" + i, random);
    }
    table.publish();
    var high =
        new Choice(
            new Choice.Terms(null, null, Level.SEVERE, 1, null, null, null),
            SmallReference.get(),
            null);

    var whole = Pages.states(table.published(), high, Order.LEVEL, false, null, SUBJECTS);
    var part =
        Pages.states(table.published(), high, Order.LEVEL, false, first(whole.items()), SUBJECTS);

    assertThat(part.total()).isEqualTo(whole.total()).isEqualTo(whole.items().size());
    assertThat(whole.items())
        .isSortedAccordingTo(Order.LEVEL.comparator(false))
        .allMatch(s -> s.level().compareTo(Level.SEVERE) >= 0 && s.gap() >= 1);
  }

  private static State first(List<State> states) {
    return states.isEmpty() ? null : states.get(0);
  }
}
