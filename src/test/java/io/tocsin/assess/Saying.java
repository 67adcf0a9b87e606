package io.tocsin.assess;

import io.tocsin.model.Action;
import io.tocsin.model.Category;
import io.tocsin.model.Incoming;
import io.tocsin.model.Level;
import io.tocsin.model.OfficialStatement;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** A statement under construction; about isil in FR unless said otherwise. */
final class Saying {
  private final String id;
  private final String authority;
  private final Action action;
  private final Instant issued;
  private final Function<Incoming, Scene> sink;
  private Level level = Level.SEVERE;
  private List<String> entities = List.of("isil");
  private List<String> regions = List.of("FR");
  private List<Category> categories = List.of();
  private List<String> references = List.of();
  private Instant expires;
  private int revision;
  private OfficialStatement.Status status = OfficialStatement.Status.ISSUED;

  Saying(
      String id, String authority, Action action, Instant issued, Function<Incoming, Scene> sink) {
    this.id = id;
    this.authority = authority;
    this.action = action;
    this.issued = issued;
    this.sink = sink;
  }

  Saying level(Level declared) {
    level = declared;
    return this;
  }

  Saying about(String... who) {
    entities = List.of(who);
    return this;
  }

  Saying in(String... where) {
    regions = List.of(where);
    return this;
  }

  Saying of(Category... some) {
    categories = List.of(some);
    return this;
  }

  Saying replacing(String... ids) {
    references = List.of(ids);
    return this;
  }

  Saying until(double hours) {
    expires = Scene.hour(hours);
    return this;
  }

  Saying revision(int number) {
    revision = number;
    return this;
  }

  Saying cancelled(int number) {
    revision = number;
    status = OfficialStatement.Status.CANCELLED;
    return this;
  }

  Scene sent() {
    return sink.apply(
        new OfficialStatement(
            id,
            authority,
            issued,
            expires,
            null,
            action,
            action == Action.SET_LEVEL ? level : null,
            null,
            null,
            null,
            entities,
            regions,
            categories,
            references,
            null,
            null,
            revision,
            status,
            Map.of()));
  }
}
