package io.tocsin.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.javalin.http.Context;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a request is answered, in JSON.
 *
 * @param body as it is sent
 * @param headers beside those that every answer has
 */
public record Answer(int status, String contentType, String body, Map<String, String> headers) {
  static final String PROBLEM = "application/problem+json";
  private static final String JSON = "application/json";
  private static final ObjectWriter WRITER = JsonMapper.builder().build().writer();

  /**
   * @param body of maps, lists, texts and numbers; written as one object
   */
  public static Answer json(int status, Map<String, Object> body) {
    return of(status, JSON, body, Map.of());
  }

  static Answer of(
      int status, String contentType, Map<String, Object> body, Map<String, String> headers) {
    try {
      return new Answer(status, contentType, WRITER.writeValueAsString(body), headers);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("not plain JSON", e);
    }
  }

  /** The same, with one more header. */
  public Answer header(String name, String value) {
    var more = new LinkedHashMap<>(headers);
    more.put(name, value);
    return new Answer(status, contentType, body, more);
  }

  /** Answers a request with it. */
  public void to(Context context) {
    headers.forEach(context::header);
    context.status(status).result(body).contentType(contentType);
  }
}
