package io.tocsin.app;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Settings that go to a library as they are; text form hides the secret ones.
 *
 * @param values by the library's own names, without a prefix
 */
public record ClientSettings(Map<String, String> values) {
  public static final ClientSettings NONE = new ClientSettings(Map.of());

  public ClientSettings {
    values = Map.copyOf(values);
  }

  @Override
  public String toString() {
    return new TreeMap<>(values)
        .entrySet().stream()
            .map(e -> e.getKey() + "=" + Secrets.shown(e.getKey(), e.getValue()))
            .collect(Collectors.joining(", ", "{", "}"));
  }
}
