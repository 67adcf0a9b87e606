package io.tocsin.vitals;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;

/** Whether a process is ready to serve: when each of its parts that must be is. */
public final class Readiness {
  private final List<Part> parts = new CopyOnWriteArrayList<>();

  private record Part(String name, Supplier<Optional<String>> hindrance) {}

  /**
   * How one part is found.
   *
   * @param hindrance why it is not ready, as a fragment: {@code restores its state}; empty where it
   *     is
   */
  public record Found(String name, Optional<String> hindrance) {
    public boolean isReady() {
      return hindrance.isEmpty();
    }
  }

  /**
   * Registers a part.
   *
   * @param hindrance why it is not ready now, empty where it is; answers at once, on any thread
   */
  public void needs(String name, Supplier<Optional<String>> hindrance) {
    parts.add(new Part(name, hindrance));
  }

  /** Shows the parts that are registered by now: 1 where one is ready. */
  public void bindTo(MeterRegistry meters) {
    for (var part : parts) {
      Gauge.builder("tocsin.ready", part, p -> p.hindrance().get().isEmpty() ? 1 : 0)
          .tag("part", part.name())
          .description("whether a part that must be ready is: 1 where it is")
          .register(meters);
    }
  }

  /** How every part is found, in the order in which they were registered. */
  public List<Found> look() {
    return parts.stream().map(part -> new Found(part.name(), part.hindrance().get())).toList();
  }
}
