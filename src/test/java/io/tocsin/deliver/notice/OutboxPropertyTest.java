package io.tocsin.deliver.notice;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.model.AlertLevelChange;
import io.tocsin.model.Control;
import io.tocsin.model.Level;
import io.tocsin.model.Subject;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Whatever comes, fails and is silenced: the books balance, and each subject is told in order. */
class OutboxPropertyTest {
  private static final int STEPS = 200;

  /** A run of an outbox by chance. */
  private static final class Run {
    private final Random random;
    private final Silences silences = new Silences(Changes::lineage);
    private final Outbox outbox;
    private final HashMap<Subject, AlertLevelChange> latest = new HashMap<>();
    private final List<Message> delivered = new ArrayList<>();
    private final List<Verdict> verdicts = new ArrayList<>();
    private int raised;
    private long now;

    Run(long seed) {
      random = new Random(seed);
      var match = new Match(Set.of(), Set.of(), Level.of(random.nextInt(3)), Set.of());
      var quiet =
          random.nextBoolean()
              ? null
              : new QuietHours(
                  LocalTime.of(12, 10), LocalTime.of(12, 40), ZoneOffset.UTC, Level.CRITICAL);
      var grouping = Grouping.values()[random.nextInt(Grouping.values().length)];
      var repeat = random.nextBoolean() ? null : Duration.ofMinutes(20);
      var ladder = new RetryLadder(List.of(Duration.ofSeconds(5), Duration.ofSeconds(60)));
      var terms = new Terms(match, grouping, Duration.ofSeconds(10), repeat, quiet, ladder);
      outbox = new Outbox(terms, silences, Changes::lineage);
    }

    void go() {
      for (int step = 0; step < STEPS; step++) {
        now += random.nextInt(30);
        if (random.nextInt(20) == 0) {
          silence();
        }
        change(step);
        send(3);
      }
      now += Duration.ofDays(2).toSeconds();
      send(10 * STEPS);
    }

    private void silence() {
      var at = Changes.NOON.plusSeconds(now);
      var until = at.plusSeconds(random.nextInt(600));
      var id = "silence-" + now;
      silences.take(
          new Control(id, Control.Type.SILENCE, "a", null, null, until, at, "amy", "noise"));
    }

    private void change(int offset) {
      var subject = new Subject(random.nextBoolean() ? "a" : "b", random.nextBoolean() ? "X" : "Y");
      var before = latest.get(subject);
      var from = before == null ? Level.LOW : before.level();
      var to = Level.of((from.ordinal() + 1 + random.nextInt(4)) % 5);
      int sequence = before == null ? 1 : (int) before.sequence() + 1;
      var at = Changes.NOON.plusSeconds(now);
      var change = Changes.change(subject.entity(), subject.region(), sequence, from, to, at);
      latest.put(subject, change);
      raised += outbox.take(change, new Position(0, offset), at) ? 1 : 0;
    }

    private void send(int most) {
      for (int i = 0; i < most; i++) {
        var at = Changes.NOON.plusSeconds(now);
        var due = outbox.due(at);
        if (due.isEmpty()) {
          break;
        }
        if (random.nextInt(4) == 0) {
          outbox.failed(at, "503", null);
          now += most > 3 ? 60 : 0;
        } else {
          delivered.add(due.get());
          outbox.delivered(at, "200");
        }
      }
      verdicts.addAll(outbox.verdicts());
    }
  }

  @Property(tries = 300)
  void shouldBalance_andTellEachSubjectInOrder(@ForAll long seed) {
    var run = new Run(seed);
    run.go();

    long ended = run.verdicts.stream().filter(v -> v.fate() != Verdict.Fate.REPEATED).count();
    assertThat(run.outbox.pending()).isZero();
    assertThat(ended).isEqualTo(run.raised);
    assertThat(run.outbox.resume()).containsEntry(0, (long) STEPS);
    var last = new HashMap<Subject, Long>();
    for (var message : run.delivered) {
      if (message.kind() != Message.Kind.REMINDER) {
        for (var change : message.changes()) {
          var before = last.put(change.subject(), change.sequence());
          assertThat(before == null ? 0 : before).isLessThan(change.sequence());
        }
      }
    }
  }
}
