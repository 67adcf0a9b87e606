package io.tocsin.api;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.tocsin.api.access.Scope;
import io.tocsin.vitals.Readiness;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;

/** Whether the process answers at all, and whether everything in it is ready to serve. */
public final class HealthRoutes implements Routes {
  private static final int OK = 200;
  private static final int UNAVAILABLE = 503;

  private final Readiness readiness;

  public HealthRoutes(Readiness readiness) {
    this.readiness = readiness;
  }

  @Override
  public void addTo(RoutesConfig routes) {
    routes.get("/health/live", HealthRoutes::live, Scope.OPEN);
    routes.head("/health/live", HealthRoutes::live, Scope.OPEN);
    routes.get("/health/ready", this::ready, Scope.OPEN);
    routes.head("/health/ready", this::ready, Scope.OPEN);
  }

  private static void live(Context context) {
    Answer.json(OK, Map.of("status", word(true))).to(context);
  }

  private void ready(Context context) {
    var checks = new ArrayList<Map<String, Object>>();
    boolean all = true;
    for (var finding : readiness.look()) {
      var check = new LinkedHashMap<String, Object>();
      check.put("name", finding.name());
      check.put("status", word(finding.isReady()));
      finding.hindrance().ifPresent(reason -> check.put("reason", reason));
      checks.add(check);
      all &= finding.isReady();
    }
    var body = new LinkedHashMap<String, Object>();
    body.put("status", word(all));
    body.put("checks", checks);
    Answer.json(all ? OK : UNAVAILABLE, body).to(context);
  }

  private static String word(boolean up) {
    return up ? "UP" : "DOWN";
  }
}
