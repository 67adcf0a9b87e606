package io.tocsin.oracle;

import static io.tocsin.model.OfficialStatement.Status.CANCELLED;
import static io.tocsin.model.OfficialStatement.Status.ISSUED;

import io.tocsin.model.Action;
import io.tocsin.model.Category;
import io.tocsin.model.Level;
import io.tocsin.model.OfficialStatement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Random statements of all actions, with their revisions and cancellations. */
final class ScenarioStatements {
  private static final List<Action> ACTIONS =
      List.of(
          Action.SET_LEVEL,
          Action.SET_LEVEL,
          Action.SET_LEVEL,
          Action.CONFIRM,
          Action.CONFIRM,
          Action.DENY,
          Action.WARN,
          Action.ALL_CLEAR,
          Action.COMMENT);

  private final Choice choice;
  private final List<OfficialStatement> said = new ArrayList<>();
  private int count;

  ScenarioStatements(Choice choice) {
    this.choice = choice;
  }

  /** One statement; rarely also the cancellation that comes before it. */
  List<Object> write(Instant at) {
    if (!said.isEmpty() && choice.oneIn(7)) {
      var old = said.remove(Math.max(0, said.size() - 1 - choice.random.nextInt(8)));
      return List.of(revised(old, at, CANCELLED));
    }
    if (!said.isEmpty() && choice.oneIn(12)) {
      var old = said.remove(Math.max(0, said.size() - 1 - choice.random.nextInt(8)));
      var next = revised(old, at, ISSUED);
      said.add(next);
      return List.of(next);
    }
    var authority = choice.of(choice.world.authorities());
    var statement = statement(authority, at);
    if (choice.oneIn(20)) {
      var before = at.minus(Duration.ofMinutes(choice.random.nextInt(300)));
      return List.of(revised(statement, before, CANCELLED), statement);
    }
    said.add(statement);
    return List.of(statement);
  }

  private OfficialStatement statement(String authority, Instant at) {
    var action = choice.of(ACTIONS);
    boolean sets = action == Action.SET_LEVEL;
    boolean narrowed = (action == Action.CONFIRM || action == Action.DENY) && choice.oneIn(3);
    return new OfficialStatement(
        choice.id("s", count++),
        authority,
        at,
        sets && choice.oneIn(2) ? at.plusMillis(1 + choice.random.nextInt(400_000_000)) : null,
        choice.oneIn(5) ? at.plus(Duration.ofDays(2)) : null,
        action,
        sets ? choice.of(List.of(Level.values())) : null,
        null,
        null,
        null,
        choice.oneIn(2) ? List.of() : choice.entities(2),
        regions(authority),
        narrowed ? List.of(Category.ATTACK, choice.of(List.of(Category.values()))) : List.of(),
        sets && choice.oneIn(4) ? references(authority, at) : List.of(),
        "Statement of " + authority,
        null,
        0,
        ISSUED,
        Map.of());
  }

  private List<String> regions(String authority) {
    if (choice.oneIn(4)) {
      return List.of();
    }
    if (choice.oneIn(8)) {
      return List.of(choice.region(), choice.of(choice.world.groups()));
    }
    if (choice.oneIn(8)) {
      return List.of(choice.region());
    }
    var jurisdiction = choice.world.jurisdiction(authority).orElseThrow();
    var inside =
        choice.world.regions().stream()
            .filter(
                r -> {
                  var line = choice.world.regionLineage(r);
                  var country = line.get(line.size() - 1);
                  return jurisdiction.stream()
                      .anyMatch(
                          j -> line.contains(j) || choice.world.groupMembers(j).contains(country));
                })
            .toList();
    boolean there = choice.focus != null && inside.contains(choice.focus.region());
    var region = there && !choice.oneIn(3) ? choice.focus.region() : choice.of(inside);
    return choice.oneIn(3) ? List.of(choice.of(inside), region) : List.of(region);
  }

  private List<String> references(String authority, Instant at) {
    return said.stream()
        .filter(s -> s.authority().equals(authority) && s.issuedAt().isBefore(at))
        .filter(s -> s.action() == Action.SET_LEVEL)
        .map(OfficialStatement::id)
        .reduce((first, last) -> last)
        .stream()
        .toList();
  }

  private OfficialStatement revised(
      OfficialStatement old, Instant at, OfficialStatement.Status status) {
    boolean sets = old.action() == Action.SET_LEVEL;
    return new OfficialStatement(
        old.id(),
        old.authority(),
        at,
        null,
        null,
        old.action(),
        sets ? choice.of(List.of(Level.values())) : null,
        null,
        null,
        null,
        old.entities(),
        choice.oneIn(3) ? regions(old.authority()) : old.regions(),
        old.categories(),
        List.of(),
        old.text(),
        null,
        old.revision() + 1,
        status,
        Map.of());
  }
}
