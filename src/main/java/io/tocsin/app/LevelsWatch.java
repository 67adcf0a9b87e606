package io.tocsin.app;

import io.tocsin.deliver.board.Board;
import io.tocsin.deliver.board.BoardRun;
import io.tocsin.deliver.board.Bounds;
import io.tocsin.deliver.board.Choice;
import io.tocsin.deliver.board.Feed;
import io.tocsin.deliver.board.Hearer;
import io.tocsin.deliver.board.KafkaTopics;
import io.tocsin.deliver.board.Levels;
import io.tocsin.deliver.board.State;
import io.tocsin.deliver.board.TopicMissing;
import io.tocsin.model.Subject;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;

/** The levels by a board of its own, and whether Kafka still answers. */
final class LevelsWatch implements LiveLevels {
  private static final Duration PAST = Duration.ofDays(90);
  private static final int CHANGES = 50_000;
  private static final int SHARE_OF_HEAP = 8;
  private static final int CHANGES_SHOWN = 20;

  private final String cluster;
  private final List<String> notes;
  private final Choice choice;
  private final Board board;
  private final BoardRun run;
  private final Pulse pulse;
  private Levels seen;
  private List<Standing> standings = List.of();

  private LevelsWatch(
      String cluster, List<String> notes, Choice choice, Board board, BoardRun run, Pulse pulse) {
    this.cluster = cluster;
    this.notes = notes;
    this.choice = choice;
    this.board = board;
    this.run = run;
    this.pulse = pulse;
  }

  /**
   * Begins; what there is comes a little later.
   *
   * @throws Failure where no broker answers, a topic is missing, or the selection names what is not
   *     known
   */
  static LevelsWatch open(Options options, Requests.Selection selection, InstantSource clock) {
    var reference = Wiring.reference(options);
    var names = new Names(reference);
    var terms =
        new Choice.Terms(
            selection.entity() == null ? null : names.entity(selection.entity()),
            selection.region() == null ? null : names.region(selection.region()),
            null,
            0,
            null,
            selection.since(),
            null);
    var bootstrap = Wiring.bootstrap(options);
    var client = Wiring.client(options, bootstrap);
    var topics = Wiring.topics(options);
    var feed = feed(new KafkaTopics(client, topics), bootstrap, clock.instant().minus(PAST));
    var bounds = new Bounds(PAST, CHANGES, Runtime.getRuntime().maxMemory() / SHARE_OF_HEAP);
    var board = new Board(topics, bounds, UnaryOperator.identity());
    return new LevelsWatch(
        bootstrap,
        names.notes(),
        new Choice(terms, reference, null),
        board,
        BoardRun.start(board, () -> feed, Hearer.NONE),
        Pulse.start(client, clock));
  }

  private static Feed feed(KafkaTopics topics, String bootstrap, Instant since) {
    try {
      return topics.both(since);
    } catch (TopicMissing e) {
      throw new Failure(
          e.getMessage(),
          "Start one with: tocsin up, or tocsin process."
              + " Another prefix is set with --set topics.prefix=NAME.",
          e);
    } catch (InterruptException e) {
      throw e;
    } catch (KafkaException e) {
      throw new Failure(
          "Kafka at %s does not answer (%s)".formatted(bootstrap, e.getMessage()),
          "See what is wrong with: tocsin doctor",
          e);
    }
  }

  @Override
  public String cluster() {
    return cluster;
  }

  @Override
  public List<String> notes() {
    return notes;
  }

  @Override
  public Sight look() {
    var levels = board.levels();
    if (levels != seen) {
      seen = levels;
      standings = standings(levels);
    }
    return new Sight(
        standings, board.isReady(), pulse.lostSince().orElse(null), run.trouble().orElse(null));
  }

  private List<Standing> standings(Levels levels) {
    var chosen = new ArrayList<Standing>();
    levels.forEach(
        state -> {
          if (choice.takes(state)) {
            chosen.add(standing(state));
          }
        });
    return List.copyOf(chosen);
  }

  private static Standing standing(State state) {
    return new Standing(
        state.subject(),
        state.level(),
        state.declared(),
        state.reported(),
        state.score(),
        Instant.ofEpochMilli(state.effectiveAt()),
        state.nextFallAt() == State.NEVER ? null : Instant.ofEpochMilli(state.nextFallAt()));
  }

  @Override
  public Optional<Detail> detail(Subject subject) {
    return board
        .find(subject)
        .map(
            state ->
                new Detail(
                    board.whole(state),
                    board.history().of(subject).limit(CHANGES_SHOWN).map(board::whole).toList()));
  }

  @Override
  public void close() {
    pulse.close();
    run.close();
  }
}
