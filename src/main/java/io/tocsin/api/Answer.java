package io.tocsin.api;

import io.javalin.http.Context;
import java.util.Map;

/**
 * What a request is answered, in JSON.
 *
 * @param body what is written as one object
 * @param headers beside those that every answer has
 */
public record Answer(
    int status, String contentType, Map<String, Object> body, Map<String, String> headers) {
  static final String PROBLEM = "application/problem+json";
  private static final String JSON = "application/json";

  public static Answer json(int status, Map<String, Object> body) {
    return new Answer(status, JSON, body, Map.of());
  }

  /** Answers a request with it. */
  public void to(Context context) {
    headers.forEach(context::header);
    context.status(status).json(body).contentType(contentType);
  }
}
