package io.tocsin.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RelayTest {
  private static final int A_WHILE_MILLIS = 300;

  private ServerSocket server;
  private Relay relay;

  @BeforeEach
  void open() throws IOException {
    server = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
    relay = Relay.to(server.getLocalPort(), 0);
  }

  @AfterEach
  void close() throws IOException {
    relay.close();
    server.close();
  }

  @Test
  void shouldHandOnInBothDirections_whenItIsWhole() throws IOException {
    try (var near = connect();
        var far = server.accept()) {
      near.getOutputStream().write(1);
      far.getOutputStream().write(2);

      assertThat(far.getInputStream().read()).isEqualTo(1);
      assertThat(near.getInputStream().read()).isEqualTo(2);
    }
  }

  @Test
  void shouldTellNobody_whenItIsCut() throws IOException {
    try (var near = connect();
        var far = server.accept()) {
      near.setSoTimeout(A_WHILE_MILLIS);
      relay.cut();

      far.getOutputStream().write(2);
      far.shutdownOutput();

      assertThatThrownBy(() -> near.getInputStream().read())
          .isInstanceOf(SocketTimeoutException.class);
    }
  }

  @Test
  void shouldLetNewConnectionsThrough_whenItIsMended() throws IOException {
    relay.cut();
    relay.mend();

    try (var near = connect();
        var far = server.accept()) {
      near.getOutputStream().write(1);

      assertThat(far.getInputStream().read()).isEqualTo(1);
    }
  }

  private Socket connect() throws IOException {
    return new Socket(InetAddress.getLoopbackAddress(), relay.port());
  }
}
