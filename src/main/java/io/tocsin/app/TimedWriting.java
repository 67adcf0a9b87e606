package io.tocsin.app;

import io.tocsin.deliver.board.State;
import io.tocsin.deliver.board.Told;
import io.tocsin.deliver.live.Writing;
import io.tocsin.vitals.Latency;
import java.time.Duration;
import java.time.InstantSource;

/** Measures how long changes took to those who listen. */
record TimedWriting(Writing writing, Latency latency, InstantSource clock) implements Writing {
  @Override
  public byte[] change(Told told) {
    return writing.change(told);
  }

  @Override
  public byte[] level(State state) {
    return writing.level(state);
  }

  @Override
  public void told(Told told) {
    var took = Duration.ofMillis(clock.millis() - told.emittedAt());
    latency.took(Latency.Leg.CHANGE_TO_STREAM, took, null);
  }
}
