package io.tocsin.app;

import io.tocsin.model.Subject;
import io.tocsin.reference.Nearest;
import io.tocsin.reference.Reference;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** Entities and regions as people call them, and what ids are called. */
final class Names {
  private final Reference reference;
  private final List<String> notes = new ArrayList<>();

  Names(Reference reference) {
    this.reference = reference;
  }

  /** Ids of entities, regions, sources and authorities to names; an unknown id to itself. */
  static UnaryOperator<String> of(Reference reference) {
    return id ->
        reference
            .entities()
            .find(id)
            .map(entity -> entity.name())
            .or(() -> reference.regions().find(id).map(region -> region.name()))
            .or(() -> reference.sources().find(id).map(source -> source.name()))
            .or(() -> reference.authorities().find(id).map(authority -> authority.name()))
            .orElse(id);
  }

  /**
   * The id of an entity given by id, name or alias; {@code overall} and {@code unattributed} are
   * names too.
   *
   * @throws Failure where there is none of that name
   */
  String entity(String text) {
    var special = special(text);
    if (special != null) {
      return special;
    }
    return id(
        "entity",
        text,
        reference.entities()::has,
        reference.entities()::suggest,
        reference.entities().all().stream()
            .flatMap(entity -> List.of(entity.id(), entity.name()).stream())
            .toList(),
        "entities");
  }

  /**
   * The id of a region given by id, name or alias.
   *
   * @throws Failure where there is none of that name
   */
  String region(String text) {
    return id(
        "region",
        text,
        reference.regions()::has,
        reference.regions()::suggest,
        reference.regions().all().stream()
            .flatMap(region -> List.of(region.id(), region.name()).stream())
            .toList(),
        "regions");
  }

  /** Which ids were taken for names, one sentence each. */
  List<String> notes() {
    return List.copyOf(notes);
  }

  private static String special(String text) {
    return switch (text.toLowerCase(Locale.ROOT)) {
      case Subject.OVERALL, "overall" -> Subject.OVERALL;
      case Subject.UNATTRIBUTED, "unattributed" -> Subject.UNATTRIBUTED;
      default -> null;
    };
  }

  private String id(
      String what,
      String text,
      Predicate<String> has,
      Function<String, Optional<String>> suggest,
      Collection<String> known,
      String shelf) {
    if (has.test(text)) {
      return text;
    }
    var meant = suggest.apply(text);
    if (meant.isPresent()) {
      notes.add("%s '%s' is %s".formatted(what, text, meant.get()));
      return meant.get();
    }
    var nearest = Nearest.to(text, known);
    throw new Failure(
        "no %s is called '%s'".formatted(what, text),
        nearest.map(near -> "Did you mean '" + near + "'? ").orElse("")
            + "See them with: tocsin reference show "
            + shelf);
  }
}
