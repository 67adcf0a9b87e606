package io.tocsin.api.publish;

import io.tocsin.api.Answer;
import io.tocsin.api.ProblemType;
import io.tocsin.api.Refused;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Answers to requests that had an idempotency key, to be given again
 * (draft-ietf-httpapi-idempotency-key-header). They are in memory, the oldest go first where they
 * take too much, and a restart forgets them: a record that is published again then counts once all
 * the same, for its id tells it.
 */
public final class Repeats {
  private static final int OVERHEAD = 500;

  private final InstantSource clock;
  private final Duration keep;
  private final long most;
  private final Map<String, Kept> kept = new LinkedHashMap<>();
  private final Set<String> underWay = new HashSet<>();
  private long characters;

  /** An answer, and what it was an answer to. */
  private record Kept(Instant at, byte[] request, Answer answer) {
    long size(String key) {
      return OVERHEAD + key.length() + answer.body().length();
    }
  }

  /**
   * @param keep how long an answer is kept at most
   * @param most characters that all of them may have
   */
  public Repeats(InstantSource clock, Duration keep, long most) {
    this.clock = clock;
    this.keep = keep;
    this.most = most;
  }

  /**
   * Begins the work on a request.
   *
   * @param key what its sender calls it, made unique to that one
   * @throws Refused where another of that key is worked on
   */
  synchronized Attempt begin(String key) {
    forgetOld();
    if (!underWay.add(key)) {
      throw Refused.of(
          ProblemType.IN_PROGRESS,
          "A request of this Idempotency-Key is being worked on. Send it again when that one is answered.");
    }
    return new Attempt(key, Optional.ofNullable(kept.get(key)));
  }

  /** The work on one request. */
  final class Attempt implements AutoCloseable {
    private final String key;
    private final Optional<Kept> earlier;

    private Attempt(String key, Optional<Kept> earlier) {
      this.key = key;
      this.earlier = earlier;
    }

    boolean isRepeated() {
      return earlier.isPresent();
    }

    /**
     * The answer of before.
     *
     * @param request hash of the request
     * @throws Refused where that was another request
     */
    Answer again(byte[] request) {
      var before = earlier.orElseThrow();
      if (!Arrays.equals(before.request(), request)) {
        throw Refused.of(
            ProblemType.KEY_REUSED,
            "This Idempotency-Key belongs to a request with another body. Take a new key for each request.");
      }
      return before.answer().header("Idempotent-Replayed", "true");
    }

    /** Keeps an answer that stays the same however often the request comes. */
    void keep(byte[] request, Answer answer) {
      put(key, new Kept(clock.instant(), request, answer));
    }

    @Override
    public void close() {
      synchronized (Repeats.this) {
        underWay.remove(key);
      }
    }
  }

  private synchronized void put(String key, Kept answer) {
    if (answer.size(key) > most) {
      return;
    }
    characters += answer.size(key);
    kept.put(key, answer);
    var oldest = kept.entrySet().iterator();
    while (characters > most) {
      forget(oldest);
    }
  }

  private void forgetOld() {
    var before = clock.instant().minus(keep);
    var oldest = kept.entrySet().iterator();
    while (!kept.isEmpty() && kept.entrySet().iterator().next().getValue().at().isBefore(before)) {
      forget(oldest);
    }
  }

  private void forget(Iterator<Map.Entry<String, Kept>> oldest) {
    var entry = oldest.next();
    characters -= entry.getValue().size(entry.getKey());
    oldest.remove();
  }
}
