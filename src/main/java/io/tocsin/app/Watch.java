package io.tocsin.app;

import io.tocsin.model.AlertLevelChange;
import java.time.Instant;
import java.util.List;

/** What a command tells while it runs. Calls may come from any thread. */
public interface Watch {
  /** Something worth a line to whoever waits: {@code starting Kafka on 127.0.0.1:9092}. */
  void say(String notice);

  /** Everything runs and can be reached here. */
  void ready(List<Results.Endpoint> endpoints);

  void change(AlertLevelChange change);

  /** A record was published, in words. */
  default void published(Instant at, String who, String what) {
    say(who + ": " + what);
  }

  void refused(Results.Refusal refusal);

  /**
   * Begins a piece of work whose progress is shown.
   *
   * @param total number of steps, or -1 where nobody knows
   */
  Progress begin(String label, long total);

  /** Progress of one piece of work; closing it ends the display. */
  interface Progress extends AutoCloseable {
    void step(long steps);

    /** Says what is at hand. */
    void label(String text);

    @Override
    void close();
  }
}
