package io.tocsin.deliver.notice;

import io.tocsin.model.AlertLevelChange;
import io.tocsin.model.Subject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Changes that wait for others of their group, or for the end of quiet hours. */
final class Gathering {
  private static final String QUIET = "";

  private final Terms terms;
  private final Map<String, Group> groups = new LinkedHashMap<>();

  /** A change on its way to an endpoint, with its place in the topic. */
  record Waiting(AlertLevelChange change, Position position) {}

  private static final class Group {
    private final Instant due;
    private final List<Waiting> waiting = new ArrayList<>();

    Group(Instant due) {
      this.due = due;
    }
  }

  Gathering(Terms terms) {
    this.terms = terms;
  }

  void take(Waiting waiting, Instant now) {
    var change = waiting.change();
    var quietUntil =
        terms.quiet() == null || terms.quiet().isBrokenBy(change)
            ? null
            : terms.quiet().endAfter(now).orElse(null);
    var group =
        quietUntil == null
            ? group(terms.grouping().key(change), now.plus(terms.collect()))
            : group(QUIET, quietUntil);
    group.waiting.addAll(overtaken(waiting, group));
    group.waiting.add(waiting);
  }

  /** The groups whose time has come, first the one that is due first. */
  List<List<Waiting>> due(Instant now) {
    var due =
        groups.values().stream()
            .filter(group -> !group.due.isAfter(now))
            .sorted(Comparator.comparing(group -> group.due))
            .toList();
    groups.values().removeAll(due);
    return due.stream().map(group -> group.waiting).toList();
  }

  boolean holds(Subject subject) {
    return groups.values().stream()
        .flatMap(group -> group.waiting.stream())
        .anyMatch(w -> w.change().subject().equals(subject));
  }

  List<Waiting> all() {
    var all = groups.values().stream().flatMap(group -> group.waiting.stream()).toList();
    groups.clear();
    return all;
  }

  private Group group(String key, Instant due) {
    return groups.computeIfAbsent(key, k -> new Group(due));
  }

  /** Earlier changes of the subject that might be told after this one go before it. */
  private List<Waiting> overtaken(Waiting waiting, Group into) {
    var subject = waiting.change().subject();
    var overtaken = new ArrayList<Waiting>();
    for (var group : groups.values()) {
      if (group != into && !group.due.isBefore(into.due)) {
        group.waiting.stream()
            .filter(w -> w.change().subject().equals(subject))
            .forEach(overtaken::add);
        group.waiting.removeAll(overtaken);
      }
    }
    // groups are in the order in which they were begun, which is not that of the subject
    overtaken.sort(Comparator.comparingLong(w -> w.change().sequence()));
    return overtaken;
  }
}
