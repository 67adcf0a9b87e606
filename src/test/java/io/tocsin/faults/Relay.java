package io.tocsin.faults;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;

/**
 * A stretch of network that can be cut: hands bytes on between those who connect to it and one port
 * of this machine. While it is cut nothing comes through and nobody is told, as where a cable was
 * pulled; when it is mended, what was under way then is lost with its connection.
 */
final class Relay implements AutoCloseable {
  private static final int CHUNK = 64 * 1024;

  private final ServerSocket door;
  private final int target;
  private final List<Socket> open = new ArrayList<>();
  private boolean cut;

  private Relay(ServerSocket door, int target) {
    this.door = door;
    this.target = target;
  }

  static Relay to(int target, int port) throws IOException {
    var door = new ServerSocket();
    door.setReuseAddress(true);
    door.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
    var relay = new Relay(door, target);
    inBackground("relay-" + target, relay::accept);
    return relay;
  }

  int port() {
    return door.getLocalPort();
  }

  /** From now on nothing comes through, in either direction, of old connections and new ones. */
  synchronized void cut() {
    cut = true;
  }

  /** What connects from now on gets through. */
  synchronized void mend() {
    cut = false;
    open.forEach(Relay::shut);
    open.clear();
    notifyAll();
  }

  private void accept() throws IOException {
    while (true) {
      var near = door.accept();
      inBackground("relay-in-" + target, () -> connect(near));
    }
  }

  private void connect(Socket near) throws IOException {
    keep(near);
    awaitWhole();
    if (near.isClosed()) {
      return;
    }
    Socket far;
    try {
      far = new Socket(InetAddress.getLoopbackAddress(), target);
    } catch (IOException nobodyThere) {
      shut(near);
      return;
    }
    keep(far);
    near.setTcpNoDelay(true);
    far.setTcpNoDelay(true);
    inBackground("relay-back-" + target, () -> pass(far, near));
    pass(near, far);
  }

  private void pass(Socket from, Socket to) throws IOException {
    try (from;
        to) {
      var in = from.getInputStream();
      var out = to.getOutputStream();
      var chunk = new byte[CHUNK];
      for (int read = in.read(chunk); read >= 0; read = in.read(chunk)) {
        awaitWhole();
        out.write(chunk, 0, read);
      }
      // an end of the connection does not come through either
      awaitWhole();
    } finally {
      forget(from, to);
    }
  }

  private synchronized void awaitWhole() throws IOException {
    try {
      while (cut) {
        wait();
      }
    } catch (InterruptedException e) {
      throw new IOException(e);
    }
  }

  private synchronized void keep(Socket socket) {
    open.add(socket);
  }

  private synchronized void forget(Socket... sockets) {
    open.removeAll(List.of(sockets));
  }

  private static void shut(Socket socket) {
    try {
      socket.close();
    } catch (IOException e) {
      // it is gone all the same
    }
  }

  @Override
  public void close() throws IOException {
    door.close();
    mend();
  }

  private interface Work {
    void run() throws IOException;
  }

  private static void inBackground(String name, Work work) {
    var thread =
        new Thread(
            () -> {
              try {
                work.run();
              } catch (IOException e) {
                // an end of the connection is gone, so this half is done
              }
            },
            name);
    thread.setDaemon(true);
    thread.start();
  }
}
