package io.tocsin.app;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.standardwebhooks.Webhook;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

/** A receiver of webhooks that has its moods; {@code /gone} is always gone. */
final class Receiver implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** What it does with a message. */
  enum Mood {
    TAKES,
    FAILS,
    IS_BUSY,
    HANGS
  }

  private final String secret;
  private final List<JsonNode> changes = Collections.synchronizedList(new ArrayList<>());
  private final List<String> faults = Collections.synchronizedList(new ArrayList<>());
  private final AtomicInteger refused = new AtomicInteger();
  private volatile Mood mood = Mood.TAKES;
  private CountDownLatch hanging = new CountDownLatch(1);
  private HttpServer server;
  private final int port;

  /**
   * @param secret what it verifies signatures with
   */
  Receiver(String secret) {
    this.secret = secret;
    this.port = open(0);
  }

  private int open(int wanted) {
    try {
      server =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), wanted), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(Executors.newCachedThreadPool());
    server.createContext("/desk", this::desk);
    server.createContext("/gone", exchange -> answer(exchange, 410));
    server.start();
    return server.getAddress().getPort();
  }

  String url(String path) {
    return "http://127.0.0.1:" + port + path;
  }

  void mood(Mood now) {
    refused.set(0);
    mood = now;
  }

  /** Messages that it did not take since its mood changed. */
  int refused() {
    return refused.get();
  }

  /** The changes that it took, in order. */
  List<JsonNode> changes() {
    synchronized (changes) {
      return List.copyOf(changes);
    }
  }

  /** Messages that were not what they should be. */
  List<String> faults() {
    return faults;
  }

  void stop() {
    hanging.countDown();
    server.stop(0);
  }

  void start() {
    hanging = new CountDownLatch(1);
    open(port);
  }

  @Override
  public void close() {
    stop();
  }

  private void desk(HttpExchange exchange) throws IOException {
    var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    switch (mood) {
      case TAKES -> {
        take(body, exchange);
        answer(exchange, 204);
      }
      case FAILS -> refuse(exchange, 500);
      case IS_BUSY -> {
        exchange.getResponseHeaders().add("Retry-After", "1");
        refuse(exchange, 429);
      }
      case HANGS -> {
        refused.incrementAndGet();
        hang();
        exchange.close();
      }
    }
  }

  private void take(String body, HttpExchange exchange) throws IOException {
    Map<String, List<String>> headers =
        exchange.getRequestHeaders().entrySet().stream()
            .collect(
                Collectors.toMap(e -> e.getKey().toLowerCase(Locale.ROOT), Map.Entry::getValue));
    try {
      new Webhook(secret).verify(body, headers);
    } catch (Exception e) {
      faults.add(e + " for " + body);
    }
    JSON.readTree(body).at("/data/changes").forEach(changes::add);
  }

  private void hang() {
    try {
      hanging.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void refuse(HttpExchange exchange, int status) throws IOException {
    refused.incrementAndGet();
    answer(exchange, status);
  }

  private static void answer(HttpExchange exchange, int status) throws IOException {
    exchange.sendResponseHeaders(status, -1);
    exchange.close();
  }
}
