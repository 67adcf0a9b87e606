package io.tocsin.trace;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.function.BiConsumer;

/**
 * Takes spans as a collector of OpenTelemetry does: OTLP over HTTP, in Protocol Buffers, of which
 * it reads what tests ask for.
 */
public final class Collector implements AutoCloseable {
  private static final int VARINT = 0;
  private static final int FIXED_64 = 1;
  private static final int BYTES = 2;

  private final List<Seen> spans = Collections.synchronizedList(new ArrayList<>());
  private final HttpServer server;

  /**
   * A span that was told.
   *
   * @param parent the id of its parent; empty where it has none
   */
  public record Seen(String trace, String id, String parent, String name, int links) {}

  private Collector(HttpServer server) {
    this.server = server;
    server.createContext("/v1/traces", this::take);
    server.start();
  }

  /** Opens one on a free port. */
  public static Collector open() {
    try {
      return new Collector(
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What {@code otel.exporter.otlp.endpoint} is set to. */
  public String address() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /** The spans so far. */
  public List<Seen> spans() {
    synchronized (spans) {
      return List.copyOf(spans);
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }

  private void take(HttpExchange exchange) throws IOException {
    var request = ByteBuffer.wrap(exchange.getRequestBody().readAllBytes());
    // ExportTraceServiceRequest.resource_spans, ResourceSpans.scope_spans, ScopeSpans.spans
    within(request, 1, resource -> within(resource, 2, scope -> within(scope, 2, this::span)));
    exchange.sendResponseHeaders(200, -1);
    exchange.close();
  }

  private void span(ByteBuffer span) {
    var fields = new String[6];
    var links = new ArrayList<ByteBuffer>();
    each(
        span,
        (number, value) -> {
          switch (number) {
            case 1, 2, 4 -> fields[number] = HexFormat.of().formatHex(bytes(value));
            case 5 -> fields[number] = new String(bytes(value), StandardCharsets.UTF_8);
            case 13 -> links.add(value);
            default -> {}
          }
        });
    var parent = fields[4] == null ? "" : fields[4];
    spans.add(new Seen(fields[1], fields[2], parent, fields[5], links.size()));
  }

  private interface Taker {
    void take(ByteBuffer message);
  }

  private static void within(ByteBuffer message, int field, Taker taker) {
    each(
        message,
        (number, value) -> {
          if (number == field) {
            taker.take(value);
          }
        });
  }

  /** Each field of a message that is not a number. */
  private static void each(ByteBuffer message, BiConsumer<Integer, ByteBuffer> taker) {
    while (message.hasRemaining()) {
      int tag = (int) varint(message);
      switch (tag & 7) {
        case VARINT -> varint(message);
        case FIXED_64 -> message.getLong();
        case BYTES -> {
          int length = (int) varint(message);
          taker.accept(tag >> 3, message.slice(message.position(), length));
          message.position(message.position() + length);
        }
        default -> message.getInt();
      }
    }
  }

  private static long varint(ByteBuffer from) {
    long value = 0;
    for (int shift = 0; ; shift += 7) {
      byte next = from.get();
      value |= (long) (next & 0x7f) << shift;
      if (next >= 0) {
        return value;
      }
    }
  }

  private static byte[] bytes(ByteBuffer value) {
    var bytes = new byte[value.remaining()];
    value.get(bytes);
    return bytes;
  }
}
