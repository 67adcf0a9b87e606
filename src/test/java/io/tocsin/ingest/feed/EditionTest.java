package io.tocsin.ingest.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.tocsin.model.Action;
import io.tocsin.model.Incoming;
import io.tocsin.model.Level;
import io.tocsin.model.NewsEvent;
import io.tocsin.model.OfficialStatement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class EditionTest {
  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
  private static final Duration LATER = Duration.ofMinutes(10);

  private Memory memory = Memory.EMPTY;
  private Instant now = NOON;

  private Edition print(Incoming... found) {
    var edition = Edition.of(List.of(found), memory, now);
    memory = edition.memory().acknowledged(now);
    now = now.plus(LATER);
    return edition;
  }

  private static NewsEvent news(String id, Instant at, String headline) {
    return Notes.news(id, at, headline, 0, null);
  }

  private static OfficialStatement level(Level level, Instant issued, Instant expires) {
    return new OfficialStatement(
        "s",
        "jtac",
        issued,
        expires,
        null,
        Action.SET_LEVEL,
        level,
        null,
        null,
        null,
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        null,
        null,
        0,
        null,
        Map.of());
  }

  @Test
  void shouldPublishEachItemOnce_whenAFeedShowsItAgain() {
    var first = print(news("a", NOON, "One"), news("b", NOON, "Two"));
    var second = print(news("a", NOON, "One"), news("b", NOON, "Two"), news("c", NOON, "Three"));

    assertThat(first.records()).extracting(Incoming::id).containsExactly("a", "b");
    assertThat(second.records()).extracting(Incoming::id).containsExactly("c");
    assertThat(second.same()).isEqualTo(2);
  }

  @Test
  void shouldPublishTheNextRevision_whenAnItemIsEditedInPlace() {
    print(news("a", NOON, "One"));
    var found = now;
    var edition = print(news("a", NOON, "One, corrected"));

    assertThat(edition.revised()).isOne();
    assertThat(edition.records())
        .containsExactly(Notes.news("a", NOON, "One, corrected", 1, found));
    assertThat(print(news("a", NOON, "One, corrected")).records()).isEmpty();
    assertThat(((NewsEvent) print(news("a", NOON, "One")).records().get(0)).revision())
        .isEqualTo(2);
  }

  @Test
  void shouldDateARevision_asTheItemSaysItWasChanged() {
    print(news("a", NOON, "One"));
    var changed = NOON.plusSeconds(60);

    assertThat(print(Notes.news("a", NOON, "Two", 0, changed)).records())
        .containsExactly(Notes.news("a", NOON, "Two", 1, changed));
  }

  @Test
  void shouldDateARevisionByTheFetch_whenItsOwnTimeLiesAhead() {
    print(news("a", NOON, "One"));
    var found = now;

    assertThat(print(Notes.news("a", NOON, "Two", 0, NOON.plus(Duration.ofDays(1)))).records())
        .containsExactly(Notes.news("a", NOON, "Two", 1, found));
  }

  @Test
  void shouldPublishNothing_whenOnlyTheDateMoves() {
    print(news("a", NOON, "One"));

    assertThat(print(news("a", NOON.plusSeconds(60), "One")).records()).isEmpty();
  }

  @Test
  void shouldKeepTheFirstDate_whenItemsBearNone() {
    print(news("a", now, "One"));
    var found = now;

    assertThat(print(news("a", now, "Two")).records())
        .containsExactly(Notes.news("a", NOON, "Two", 1, found));
  }

  @Test
  void shouldPublishNothing_whenAnOlderCopyIsShown() {
    print(Notes.news("a", NOON, "One", 0, NOON.plusSeconds(10)));
    print(Notes.news("a", NOON, "Two", 0, NOON.plusSeconds(20)));
    var old = print(Notes.news("a", NOON, "One", 0, NOON.plusSeconds(10)));
    print(Notes.news("b", NOON, "One", 3, NOON.plusSeconds(10)));

    assertThat(old.records()).isEmpty();
    assertThat(print(Notes.news("b", NOON, "Zero", 2, NOON.plusSeconds(5))).records()).isEmpty();
  }

  @Test
  void shouldKeepRevisionsOfThePublisher_whereTheyAreHigher() {
    print(Notes.news("a", NOON, "One", 3, NOON));

    assertThat(print(Notes.news("a", NOON, "Two", 7, NOON.plusSeconds(5))).records())
        .extracting(Item::revision)
        .containsExactly(7);
  }

  @Test
  void shouldTakeTheLatest_whenADocumentHasTwoItemsOfOneId() {
    var items =
        new Incoming[] {
          news("a", NOON.plusSeconds(1), "New"), news("a", NOON, "Old"), news("b", NOON, "B")
        };
    var edition = print(items);

    assertThat(edition.records()).containsExactly(items[0], items[2]);
    assertThat(edition.refusals()).hasSize(1);
    assertThat(print(items).records()).isEmpty();
  }

  @Test
  void shouldTakeTheHighestRevision_whenADocumentHoldsSeveralOfAnItem() {
    var first = news("a", NOON, "One");
    var second = Notes.news("a", NOON, "Two", 1, NOON.plusSeconds(9));
    var edition = print(second, first);

    assertThat(edition.records()).containsExactly(second);
    assertThat(edition.refusals()).isEmpty();
    assertThat(print(first).records()).isEmpty();
  }

  @Test
  void shouldPublishNothing_whenItemsVanish() {
    print(news("a", NOON, "One"));

    assertThat(print().records()).isEmpty();
    assertThat(print(news("a", NOON, "One")).records()).isEmpty();
  }

  @Test
  void shouldPublishAgainAsItWas_whenNobodyKnowsWhetherKafkaHasIt() {
    print(news("a", NOON, "One"));
    var lost = Edition.of(List.of(news("a", NOON, "Two")), memory, now);
    memory = lost.memory();
    now = now.plus(LATER);

    assertThat(print(news("a", NOON, "Two")).records()).isEqualTo(lost.records());
    assertThat(print(news("a", NOON, "Two")).records()).isEmpty();
  }

  @Test
  void shouldCountOn_whenAnItemChangesWhileNobodyKnowsWhetherKafkaHasIt() {
    memory = Edition.of(List.of(news("a", NOON, "One")), memory, now).memory();
    now = now.plus(LATER);

    assertThat(print(news("a", NOON, "Two")).records())
        .extracting(Item::revision)
        .containsExactly(1);
  }

  @Test
  void shouldIssueAStatementAnew_whenItsLevelChanges() {
    print(level(Level.SEVERE, NOON, null));
    var found = now;
    var edited = print(level(Level.CRITICAL, NOON, null));
    var dated = print(level(Level.SEVERE, found.plusSeconds(60), null));

    assertThat(edited.records())
        .extracting(Incoming::arrivalTime, Item::revision)
        .containsExactly(tuple(found, 1));
    assertThat(dated.records())
        .extracting(Incoming::arrivalTime, Item::revision)
        .containsExactly(tuple(found.plusSeconds(60), 2));
  }

  @Test
  void shouldLeaveAStatementItsTime_whenItWasOverBeforeTheChangeWasFound() {
    var over = NOON.plusSeconds(30);
    print(level(Level.SEVERE, NOON, over));

    assertThat(print(level(Level.LOW, NOON, over)).records())
        .extracting(Incoming::arrivalTime)
        .containsExactly(NOON);
  }

  @Test
  void shouldForgetWhatLeftLongAgo_andNothingElse() {
    print(news("a", NOON, "One"), news("b", NOON, "Two"));
    now = now.plus(Memory.FORGOTTEN_AFTER).plus(Duration.ofDays(1));
    print(news("b", NOON, "Two"));

    assertThat(memory.items()).containsOnlyKeys("b");
  }

  @Test
  void shouldKnowOnlySoMany_besideThoseInTheFeed() {
    print(many("old", Memory.MOST));
    now = now.plus(Duration.ofDays(1));
    print(many("new", 100));

    assertThat(memory.items()).hasSize(Memory.MOST).containsKeys("new0", "new99");
  }

  private static Incoming[] many(String name, int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> news(name + i, NOON, "News"))
        .toArray(Incoming[]::new);
  }
}
