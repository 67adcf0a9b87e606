package io.tocsin.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Many clients of the stream of changes, by one thread. Prints {@code ready} once all stand, and at
 * the end what they heard. The sum of the sequences tells whether one was missed or came twice.
 *
 * <p>Arguments: port, clients, changes that each is to hear, seconds to wait for them at most.
 */
public final class StreamListeners {
  private static final int LINE = 512;
  private static final byte[] DATA = "data: ".getBytes(UTF_8);
  private static final byte[] DROPPED = "event: dropped".getBytes(UTF_8);
  private static final byte[] SEQUENCE = "\"sequence\":".getBytes(UTF_8);

  private final ByteBuffer buffer = ByteBuffer.allocateDirect(256 * 1024);
  private final byte[] chunk = new byte[256 * 1024];
  private final List<Client> clients = new ArrayList<>();
  private final int wanted;
  private int stand;
  private int done;
  private long bytes;
  private long firstAt;
  private long lastAt;

  private StreamListeners(int wanted) {
    this.wanted = wanted;
  }

  /** What one client has read. */
  private static final class Client {
    final byte[] line = new byte[LINE];
    int length;
    boolean stands;
    boolean dropped;
    int events;
    long sum;
  }

  public static void main(String[] args) throws IOException {
    var listeners = new StreamListeners(Integer.parseInt(args[2]));
    try (var selector = Selector.open()) {
      for (int i = 0; i < Integer.parseInt(args[1]); i++) {
        listeners.connect(selector, Integer.parseInt(args[0]));
      }
      listeners.listen(selector, Long.parseLong(args[3]));
    }
    listeners.report();
  }

  private void connect(Selector selector, int port) throws IOException {
    var channel = SocketChannel.open(new InetSocketAddress("127.0.0.1", port));
    // 1.0, so that the server does not cut the stream into chunks, which would have to be read too
    var request = "GET /api/v1/alerts/stream HTTP/1.0\r\nHost: localhost:" + port + "\r\n\r\n";
    channel.write(ByteBuffer.wrap(request.getBytes(UTF_8)));
    channel.configureBlocking(false);
    var client = new Client();
    clients.add(client);
    channel.register(selector, SelectionKey.OP_READ, client);
    read(selector, 0);
  }

  private void listen(Selector selector, long seconds) throws IOException {
    long end = System.nanoTime() + seconds * 1_000_000_000L;
    boolean told = false;
    while (done < clients.size() && !selector.keys().isEmpty() && System.nanoTime() < end) {
      read(selector, 1_000);
      if (!told && stand == clients.size()) {
        told = true;
        System.out.println("ready");
      }
    }
  }

  private void read(Selector selector, long wait) throws IOException {
    if (wait == 0) {
      selector.selectNow();
    } else {
      selector.select(wait);
    }
    for (var key : selector.selectedKeys()) {
      read(key);
    }
    selector.selectedKeys().clear();
  }

  private void read(SelectionKey key) throws IOException {
    buffer.clear();
    int read = ((SocketChannel) key.channel()).read(buffer);
    if (read < 0) {
      key.cancel();
      return;
    }
    bytes += read;
    buffer.flip();
    buffer.get(chunk, 0, read);
    var client = (Client) key.attachment();
    for (int i = 0; i < read; i++) {
      byte b = chunk[i];
      if (b == '\n') {
        line(client);
        client.length = 0;
      } else if (client.length < LINE) {
        client.line[client.length++] = b;
      }
    }
  }

  private void line(Client client) {
    if (starts(client, DROPPED)) {
      client.dropped = true;
      done++;
    }
    if (!client.stands && client.length > 3 && client.line[0] == 'i') {
      client.stands = true;
      stand++;
    }
    if (client.dropped || !starts(client, DATA)) {
      return;
    }
    lastAt = System.nanoTime();
    firstAt = firstAt == 0 ? lastAt : firstAt;
    client.sum += sequence(client);
    if (++client.events == wanted) {
      done++;
    }
  }

  private static boolean starts(Client client, byte[] start) {
    return client.length >= start.length
        && Arrays.mismatch(client.line, 0, start.length, start, 0, start.length) < 0;
  }

  private static long sequence(Client client) {
    for (int at = DATA.length; at + SEQUENCE.length < client.length; at++) {
      if (Arrays.mismatch(client.line, at, at + SEQUENCE.length, SEQUENCE, 0, SEQUENCE.length)
          < 0) {
        long value = 0;
        for (int i = at + SEQUENCE.length; Character.isDigit(client.line[i]); i++) {
          value = 10 * value + client.line[i] - '0';
        }
        return value;
      }
    }
    return 0;
  }

  private void report() {
    long sum = (long) wanted * (wanted + 1) / 2;
    clients.stream()
        .filter(c -> !c.dropped && (c.events != wanted || c.sum != sum))
        .limit(5)
        .forEach(c -> System.out.println("wrong: " + c.events + ", sum off by " + (c.sum - sum)));
    System.out.printf(
        "clients %d, heard all %d changes once each: %d; dropped %d; heard between %d and %d, %d MB in %.1f s%n",
        clients.size(),
        wanted,
        clients.stream().filter(c -> c.events == wanted && c.sum == sum).count(),
        clients.stream().filter(c -> c.dropped).count(),
        clients.stream().mapToInt(c -> c.events).min().orElse(0),
        clients.stream().mapToInt(c -> c.events).max().orElse(0),
        bytes >> 20,
        (lastAt - firstAt) / 1e9);
  }
}
