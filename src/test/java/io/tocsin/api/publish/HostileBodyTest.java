package io.tocsin.api.publish;

import static io.tocsin.api.publish.Posting.JSON;
import static io.tocsin.api.publish.Posting.LINES;
import static io.tocsin.api.publish.Posting.NEWS;
import static io.tocsin.api.publish.Posting.array;
import static io.tocsin.api.publish.Posting.gzip;
import static io.tocsin.api.publish.Posting.json;
import static io.tocsin.api.publish.Posting.news;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.SocketException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Bodies that mean harm, or come from a program gone wrong: each ends in a bounded way. */
@Timeout(60)
class HostileBodyTest {
  private final Posting posting = Posting.with(Posting.SMALL);

  @AfterEach
  void close() {
    await()
        .untilAsserted(
            () ->
                assertThat(posting.meters.get("tocsin.http.in.flight.bytes").gauge().value())
                    .isZero());
    posting.close();
  }

  @Test
  void shouldRefuseByWhatItSays_whenTheBodyIsTooLarge() throws IOException {
    try (var socket = open("Content-Length: 4000001", "Content-Type: application/json")) {
      assertThat(status(socket)).contains(" 413 ");
    }
  }

  @Test
  void shouldRefuseByWhatComes_whenABodyWithoutLengthIsEndless() throws IOException {
    try (var socket = open("Transfer-Encoding: chunked", "Content-Type: application/json")) {
      write(socket, "1\r\n[\r\n");
      assertThat(endless(socket, " ".repeat(65_536))).contains(" 413 ");
    }
  }

  @Test
  void shouldRefuseABomb_whereAFewBytesBecomeManyMillions() {
    var bomb = gzip(" ".repeat(20_000_000).getBytes(UTF_8));

    var array = posting.post(NEWS, JSON, bomb, "Content-Encoding", "gzip");
    var blank = gzip("\n".repeat(20_000_000).getBytes(UTF_8));
    var lines = posting.post(NEWS, LINES, blank, "Content-Encoding", "gzip");

    assertThat(bomb.length).isLessThan(50_000);
    assertThat(array.statusCode()).isEqualTo(413);
    assertThat(lines.statusCode()).isEqualTo(413);
  }

  @Test
  void shouldNotUnpackWhatIsPackedWithin_whenTheBodyIsAStream() {
    var packed = gzip(gzip(news("a").getBytes(UTF_8)));

    assertThat(posting.post(NEWS, LINES, packed, "Content-Encoding", "gzip").statusCode())
        .isEqualTo(400);
  }

  @Test
  void shouldSayThatAPackedBodyIsDamaged_orPackedOtherwise() {
    var packed = gzip(array(100).getBytes(UTF_8));
    var cut = java.util.Arrays.copyOf(packed, packed.length - 20);

    var damaged = posting.post(NEWS, JSON, cut, "Content-Encoding", "gzip");
    var plain = posting.post(NEWS, JSON, news("a"), "Content-Encoding", "gzip");
    var other = posting.post(NEWS, JSON, news("a"), "Content-Encoding", "br");

    assertThat(damaged.statusCode()).isEqualTo(400);
    assertThat(damaged.body()).contains("cut short");
    assertThat(plain.statusCode()).isEqualTo(400);
    assertThat(other.statusCode()).isEqualTo(415);
    assertThat(other.headers().firstValue("accept-encoding")).hasValue("gzip");
  }

  @Test
  void shouldTellHowFarItCame_whenAPackedStreamIsDamaged() {
    var packed = gzip((news("a") + "\n" + news("b")).getBytes(UTF_8));
    var cut = java.util.Arrays.copyOf(packed, packed.length - 4);

    var answer = posting.post(NEWS, LINES, cut, "Content-Encoding", "gzip");

    assertThat(json(answer).at("/refusals/0/errors/0/detail").textValue())
        .isEqualTo("is cut short or damaged");
  }

  @Test
  void shouldEndItself_whenABodyDripsByteByByte() throws IOException {
    try (var socket = open("Content-Length: 100000", "Content-Type: application/json")) {
      write(socket, "[");
      assertThat(endless(socket, " ")).contains(" 408 ");
    }
  }

  @Test
  void shouldCountAnEndlessLineAsItComes_andEnd() throws IOException {
    try (var socket = open("Transfer-Encoding: chunked", "Content-Type: application/x-ndjson")) {
      assertThat(endless(socket, "x".repeat(65_536))).containsAnyOf(" 413 ", " 429 ");
    }
  }

  @Test
  void shouldForgetARequest_whoseSenderGoesAway() throws IOException {
    try (var socket = open("Content-Length: 100000", "Content-Type: application/json")) {
      write(socket, "[");
    }
    assertThat(posting.post(NEWS, JSON, news("a")).statusCode()).isEqualTo(202);
    assertThat(posting.ingress.records).hasSize(1);
  }

  @Test
  void shouldTurnAway_whatIsBeyondTheBound_andTakeItAgainLater() {
    posting.ingress.hold();
    var large = array(15_000);
    List<CompletableFuture<HttpResponse<String>>> answers = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      answers.add(CompletableFuture.supplyAsync(() -> posting.post(NEWS, JSON, large)));
    }
    await()
        .atMost(Duration.ofSeconds(40))
        .until(() -> answers.stream().filter(CompletableFuture::isDone).count() >= 4);
    double taken = posting.meters.get("tocsin.http.in.flight.bytes").gauge().value();
    assertThat(taken).isLessThanOrEqualTo(Posting.SMALL.inFlightBytes());
    posting.ingress.release();

    assertThat(answers.stream().map(CompletableFuture::join).toList())
        .extracting(HttpResponse::statusCode)
        .contains(202, 429)
        .containsOnly(202, 429);
    assertThat(answers.stream().map(CompletableFuture::join).filter(a -> a.statusCode() == 429))
        .allSatisfy(a -> assertThat(a.headers().firstValue("retry-after")).hasValue("1"));
    assertThat(posting.post(NEWS, JSON, large).statusCode()).isEqualTo(202);
  }

  private Socket open(String... headers) throws IOException {
    var socket = new Socket("127.0.0.1", posting.server.port());
    write(
        socket,
        "POST %s HTTP/1.1\r\nHost: localhost\r\n%s\r\n\r\n"
            .formatted(NEWS, String.join("\r\n", headers)));
    return socket;
  }

  /** Sends the same again and again until the server says something. */
  private static String endless(Socket socket, String part) throws IOException {
    boolean chunked = part.length() > 1;
    try {
      while (socket.getInputStream().available() == 0) {
        write(socket, chunked ? "%x\r\n%s\r\n".formatted(part.length(), part) : part);
        if (!chunked) {
          Thread.onSpinWait();
          java.util.concurrent.locks.LockSupport.parkNanos(20_000_000);
        }
      }
    } catch (SocketException e) {
      // it has closed its end, and has said why before
    }
    return status(socket);
  }

  private static String status(Socket socket) throws IOException {
    var line = new BufferedReader(new InputStreamReader(socket.getInputStream(), UTF_8)).readLine();
    return String.valueOf(line);
  }

  private static void write(Socket socket, String text) throws IOException {
    socket.getOutputStream().write(text.getBytes(UTF_8));
    socket.getOutputStream().flush();
  }
}
