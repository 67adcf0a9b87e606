package io.tocsin.reference;

import io.tocsin.model.Reliability;
import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;

/** The news publishers and their default grades. */
public final class Sources {
  private final Map<String, Source> byId;

  Sources(Map<String, Source> byId) {
    this.byId = Collections.unmodifiableMap(byId);
  }

  /** {@link Reliability#F} for an unknown source: cannot be judged, which is not "worst". */
  public Reliability reliability(String id) {
    var source = byId.get(id);
    return source == null ? Reliability.F : source.reliability();
  }

  public Optional<Source> find(String id) {
    return Optional.ofNullable(byId.get(id));
  }

  /** In the order of the file. */
  public Collection<Source> all() {
    return byId.values();
  }
}
