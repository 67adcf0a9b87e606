package io.tocsin.reference;

import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;

/** The issuers of official statements. */
public final class Authorities {
  private final Map<String, Authority> byId;

  Authorities(Map<String, Authority> byId) {
    this.byId = Collections.unmodifiableMap(byId);
  }

  public Optional<Authority> find(String id) {
    return Optional.ofNullable(byId.get(id));
  }

  /** In the order of the file. */
  public Collection<Authority> all() {
    return byId.values();
  }
}
