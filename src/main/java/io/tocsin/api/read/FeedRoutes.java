package io.tocsin.api.read;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.tocsin.api.Routes;
import io.tocsin.ingest.feed.FeedHealth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/** How the feeds of this process are doing. */
public final class FeedRoutes implements Routes {
  static final String PATH = "/api/v1/feeds";

  private final Supplier<List<FeedHealth>> feeds;

  public FeedRoutes(Supplier<List<FeedHealth>> feeds) {
    this.feeds = feeds;
  }

  @Override
  public void addTo(RoutesConfig routes) {
    Reads.add(routes, PATH, this::list);
  }

  private void list(Context context) {
    new Parameters(context, Set.of()).check();
    var body = Map.of("feeds", feeds.get().stream().map(FeedRoutes::row).toList());
    Reply.send(context, Reply.json(body), Reply.MOVING, 0);
  }

  private static Map<String, Object> row(FeedHealth health) {
    var row = new LinkedHashMap<String, Object>();
    row.put("id", health.id());
    row.put("state", health.state().name());
    row.put("where", health.where());
    row.put("movedTo", health.movedTo());
    row.put("attemptedAt", Moments.text(health.attemptedAt()));
    row.put("succeededAt", Moments.text(health.succeededAt()));
    row.put("nextAt", Moments.text(health.nextAt()));
    row.put("failures", health.failures());
    row.put("trouble", health.trouble() == null ? null : health.trouble().name());
    row.put("why", health.why().isEmpty() ? null : health.why());
    row.put("items", health.items());
    row.put("published", health.published());
    row.put("revised", health.revised());
    row.put("refused", health.refused());
    row.put("refusals", health.refusals());
    return row;
  }
}
