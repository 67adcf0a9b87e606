package io.tocsin.api.console;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.tocsin.api.Answer;
import io.tocsin.api.Routes;
import io.tocsin.api.access.Scope;
import io.tocsin.model.Control;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;

/** What analysts did, latest first. */
public final class AuditRoutes implements Routes {
  private static final int OK = 200;

  private final Supplier<List<Control>> controls;

  /**
   * @param controls as they are recorded, latest first
   */
  public AuditRoutes(Supplier<List<Control>> controls) {
    this.controls = controls;
  }

  @Override
  public void addTo(RoutesConfig routes) {
    routes.get("/api/v1/controls", this::controls, Scope.READ);
  }

  private void controls(Context context) {
    var shown = controls.get().stream().map(AuditRoutes::shown).toList();
    Answer.json(OK, Map.of("controls", shown)).to(context);
  }

  private static Map<String, Object> shown(Control control) {
    var shown = new LinkedHashMap<String, Object>();
    shown.put("id", control.id());
    shown.put("type", control.type());
    shown.put("entity", control.entity());
    shown.put("region", control.region());
    shown.put("level", control.level());
    shown.put("until", control.until() == null ? null : control.until().toString());
    shown.put("at", control.at().toString());
    shown.put("actor", control.actor());
    shown.put("reason", control.reason());
    shown.values().removeIf(Objects::isNull);
    return shown;
  }
}
