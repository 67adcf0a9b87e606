package io.tocsin.deliver.board;

import static io.tocsin.deliver.notice.Changes.NOON;
import static io.tocsin.deliver.notice.Changes.change;
import static io.tocsin.model.Level.LOW;
import static io.tocsin.model.Level.MODERATE;
import static io.tocsin.model.Level.SEVERE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tocsin.model.Level;
import io.tocsin.model.Subject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class BoardTest {
  private static final Subject ISIL_IN_BIRMINGHAM = new Subject("isil", "GB-BIR");
  private static final Bounds WIDE = new Bounds(Duration.ofDays(1), 1_000, 1 << 20);

  private final FakeTopics topics = new FakeTopics(4);
  private Board board = new Board(FakeTopics.TOPICS, WIDE, subject -> subject);
  private BoardRun run;

  @AfterEach
  void close() {
    if (run != null) {
      run.close();
    }
  }

  private void start() {
    run = BoardRun.start(board, () -> topics.both(new Random(1)), Hearer.NONE);
    await().until(board::isReady);
  }

  private List<String> subjects() {
    var subjects = new ArrayList<String>();
    board.levels().forEach(state -> subjects.add(state.subject() + " " + state.level()));
    subjects.sort(null);
    return subjects;
  }

  @Test
  void shouldShowTheLatestStateAlone_whenASubjectMovedTwice() {
    topics
        .tell(change("isil", "GB-BIR", 1, LOW, MODERATE, NOON))
        .tell(change("isil", "GB-BIR", 2, MODERATE, SEVERE, NOON.plusSeconds(5)))
        .tell(change("_", "FR", 0, LOW, LOW, NOON));
    start();

    assertThat(subjects()).containsExactly("_|FR LOW", "isil|GB-BIR SEVERE");
    var state = board.find(ISIL_IN_BIRMINGHAM).orElseThrow();
    assertThat(board.whole(state).sequence()).isEqualTo(2);
    assertThat(board.history().of(ISIL_IN_BIRMINGHAM).map(Told::sequence)).containsExactly(2L, 1L);
  }

  @Test
  void shouldCountSubjectsAndRegionsByLevel_asTheyMoveAndGo() {
    topics
        .tell(change("isil", "GB-BIR", 1, LOW, MODERATE, NOON))
        .tell(change("isil", "GB-BIR", 2, MODERATE, SEVERE, NOON.plusSeconds(5)))
        .tell(change("isil", "GB", 1, LOW, SEVERE, NOON))
        .tell(change("isil", "FR", 1, LOW, SEVERE, NOON))
        .tell(change("*", "GB", 1, LOW, SEVERE, NOON))
        .gone(new Subject("isil", "FR"));
    start();

    var census = board.levels().census();
    assertThat(census.subjects(SEVERE)).isEqualTo(2);
    assertThat(census.subjects(MODERATE)).isZero();
    assertThat(census.regions(SEVERE)).isEqualTo(1);
    assertThat(board.levels().size()).isEqualTo(3);
  }

  @Test
  void shouldForgetTheStateAndKeepTheHistory_whenASubjectIsNoLongerTracked() {
    topics.tell(change("isil", "GB-BIR", 1, LOW, MODERATE, NOON)).gone(ISIL_IN_BIRMINGHAM);
    start();

    assertThat(board.find(ISIL_IN_BIRMINGHAM)).isEmpty();
    assertThat(board.levels().size()).isZero();
    assertThat(board.history().of(ISIL_IN_BIRMINGHAM)).hasSize(1);

    topics.level(change("_", "FR", 0, LOW, LOW, NOON));
    await().untilAsserted(() -> assertThat(subjects()).containsExactly("_|FR LOW"));
    assertThat(board.find(ISIL_IN_BIRMINGHAM)).isEmpty();
  }

  @Test
  void shouldNotBeReady_beforeAllThatWasThereIsRead() throws InterruptedException {
    var goOn = new CountDownLatch(1);
    topics.tell(change("isil", "GB-BIR", 1, LOW, MODERATE, NOON));
    run =
        BoardRun.start(
            board,
            () -> {
              try {
                goOn.await();
              } catch (InterruptedException e) {
                throw new IllegalStateException(e);
              }
              return topics.both(new Random(1));
            },
            Hearer.NONE);

    assertThat(board.isReady()).isFalse();
    assertThat(board.levels().size()).isZero();
    goOn.countDown();
    await().until(board::isReady);
    assertThat(subjects()).containsExactly("isil|GB-BIR MODERATE");
  }

  @Test
  void shouldSayWhyAndGoOn_whenTheTopicsAreNotThereYet() {
    var there = new CountDownLatch(1);
    topics.tell(change("isil", "GB-BIR", 1, LOW, MODERATE, NOON));
    run =
        BoardRun.start(
            board,
            () -> {
              if (there.getCount() > 0) {
                throw new TopicMissing("tocsin.levels");
              }
              return topics.both(new Random(1));
            },
            Hearer.NONE);

    await()
        .untilAsserted(
            () ->
                assertThat(run.trouble())
                    .hasValueSatisfying(why -> assertThat(why).contains("tocsin.levels")));
    there.countDown();
    await().until(board::isReady);
    assertThat(run.trouble()).isEmpty();
  }

  @Test
  void shouldCountAndPassOver_whatIsNoRecordOfTheirs() {
    topics
        .level(null, new byte[] {1})
        .level(new byte[] {'x'}, new byte[] {1})
        .alert(0, new byte[] {'k'}, null)
        .alert(1, new byte[] {'k'}, new byte[] {'{', '}'})
        .tell(change("isil", "GB-BIR", 1, LOW, MODERATE, NOON));
    start();

    assertThat(board.unreadable()).isEqualTo(4);
    assertThat(subjects()).containsExactly("isil|GB-BIR MODERATE");
  }

  @Test
  void shouldTellAChangeOnce_whenItCameTwice() {
    var heard = new ArrayList<String>();
    var twice = change("isil", "GB-BIR", 1, LOW, MODERATE, NOON);
    topics.tell(twice).tell(twice);
    run = BoardRun.start(board, () -> topics.both(new Random(1)), new Listening(heard));
    await().until(board::isReady);

    assertThat(heard).containsExactly("isil-GB-BIR-1");
    assertThat(board.history().all()).hasSize(1);
  }

  @Test
  void shouldNotMoveAPictureThatAReaderHas_whenLevelsMove() {
    for (int i = 0; i < 3_000; i++) {
      topics.level(change("_", "R" + i, 0, LOW, LOW, NOON));
    }
    start();
    var picture = board.levels();

    topics
        .level(change("_", "R7", 0, LOW, SEVERE, NOON))
        .level(change("_", "NEW", 0, LOW, SEVERE, NOON))
        .gone(new Subject("_", "R8"));
    await().untilAsserted(() -> assertThat(board.find(new Subject("_", "NEW"))).isPresent());

    var levels = new ArrayList<Level>();
    picture.forEach(state -> levels.add(state.level()));
    assertThat(levels).hasSize(3_000).containsOnly(LOW);
    assertThat(board.levels().size()).isEqualTo(3_000);
  }

  @Test
  void shouldSaySinceWhenItHoldsAll_whenThereWereMoreChangesThanItMayHold() {
    board = new Board(FakeTopics.TOPICS, new Bounds(Duration.ofDays(1), 10, 1 << 20), s -> s);
    for (int i = 1; i <= 25; i++) {
      topics.tell(change("isil", "R" + i % 5, i, LOW, MODERATE, NOON.plusSeconds(i)));
    }
    start();

    assertThat(board.history().all().map(Told::sequence))
        .containsExactly(25L, 24L, 23L, 22L, 21L, 20L, 19L, 18L, 17L, 16L);
    assertThat(board.history().heldSince()).hasValue(NOON.plusSeconds(15).plusMillis(1));
    assertThat(board.history().find("isil-R0-5")).isEmpty();
    assertThat(board.history().of(new Subject("isil", "R0")).map(Told::sequence))
        .containsExactly(25L, 20L);
  }

  private record Listening(List<String> heard) implements Hearer {
    @Override
    public void opened(Bookmark place) {
      heard.clear();
    }

    @Override
    public void heard(List<Told> changes, List<State> states) {
      changes.forEach(told -> heard.add(told.id()));
    }

    @Override
    public void caughtUp() {
      // nothing to note
    }
  }
}
