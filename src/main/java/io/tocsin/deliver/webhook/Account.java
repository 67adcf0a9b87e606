package io.tocsin.deliver.webhook;

import io.tocsin.deliver.notice.Verdict;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;

/**
 * The books of an endpoint since it was started: {@code raised = delivered + muted + abandoned +
 * pending}. Written by its run, read by anybody.
 */
public final class Account {
  private final Map<Verdict.Fate, Long> ended = new EnumMap<>(Verdict.Fate.class);
  private long raised;
  private long pending;
  private String trouble = "";
  private Instant retryAt;

  /**
   * The books at one moment.
   *
   * @param trouble what the receiver answered last, if it did not take a message; else empty
   * @param retryAt optional: when it is tried again
   */
  public record Balance(
      long raised,
      long delivered,
      long muted,
      long abandoned,
      long repeated,
      long pending,
      String trouble,
      Instant retryAt) {

    public boolean isEven() {
      return raised == delivered + muted + abandoned + pending;
    }
  }

  synchronized void raised() {
    raised++;
    pending++;
  }

  synchronized void ended(Verdict verdict) {
    ended.merge(verdict.fate(), 1L, Long::sum);
    if (verdict.fate() != Verdict.Fate.REPEATED) {
      pending--;
    }
  }

  /** What waits is taken up anew, by whoever has the partitions now. */
  synchronized void reset() {
    raised -= pending;
    pending = 0;
  }

  synchronized void trouble(String what, Instant again) {
    trouble = what;
    retryAt = again;
  }

  public synchronized Balance balance() {
    long muted = 0;
    long abandoned = 0;
    for (var entry : ended.entrySet()) {
      muted += entry.getKey().isMuted() ? entry.getValue() : 0;
      abandoned += entry.getKey().isAbandoned() ? entry.getValue() : 0;
    }
    return new Balance(
        raised,
        ended.getOrDefault(Verdict.Fate.DELIVERED, 0L),
        muted,
        abandoned,
        ended.getOrDefault(Verdict.Fate.REPEATED, 0L),
        pending,
        trouble,
        retryAt);
  }
}
