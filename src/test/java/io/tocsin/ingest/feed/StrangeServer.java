package io.tocsin.ingest.feed;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPOutputStream;

/** Answers requests with whatever bytes a test wants, HTTP or not. */
final class StrangeServer implements Closeable {
  private final ServerSocket socket;
  private final ExecutorService threads = Executors.newCachedThreadPool(StrangeServer::daemon);
  private final Map<String, Behaviour> behaviours = new ConcurrentHashMap<>();
  private final List<Asked> asked = new CopyOnWriteArrayList<>();

  /** What to do with one connection. */
  interface Behaviour {
    void answer(Asked asked, Socket connection) throws IOException;
  }

  /** A request as it came. */
  record Asked(String path, Map<String, String> headers) {}

  StrangeServer() throws IOException {
    socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    threads.execute(this::listen);
  }

  int port() {
    return socket.getLocalPort();
  }

  StrangeServer at(String path, Behaviour behaviour) {
    behaviours.put(path, behaviour);
    return this;
  }

  /** Sends bytes as they are, and closes. */
  StrangeServer at(String path, byte[] raw) {
    return at(path, (asked, connection) -> connection.getOutputStream().write(raw));
  }

  List<Asked> asked(String path) {
    return asked.stream().filter(a -> a.path().equals(path)).toList();
  }

  @Override
  public void close() throws IOException {
    socket.close();
    threads.shutdownNow();
  }

  /** A whole answer. */
  static byte[] answer(String status, byte[] body, String... headers) {
    var bytes = new ByteArrayOutputStream();
    bytes.writeBytes(head(status, headers));
    bytes.writeBytes(body);
    return bytes.toByteArray();
  }

  static byte[] head(String status, String... headers) {
    var head = new StringBuilder("HTTP/1.1 " + status + "\r\nConnection: close\r\n");
    for (var header : headers) {
      head.append(header).append("\r\n");
    }
    return head.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1);
  }

  static byte[] ok(byte[] body, String... headers) {
    return answer("200 OK", body, headers);
  }

  static byte[] moved(String to) {
    return answer("302 Found", new byte[0], "Location: " + to);
  }

  /** Very little that becomes very much. */
  static byte[] bomb(int bytes) throws IOException {
    var packed = new ByteArrayOutputStream();
    try (var out = new GZIPOutputStream(packed)) {
      var zeros = new byte[1 << 16];
      for (int i = 0; i < bytes / zeros.length; i++) {
        out.write(zeros);
      }
    }
    return packed.toByteArray();
  }

  /** Writes the same again and again, until the other side has enough. */
  static void forever(OutputStream out, byte[] piece) throws IOException {
    while (true) {
      out.write(piece);
    }
  }

  private void listen() {
    while (!socket.isClosed()) {
      try {
        var connection = socket.accept();
        threads.execute(() -> serve(connection));
      } catch (IOException e) {
        return;
      }
    }
  }

  private void serve(Socket connection) {
    try (connection) {
      var request = request(connection);
      asked.add(request);
      behaviours
          .getOrDefault(request.path(), (a, c) -> c.getOutputStream().write(head("404 No")))
          .answer(request, connection);
    } catch (IOException e) {
      // the other side has had enough
    }
  }

  private static Asked request(Socket connection) throws IOException {
    var in = connection.getInputStream();
    var head = new ByteArrayOutputStream();
    while (!head.toString(StandardCharsets.ISO_8859_1).endsWith("\r\n\r\n")) {
      int next = in.read();
      if (next < 0) {
        throw new IOException("no request");
      }
      head.write(next);
    }
    var lines = head.toString(StandardCharsets.ISO_8859_1).split("\r\n");
    var headers = new ConcurrentHashMap<String, String>();
    for (int i = 1; i < lines.length; i++) {
      int colon = lines[i].indexOf(':');
      headers.put(
          lines[i].substring(0, colon).toLowerCase(Locale.ROOT),
          lines[i].substring(colon + 1).strip());
    }
    return new Asked(lines[0].split(" ")[1], headers);
  }

  private static Thread daemon(Runnable work) {
    var thread = new Thread(work, "strange-server");
    thread.setDaemon(true);
    return thread;
  }

  /** A byte now and then, for as long as anybody listens. */
  static void drip(Socket connection, CountDownLatch over) throws IOException {
    var out = connection.getOutputStream();
    out.write(head("200 OK"));
    try {
      while (!over.await(100, TimeUnit.MILLISECONDS)) {
        out.write('n');
        out.flush();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
