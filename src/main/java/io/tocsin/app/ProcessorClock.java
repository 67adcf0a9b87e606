package io.tocsin.app;

import io.tocsin.app.Options.ClockMode;
import java.util.Locale;
import java.util.Optional;

/** The clock of a processor, told to whoever looks at its group: it is part of its client id. */
final class ProcessorClock {
  private ProcessorClock() {}

  /** {@code tocsin-processor-wall-MEMBER}. */
  static String clientId(String application, ClockMode clock, String member) {
    return "%s-%s-%s".formatted(application, clock.name().toLowerCase(Locale.ROOT), member);
  }

  /** What a client id says of the clock; empty where it is none of Tocsin's. */
  static Optional<ClockMode> of(String application, String clientId) {
    for (var clock : ClockMode.values()) {
      if (clientId.startsWith(clientId(application, clock, ""))) {
        return Optional.of(clock);
      }
    }
    return Optional.empty();
  }
}
