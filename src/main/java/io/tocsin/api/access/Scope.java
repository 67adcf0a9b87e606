package io.tocsin.api.access;

import io.javalin.security.RouteRole;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What a token allows, and what a route asks for. */
public enum Scope implements RouteRole {
  /** Asked for by routes that anybody may use; no token says it. */
  OPEN("open"),
  READ("read"),
  PUBLISH_NEWS("publish:news"),
  PUBLISH_STATEMENTS("publish:statements"),
  CONTROL("control");

  private final String title;

  Scope(String title) {
    this.title = title;
  }

  /** As it stands in the file of tokens: {@code publish:news}. */
  public String title() {
    return title;
  }

  /** The titles that a token may have. */
  public static List<String> titles() {
    return Arrays.stream(values()).filter(scope -> scope != OPEN).map(Scope::title).toList();
  }

  /** The scope of this title, but for {@link #OPEN}. */
  public static Optional<Scope> ofTitle(String title) {
    return Arrays.stream(values())
        .filter(scope -> scope != OPEN && scope.title.equals(title))
        .findFirst();
  }
}
