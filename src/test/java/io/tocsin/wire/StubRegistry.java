package io.tocsin.wire;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * As much of the Confluent REST API as is needed, below a path of its own; it can go and return.
 */
public final class StubRegistry implements AutoCloseable {
  private static final String PATH = "/apis/ccompat/v7";

  private final int port;
  private HttpServer server;
  private final ObjectMapper json = new ObjectMapper();
  private final List<String> schemas = new CopyOnWriteArrayList<>();
  private final Map<Integer, String> answers = new ConcurrentHashMap<>();
  private final Queue<Integer> failures = new ConcurrentLinkedQueue<>();
  final List<String> requests = new CopyOnWriteArrayList<>();
  final List<String> authorizations = new CopyOnWriteArrayList<>();

  public StubRegistry() throws IOException {
    server = serving(0);
    port = server.getAddress().getPort();
  }

  private HttpServer serving(int port) throws IOException {
    var serving =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
    serving.createContext(PATH, this::handle);
    serving.start();
    return serving;
  }

  /** Nobody answers at its address any more. */
  public void leave() {
    server.stop(0);
  }

  /** It answers there again, and knows what it knew. */
  public void comeBack() throws IOException {
    server = serving(port);
  }

  public URI url() {
    return URI.create("http://127.0.0.1:" + port + PATH);
  }

  /** The next requests are answered with these statuses and nothing else. */
  void failWith(Integer... statuses) {
    failures.addAll(List.of(statuses));
  }

  /** What {@code GET /schemas/ids/id} answers. */
  void answer(int id, String body) {
    answers.put(id, body);
  }

  /** Registers a schema as another producer would. */
  public int register(String schema) {
    int known = schemas.indexOf(schema);
    if (known >= 0) {
      return known + 1;
    }
    schemas.add(schema);
    return schemas.size();
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      String path = exchange.getRequestURI().getRawPath().substring(PATH.length());
      requests.add(exchange.getRequestMethod() + " " + path);
      authorizations.add(String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")));
      byte[] body = exchange.getRequestBody().readAllBytes();
      Integer failure = failures.poll();
      if (failure != null) {
        send(exchange, failure, "{\"error_code\":" + failure + "}");
      } else if (path.startsWith("/subjects/")) {
        String schema = json.readTree(body).get("schema").asText();
        send(exchange, 200, "{\"id\":" + register(schema) + "}");
      } else {
        sendSchema(exchange, Integer.parseInt(path.substring("/schemas/ids/".length())));
      }
    }
  }

  private void sendSchema(HttpExchange exchange, int id) throws IOException {
    if (answers.containsKey(id)) {
      send(exchange, 200, answers.get(id));
    } else if (id < 1 || id > schemas.size()) {
      send(exchange, 404, "{\"error_code\":40403}");
    } else {
      send(exchange, 200, json.createObjectNode().put("schema", schemas.get(id - 1)).toString());
    }
  }

  private static void send(HttpExchange exchange, int status, String body) throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
