package io.tocsin.wire;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;

/** Two requests of the Confluent REST API, each asked again while the registry is not well. */
final class RegistryRequests {
  private static final String MEDIA_TYPE = "application/vnd.schemaregistry.v1+json";
  private static final int MAX_ANSWER = 4 * 1024 * 1024;
  private static final int NOT_FOUND = 404;
  private static final int TOO_MANY_REQUESTS = 429;
  private static final int SERVER_ERROR = 500;

  private final RegistryOptions options;
  private final HttpClient client;
  private final ObjectMapper json = new ObjectMapper();

  RegistryRequests(RegistryOptions options) {
    this.options = options;
    var builder = HttpClient.newBuilder().connectTimeout(options.timeout());
    if (options.trust() != null) {
      builder.sslContext(options.trust());
    }
    this.client = builder.build();
  }

  /** Registers a schema, or finds it registered; its id. */
  int register(String subject, String schema) {
    String body = json.createObjectNode().put("schema", schema).toString();
    String path =
        "/subjects/" + URLEncoder.encode(subject, StandardCharsets.UTF_8).replace("+", "%20");
    HttpRequest request =
        request(path + "/versions")
            .header("Content-Type", MEDIA_TYPE)
            .POST(BodyPublishers.ofString(body))
            .build();
    JsonNode id =
        ask(request)
            .map(answer -> answer.get("id"))
            .orElseThrow(() -> unavailable(request, "answered 404: is the URL's path right?"));
    if (!id.canConvertToInt()) {
      throw unavailable(request, "answered without an id");
    }
    return id.intValue();
  }

  /** What the registry has under an id; empty where it has nothing. */
  Optional<ObjectNode> schema(int id) {
    return ask(request("/schemas/ids/" + Integer.toUnsignedString(id)).GET().build());
  }

  private HttpRequest.Builder request(String path) {
    String base = options.url().toString().replaceAll("/+$", "");
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(base + path))
            .timeout(options.timeout())
            .header("Accept", MEDIA_TYPE + ", application/json");
    if (options.authorization() != null) {
      request.header("Authorization", options.authorization());
    }
    return request;
  }

  private Optional<ObjectNode> ask(HttpRequest request) {
    Duration wait = options.backoff();
    for (int attempt = 1; ; attempt++) {
      try {
        HttpResponse<InputStream> answer = client.send(request, BodyHandlers.ofInputStream());
        byte[] body;
        try (InputStream in = answer.body()) {
          body = in.readNBytes(MAX_ANSWER);
        }
        if (answer.statusCode() == NOT_FOUND) {
          return Optional.empty();
        }
        if (answer.statusCode() == 200) {
          return Optional.of(object(request, body));
        }
        if (!isPassing(answer.statusCode()) || attempt == options.attempts()) {
          throw unavailable(request, "answered " + answer.statusCode() + " " + excerpt(body));
        }
      } catch (IOException e) {
        if (attempt == options.attempts()) {
          throw new RegistryUnavailable(describe(request) + " failed: " + e, e);
        }
      } catch (InterruptedException e) {
        throw interrupted(request, e);
      }
      wait = pause(request, wait);
    }
  }

  private Duration pause(HttpRequest request, Duration wait) {
    try {
      Thread.sleep(wait.toMillis());
      return wait.multipliedBy(2);
    } catch (InterruptedException e) {
      throw interrupted(request, e);
    }
  }

  private ObjectNode object(HttpRequest request, byte[] body) {
    try {
      if (json.readTree(body) instanceof ObjectNode object) {
        return object;
      }
    } catch (JsonProcessingException e) {
      throw new RegistryUnavailable(describe(request) + " answered with broken JSON", e);
    } catch (IOException e) {
      throw new RegistryUnavailable(describe(request) + " failed", e);
    }
    throw unavailable(request, "answered with something else than a JSON object");
  }

  private static boolean isPassing(int status) {
    return status >= SERVER_ERROR || status == TOO_MANY_REQUESTS;
  }

  private static String excerpt(byte[] body) {
    String text = new String(body, StandardCharsets.UTF_8);
    return text.substring(0, Math.min(text.length(), 200));
  }

  private RegistryUnavailable interrupted(HttpRequest request, InterruptedException e) {
    Thread.currentThread().interrupt();
    return new RegistryUnavailable(describe(request) + " was interrupted", e);
  }

  private static RegistryUnavailable unavailable(HttpRequest request, String what) {
    return new RegistryUnavailable(describe(request) + " " + what, null);
  }

  private static String describe(HttpRequest request) {
    return request.method() + " " + request.uri();
  }
}
