package io.tocsin.broker;

import io.tocsin.broker.BrokerUnavailable.Reason;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The two server sockets of the node, bound before any of its settings is written: so a taken port
 * is known before a file is touched, and the port that any free port turned out to be is known
 * before it is advertised.
 */
final class Listeners implements AutoCloseable {
  private static final int BACKLOG = 50;

  private final Map<String, ServerSocketChannel> waiting = new ConcurrentHashMap<>();
  private final int brokerPort;
  private final int controllerPort;

  private Listeners(ServerSocketChannel broker, ServerSocketChannel controller) {
    waiting.put(BrokerSettings.BROKER_LISTENER, broker);
    waiting.put(BrokerSettings.CONTROLLER_LISTENER, controller);
    brokerPort = broker.socket().getLocalPort();
    controllerPort = controller.socket().getLocalPort();
  }

  /**
   * @param port of the broker; 0 for any free one
   * @throws BrokerUnavailable with {@link Reason#PORT_TAKEN}
   */
  static Listeners bind(int port) {
    var broker = open(port);
    try {
      return new Listeners(broker, open(0));
    } catch (BrokerUnavailable e) {
      close(broker);
      throw e;
    }
  }

  int brokerPort() {
    return brokerPort;
  }

  int controllerPort() {
    return controllerPort;
  }

  /** Hands a bound socket over to the server, which closes it from then on. */
  ServerSocketChannel take(String listener) throws IOException {
    var socket = waiting.remove(listener);
    if (socket == null) {
      throw new IOException("listener " + listener + " is not bound, or was taken before");
    }
    return socket;
  }

  @Override
  public void close() {
    waiting.values().forEach(Listeners::close);
    waiting.clear();
  }

  private static ServerSocketChannel open(int port) {
    ServerSocketChannel socket = null;
    try {
      socket = ServerSocketChannel.open();
      socket.bind(new InetSocketAddress(BrokerSettings.HOST, port), BACKLOG);
      socket.configureBlocking(false);
      return socket;
    } catch (IOException e) {
      if (socket != null) {
        close(socket);
      }
      throw new BrokerUnavailable(
          Reason.PORT_TAKEN,
          "cannot listen on port %d of %s (%s): stop the process that holds it, or choose another port"
              .formatted(port, BrokerSettings.HOST, e.getMessage()),
          e);
    }
  }

  private static void close(ServerSocketChannel socket) {
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
