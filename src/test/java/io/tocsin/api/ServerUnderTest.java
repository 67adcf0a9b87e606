package io.tocsin.api;

import io.tocsin.api.access.Tokens;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** A server on a free port, and a client that calls it. */
public final class ServerUnderTest implements AutoCloseable {
  private final ApiServer server;
  private final HttpClient client = HttpClient.newHttpClient();

  private ServerUnderTest(ApiServer server) {
    this.server = server;
  }

  public static ServerUnderTest with(Routes... parts) {
    return with(Tokens.NONE, parts);
  }

  public static ServerUnderTest with(Tokens tokens, Routes... parts) {
    return new ServerUnderTest(ApiServer.start("127.0.0.1", 0, tokens, List.of(parts)));
  }

  public int port() {
    return server.port();
  }

  /** What programs may ask for; the pages and files of the console are for browsers. */
  public Set<String> routes() {
    return server.routes().stream()
        .filter(route -> route.matches("[A-Z]+ /(api|cap|health|metrics)\\b.*"))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  public HttpRequest.Builder to(String path) {
    return HttpRequest.newBuilder(URI.create(server.address() + path));
  }

  public HttpResponse<String> get(String path, String... headers) {
    var request = to(path);
    return send(headers.length == 0 ? request : request.headers(headers));
  }

  public HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  public HttpClient client() {
    return client;
  }

  @Override
  public void close() {
    server.close();
  }
}
