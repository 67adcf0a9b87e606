package io.tocsin.oracle;

import io.tocsin.model.Control;
import io.tocsin.model.Level;
import io.tocsin.model.Subject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Section 10: the latest PIN or RELEASE decides. */
final class OraclePins {
  private final List<Control> controls = new ArrayList<>();

  boolean isKnown(Control control) {
    return controls.stream().anyMatch(c -> c.id().equals(control.id()));
  }

  void add(Control control) {
    controls.add(control);
  }

  Optional<Level> pinned(Subject subject, long t) {
    return of(subject).stream()
        .filter(c -> c.at().toEpochMilli() <= t)
        .max(Comparator.comparing(Control::at).thenComparing(Control::id))
        .filter(c -> c.type() == Control.Type.PIN)
        .filter(c -> c.until() == null || t < end(c))
        .map(Control::level);
  }

  /** The seconds at which pins of a subject run out by themselves. */
  List<Long> expiries(Subject subject) {
    return of(subject).stream().filter(c -> c.until() != null).map(OraclePins::end).toList();
  }

  boolean wasPinned(Subject subject) {
    return of(subject).stream().anyMatch(c -> c.type() == Control.Type.PIN);
  }

  private List<Control> of(Subject subject) {
    return controls.stream().filter(c -> c.subject().equals(subject)).toList();
  }

  private static long end(Control control) {
    return Seconds.ceiling(control.until().toEpochMilli());
  }
}
