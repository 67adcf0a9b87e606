package io.tocsin.api.console;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import io.tocsin.api.Routes;
import io.tocsin.api.access.Scope;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.webjars.WebJarVersionLocator;

/**
 * The console's files. They say nothing of levels, so they are open; what a page shows it asks the
 * API for, with the token of who looks.
 */
public final class ConsoleRoutes implements Routes {
  /** Addresses that the page itself tells apart. */
  private static final List<String> PAGES =
      List.of(
          "/",
          "/subject/{entity}/{region}",
          "/story/{entity}/{region}/{story}",
          "/pipeline",
          "/try",
          "/audit");

  private static final String PAGE = "index.html";
  private static final Map<String, String> SINGLE = Map.of("d3.js", "dist/d3.min.js");
  private static final String TEMPLATES = "lit-html";
  private static final int NOT_MODIFIED = 304;

  private final Assets assets = new Assets();
  private final WebJarVersionLocator libraries = new WebJarVersionLocator();

  @Override
  public void addTo(RoutesConfig routes) {
    PAGES.forEach(
        path -> routes.get(path, context -> answer(context, assets.own(PAGE)), Scope.OPEN));
    routes.get(
        "/console/<name>",
        context -> answer(context, assets.own(context.pathParam("name"))),
        Scope.OPEN);
    routes.get(
        "/lib/" + TEMPLATES + "/<name>",
        context -> answer(context, library(TEMPLATES, context.pathParam("name"))),
        Scope.OPEN);
    SINGLE.forEach(
        (name, place) ->
            routes.get(
                "/lib/" + name,
                context -> answer(context, library(name.replace(".js", ""), place)),
                Scope.OPEN));
  }

  private Optional<Assets.Asset> library(String library, String place) {
    return place.contains("..")
        ? Optional.empty()
        : Optional.ofNullable(libraries.fullPath(library, place)).flatMap(assets::at);
  }

  private static void answer(Context context, Optional<Assets.Asset> found) {
    var asset = found.orElseThrow(NotFoundResponse::new);
    context.header("ETag", asset.etag());
    context.header("Cache-Control", "no-cache");
    if (asset.etag().equals(context.header("If-None-Match"))) {
      context.status(NOT_MODIFIED);
    } else {
      context.contentType(asset.type()).result(asset.bytes());
    }
  }
}
