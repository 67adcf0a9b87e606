package io.tocsin.api;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.javalin.config.RoutesConfig;
import io.tocsin.api.access.Scope;
import java.io.IOException;
import java.io.UncheckedIOException;

/** The description of the API (OpenAPI 3.1). */
public final class OpenApiRoutes implements Routes {
  static final String PATH = "/api/v1/openapi.json";
  private static final String SOURCE = "/api/openapi.yaml";

  private final String json = read();

  @Override
  public void addTo(RoutesConfig routes) {
    routes.get(PATH, context -> context.result(json).contentType("application/json"), Scope.OPEN);
  }

  private static String read() {
    try (var in = OpenApiRoutes.class.getResourceAsStream(SOURCE)) {
      return JsonMapper.builder()
          .build()
          .writeValueAsString(YAMLMapper.builder().build().readTree(in));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
