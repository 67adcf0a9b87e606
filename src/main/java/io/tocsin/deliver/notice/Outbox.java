package io.tocsin.deliver.notice;

import io.tocsin.model.AlertLevelChange;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * An endpoint's way from changes to messages and verdicts. Messages go one after the other, so the
 * changes of a subject are told in their order. Its books balance: {@code raised = delivered +
 * muted + abandoned + pending}. For one thread; time is told to it.
 */
public final class Outbox {
  private static final int FULL = 10_000;

  /** So often a message is brought that the receiver calls bad before it is given up. */
  private static final int MOST_REJECTIONS = 3;

  private final Terms terms;
  private final Function<String, List<String>> lineage;
  private final Hush hush;
  private final Standing standing;
  private final Gathering gathering;
  private final Positions positions = new Positions();
  private final Deque<Parcel> ready = new ArrayDeque<>();
  private final List<Verdict> verdicts = new ArrayList<>();
  private final Set<String> through = Collections.newSetFromMap(new Recent());
  private String refusal;
  private int pending;

  /** The last changes that something became of: a crash may come before that is committed. */
  private static final class Recent extends LinkedHashMap<String, Boolean> {
    private static final long serialVersionUID = 1L;

    @Override
    protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
      return size() > 2 * FULL;
    }
  }

  /** A message under way, and how often it was tried in vain. */
  private static final class Parcel {
    private final Message message;
    private final List<Position> positions;
    private Instant notBefore;
    private int failures;

    Parcel(Message message, List<Position> positions, Instant now) {
      this.message = message;
      this.positions = positions;
      this.notBefore = now;
    }
  }

  /**
   * @param lineage of a region: its own id and those around it
   */
  public Outbox(Terms terms, Silences silences, Function<String, List<String>> lineage) {
    this.terms = terms;
    this.lineage = lineage;
    this.hush = new Hush(silences);
    this.standing = new Standing(terms.match().minLevel(), terms.repeat(), silences);
    this.gathering = new Gathering(terms);
  }

  /** Remembers what became of a change before a restart; in the order in which it became so. */
  public void restore(Verdict verdict) {
    if (verdict.fate() != Verdict.Fate.REPEATED) {
      through.add(verdict.change().id());
    }
    if (verdict.fate().isMuted()) {
      hush.keep(verdict.change());
    } else if (!verdict.fate().isAbandoned()) {
      hush.told(verdict.change());
      standing.told(verdict.change(), verdict.at());
    }
  }

  /**
   * Takes the next change of the topic.
   *
   * @return whether the endpoint asks for it, and nothing has become of it before a restart
   */
  public boolean take(AlertLevelChange change, Position position, Instant now) {
    positions.open(position);
    if (through.remove(change.id()) || !terms.match().covers(change, lineage)) {
      positions.close(position);
      return false;
    }
    settle(now);
    var muted =
        refusal == null
            ? hush.mute(change, now)
            : Optional.of(new Verdict(change, Verdict.Fate.REFUSED, now, refusal));
    if (muted.isPresent()) {
      verdicts.add(muted.get());
      positions.close(position);
    } else {
      hush.told(change);
      pending++;
      gathering.take(new Gathering.Waiting(change, position), now);
    }
    return true;
  }

  /** Passes over a record of the topic that is not for this endpoint to judge. */
  public void skip(Position position) {
    positions.open(position);
    positions.close(position);
  }

  /** The message to send now, if there is one; the same until its end is told. */
  public Optional<Message> due(Instant now) {
    if (refusal != null) {
      return Optional.empty();
    }
    settle(now);
    for (var group : gathering.due(now)) {
      pack(Message.Kind.CHANGE, group, now);
    }
    if (isOpen(now)) {
      var again = standing.due(now, terms.grouping().most());
      if (!again.isEmpty()) {
        ready.add(new Parcel(new Message(Message.Kind.REMINDER, again, now), List.of(), now));
      }
    }
    var head = ready.peek();
    return head == null || head.notBefore.isAfter(now)
        ? Optional.empty()
        : Optional.of(head.message);
  }

  /** The receiver has the message that was due. */
  public void delivered(Instant now, String detail) {
    var parcel = ready.remove();
    for (var change : parcel.message.changes()) {
      standing.told(change, now);
    }
    boolean first = parcel.message.kind() == Message.Kind.CHANGE;
    end(parcel, first ? Verdict.Fate.DELIVERED : Verdict.Fate.REPEATED, now, detail);
  }

  /**
   * The receiver did not take the message that was due.
   *
   * @param asked optional: what it asked for by Retry-After
   */
  public void failed(Instant now, String detail, Duration asked) {
    var parcel = ready.peek();
    parcel.failures++;
    later(parcel, now, detail, terms.ladder().after(parcel.failures, asked));
  }

  /** The receiver calls the message that was due bad, and may take the next. */
  public void rejected(Instant now, String detail) {
    var parcel = ready.peek();
    parcel.failures++;
    later(
        parcel,
        now,
        detail,
        parcel.failures < MOST_REJECTIONS
            ? terms.ladder().after(parcel.failures, null)
            : Optional.empty());
  }

  /** A reminder is not worth holding up what is new; its next one comes in time. */
  private void later(Parcel parcel, Instant now, String detail, Optional<Duration> wait) {
    boolean reminder = parcel.message.kind() == Message.Kind.REMINDER;
    if (wait.isPresent() && !reminder) {
      parcel.notBefore = now.plus(wait.get());
      return;
    }
    ready.remove();
    if (reminder) {
      parcel.message.changes().forEach(change -> standing.told(change, now));
    }
    end(parcel, Verdict.Fate.GIVEN_UP, now, detail);
  }

  /** The receiver is no more: whatever waits, and whatever comes, is not told. */
  public void refuse(Instant now, String why) {
    refusal = why;
    gathering.all().forEach(w -> ready.add(parcel(Message.Kind.CHANGE, List.of(w), now)));
    while (!ready.isEmpty()) {
      end(ready.remove(), Verdict.Fate.REFUSED, now, why);
    }
  }

  /** What became of changes since this was asked last. */
  public List<Verdict> verdicts() {
    var taken = List.copyOf(verdicts);
    verdicts.clear();
    return taken;
  }

  /** By partition, the offset of the first change that is not through. */
  public Map<Integer, Long> resume() {
    return positions.resume();
  }

  /** Changes of which nothing has become yet. */
  public int pending() {
    return pending;
  }

  /**
   * Whether no more should be taken for now: much waits, or so much was read beyond what waits that
   * after a restart it would not be known what is through.
   */
  public boolean isFull() {
    return pending >= FULL || positions.ahead() >= FULL;
  }

  /** When the message that failed is to be tried again; empty where none has. */
  public Optional<Instant> retryAt() {
    return Optional.ofNullable(ready.peek()).filter(p -> p.failures > 0).map(p -> p.notBefore);
  }

  private boolean isOpen(Instant now) {
    return terms.quiet() == null || terms.quiet().endAfter(now).isEmpty();
  }

  private void settle(Instant now) {
    boolean open = isOpen(now);
    var over =
        hush.over(
            now,
            change ->
                (open || terms.quiet().isBrokenBy(change)) && !gathering.holds(change.subject()));
    int most = terms.grouping().most();
    for (int i = 0; i < over.size(); i += most) {
      var some = over.subList(i, Math.min(over.size(), i + most));
      ready.add(new Parcel(new Message(Message.Kind.AFTER_SILENCE, some, now), List.of(), now));
    }
  }

  private void pack(Message.Kind kind, List<Gathering.Waiting> group, Instant now) {
    int most = terms.grouping().most();
    for (int i = 0; i < group.size(); i += most) {
      ready.add(parcel(kind, group.subList(i, Math.min(group.size(), i + most)), now));
    }
  }

  private static Parcel parcel(Message.Kind kind, List<Gathering.Waiting> some, Instant now) {
    var changes = some.stream().map(Gathering.Waiting::change).toList();
    var positions = some.stream().map(Gathering.Waiting::position).toList();
    return new Parcel(new Message(kind, changes, now), positions, now);
  }

  private void end(Parcel parcel, Verdict.Fate fate, Instant now, String detail) {
    parcel.positions.forEach(positions::close);
    pending -= parcel.positions.size();
    if (parcel.message.kind() == Message.Kind.CHANGE || fate == Verdict.Fate.REPEATED) {
      parcel.message.changes().forEach(c -> verdicts.add(new Verdict(c, fate, now, detail)));
    }
  }
}
