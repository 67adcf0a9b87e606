package io.tocsin.api.read;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.tocsin.api.Routes;
import io.tocsin.deliver.webhook.Webhooks;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** How the webhooks of this process are, and their books. */
public final class WebhookRoutes implements Routes {
  static final String PATH = "/api/v1/webhooks";

  private final Supplier<List<Webhooks.Health>> webhooks;

  public WebhookRoutes(Supplier<List<Webhooks.Health>> webhooks) {
    this.webhooks = webhooks;
  }

  @Override
  public void addTo(RoutesConfig routes) {
    Reads.add(routes, PATH, this::list);
  }

  private void list(Context context) {
    var body = Map.of("webhooks", webhooks.get().stream().map(WebhookRoutes::row).toList());
    Reply.send(context, Reply.json(body), Reply.MOVING, 0);
  }

  private static Map<String, Object> row(Webhooks.Health health) {
    var books = health.books();
    var row = new LinkedHashMap<String, Object>();
    row.put("id", health.id());
    row.put("template", health.template().name());
    row.put("host", health.host());
    row.put("raised", books.raised());
    row.put("delivered", books.delivered());
    row.put("muted", books.muted());
    row.put("abandoned", books.abandoned());
    row.put("pending", books.pending());
    row.put("repeated", books.repeated());
    row.put("trouble", books.trouble().isEmpty() ? null : books.trouble());
    row.put("retryAt", Moments.text(books.retryAt()));
    return row;
  }
}
