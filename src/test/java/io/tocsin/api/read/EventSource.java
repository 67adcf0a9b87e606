package io.tocsin.api.read;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

/** A client of Server-Sent Events by the standard, one connection long. */
final class EventSource implements AutoCloseable {
  final List<Event> events = new CopyOnWriteArrayList<>();
  volatile String lastId;
  volatile boolean ended;

  private static final long PATIENCE_MILLIS = 10_000;

  private final Stream<String> lines;
  private final Thread thread;

  /**
   * @param type {@code message} where the event has none
   */
  record Event(String type, String data) {}

  private EventSource(Stream<String> lines) {
    this.lines = lines;
    thread = new Thread(this::read, "event-source");
    thread.setDaemon(true);
    thread.start();
  }

  static EventSource open(HttpClient client, String url, String lastId) {
    var request = HttpRequest.newBuilder(URI.create(url)).header("Accept", "text/event-stream");
    if (lastId != null) {
      request.header("Last-Event-ID", lastId);
    }
    try {
      var answer = client.send(request.build(), HttpResponse.BodyHandlers.ofLines());
      if (answer.statusCode() != 200) {
        throw new IllegalStateException("answered " + answer.statusCode());
      }
      return new EventSource(answer.body());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private void read() {
    var block = new Block();
    try {
      lines.forEach(block::line);
    } catch (UncheckedIOException e) {
      // cut off
    } finally {
      ended = true;
    }
  }

  private final class Block {
    private String id;
    private String type = "message";
    private String data;

    void line(String line) {
      if (line.isEmpty()) {
        end();
      } else if (line.startsWith("id:")) {
        id = line.substring(3).strip();
      } else if (line.startsWith("event:")) {
        type = line.substring(6).strip();
      } else if (line.startsWith("data:")) {
        data = line.substring(5).strip();
      }
    }

    private void end() {
      if (id != null) {
        lastId = id;
      }
      if (data != null) {
        events.add(new Event(type, data));
      }
      id = null;
      type = "message";
      data = null;
    }
  }

  /** After it nothing is read any more: what was heard and the last id belong together. */
  @Override
  public void close() {
    lines.close();
    try {
      thread.join(PATIENCE_MILLIS);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    if (thread.isAlive()) {
      throw new IllegalStateException("the source still reads");
    }
  }
}
