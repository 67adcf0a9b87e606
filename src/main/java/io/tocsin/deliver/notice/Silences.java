package io.tocsin.deliver.notice;

import io.tocsin.model.Control;
import io.tocsin.model.Subject;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/**
 * What analysts asked to be left alone with, by controls of type SILENCE and ACK. For one thread.
 *
 * <p>A silence without an entity is for all of a region, one without a region for all of an entity;
 * a region holds what lies in it. The latest silence of the same entity and region replaces those
 * before it; one that ends when it begins lifts it.
 */
public final class Silences {
  private final Function<String, List<String>> lineage;
  private final Map<Scope, Control> silences = new HashMap<>();
  private final Map<Subject, Instant> acknowledged = new HashMap<>();

  /** What a silence is about; either may be null. */
  private record Scope(String entity, String region) {}

  /**
   * @param lineage of a region: its own id and those around it
   */
  public Silences(Function<String, List<String>> lineage) {
    this.lineage = lineage;
  }

  /** Takes note of a control; other types than SILENCE and ACK are passed over. */
  public void take(Control control) {
    if (control.type() == Control.Type.SILENCE) {
      silences.merge(new Scope(control.entity(), control.region()), control, Silences::later);
    } else if (control.type() == Control.Type.ACK && control.region() != null) {
      acknowledged.merge(control.subject(), control.at(), (a, b) -> a.isAfter(b) ? a : b);
    }
  }

  /** The silence that covers a subject at a moment. */
  public Optional<Control> covering(Subject subject, Instant now) {
    var around = lineage.apply(subject.region());
    return silences.entrySet().stream()
        .filter(entry -> covers(entry.getKey(), subject, around))
        .map(Map.Entry::getValue)
        .filter(silence -> silence.until() == null || silence.until().isAfter(now))
        .findFirst();
  }

  /** Whether somebody said, since a moment, that he knows of a subject. */
  public boolean isAcknowledged(Subject subject, Instant since) {
    var at = acknowledged.get(subject);
    return at != null && !at.isBefore(since);
  }

  private static boolean covers(Scope scope, Subject subject, List<String> around) {
    return (scope.entity() == null || Objects.equals(scope.entity(), subject.entity()))
        && (scope.region() == null
            || scope.region().equals(subject.region())
            || around.contains(scope.region()));
  }

  private static Control later(Control a, Control b) {
    return b.at().isBefore(a.at()) ? a : b;
  }
}
