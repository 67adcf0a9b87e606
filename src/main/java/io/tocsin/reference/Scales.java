package io.tocsin.reference;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The national scales, in their versions. A step may have several names, one a row, all of one
 * order and one level. The file lists a scale's versions oldest first.
 */
public final class Scales {
  private record Place(String scale, String version, String name) {}

  private final List<Step> all;
  private final Map<Place, Step> byName = new HashMap<>();
  private final Map<Place, Step> newest = new HashMap<>();
  private final Map<String, Map<String, List<Step>>> versions = new LinkedHashMap<>();

  Scales(List<Step> steps) {
    all = List.copyOf(steps);
    for (var step : all) {
      for (String name : List.of(step.name(), Integer.toString(step.order()))) {
        byName.putIfAbsent(place(step.scale(), step.version(), name), step);
      }
      versions
          .computeIfAbsent(step.scale(), k -> new LinkedHashMap<>())
          .computeIfAbsent(step.version(), k -> new ArrayList<>())
          .add(step);
    }
    byName.forEach(this::keepNewest);
  }

  private void keepNewest(Place place, Step step) {
    newest.merge(
        new Place(place.scale(), null, place.name()), step, (a, b) -> age(a) >= age(b) ? a : b);
  }

  private int age(Step step) {
    return List.copyOf(versions.get(step.scale()).keySet()).indexOf(step.version());
  }

  /**
   * A step by one of its names, case aside, or by its order as text.
   *
   * @param version {@code null} for the newest version that has the name
   */
  public Optional<Step> step(String scale, String version, String name) {
    var place = place(scale, version, name);
    return Optional.ofNullable(version == null ? newest.get(place) : byName.get(place));
  }

  public boolean has(String scale) {
    return versions.containsKey(scale);
  }

  /** The ids of the scales. */
  public Collection<String> ids() {
    return Collections.unmodifiableSet(versions.keySet());
  }

  /** A scale's newest version, the last that the file lists; {@code null} for an unknown scale. */
  String newest(String scale) {
    var oldestFirst = List.copyOf(versions(scale));
    return oldestFirst.isEmpty() ? null : oldestFirst.get(oldestFirst.size() - 1);
  }

  /** A scale's versions, oldest first; empty for an unknown scale. */
  public Collection<String> versions(String scale) {
    return List.copyOf(versions.getOrDefault(scale, Map.of()).keySet());
  }

  /** The first name of each step of a version, lowest step first. */
  List<String> names(String scale, String version) {
    var names = new LinkedHashMap<Integer, String>();
    versions
        .getOrDefault(scale, Map.of())
        .getOrDefault(version, List.of())
        .forEach(step -> names.putIfAbsent(step.order(), step.name()));
    return List.copyOf(names.values());
  }

  /** In the order of the file. */
  public Collection<Step> all() {
    return all;
  }

  private static Place place(String scale, String version, String name) {
    return new Place(scale, version, Folding.fold(name));
  }
}
