package io.tocsin.ingest.feed;

import static io.tocsin.ingest.feed.StrangeServer.answer;
import static io.tocsin.ingest.feed.StrangeServer.head;
import static io.tocsin.ingest.feed.StrangeServer.moved;
import static io.tocsin.ingest.feed.StrangeServer.ok;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Servers that mean harm, or are broken: each look ends soon, and says why. */
class HostileFeedsTest {
  private static final byte[] GOOD = Notes.document("1|2026-03-01T12:00:00Z|All is well");
  private static final int MEBIBYTE = 1024 * 1024;

  @TempDir Path folder;
  private FeedWorld world;
  private final CountDownLatch over = new CountDownLatch(1);

  @BeforeEach
  void open() throws IOException {
    world = new FeedWorld(folder);
    world.server.at("/good", ok(GOOD, "ETag: \"1\""));
  }

  @AfterEach
  void close() throws IOException {
    over.countDown();
    world.close();
  }

  private void refused(String path, Trouble trouble, String why) throws InterruptedException {
    var feed = world.feed("bad", path);
    var report = world.look(feed);

    assertThat(report.trouble()).as(report.why()).isEqualTo(trouble);
    assertThat(report.why()).contains(why);
    assertThat(world.published).isEmpty();
    var health = world.health(feed);
    assertThat(health.state()).isEqualTo(FeedHealth.State.TROUBLED);
    assertThat(health.why()).isEqualTo(report.why());
    assertThat(health.nextAt()).isAfter(world.clock().instant());
  }

  private void drip(StrangeServer.Asked asked, Socket connection) throws IOException {
    StrangeServer.drip(connection, over);
  }

  @Test
  void shouldEndInTime_whenBytesDrip() throws InterruptedException {
    world.hasty();
    world.server.at("/x", this::drip);
    refused("/x", Trouble.TOO_SLOW, "did not come in whole within 1 s");
  }

  @Test
  void shouldEndInTime_whenHeadersDrip() throws InterruptedException {
    world.hasty();
    world.server.at(
        "/x",
        (asked, connection) -> {
          connection.getOutputStream().write("HTTP/1.1 200 OK\r\nX: ".getBytes());
          drip(asked, connection);
        });
    refused("/x", Trouble.TOO_SLOW, "did not come in whole within 1 s");
  }

  @Test
  void shouldEndInTime_whenNothingComes() throws InterruptedException {
    world.hasty();
    world.server.at(
        "/x",
        (asked, connection) -> {
          try {
            over.await();
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
        });
    refused("/x", Trouble.TOO_SLOW, "did not come in whole within 1 s");
  }

  @Test
  void shouldStopReading_whenABodyHasNoEnd() throws InterruptedException {
    world.server.at(
        "/x",
        (asked, connection) -> {
          connection.getOutputStream().write(head("200 OK"));
          StrangeServer.forever(connection.getOutputStream(), new byte[1 << 16]);
        });
    refused("/x", Trouble.TOO_LARGE, "more than 8 MiB");
  }

  @Test
  void shouldStopUnpacking_whenLittleBecomesMuch() throws IOException, InterruptedException {
    world.server.at("/x", ok(StrangeServer.bomb(64 * MEBIBYTE), "Content-Encoding: gzip"));
    refused("/x", Trouble.TOO_LARGE, "more than 8 MiB when unpacked");
  }

  @Test
  void shouldStopUnpacking_whenTheDocumentIsABomb() throws IOException, InterruptedException {
    world.server.at("/x", ok(StrangeServer.bomb(64 * MEBIBYTE)));
    refused("/x", Trouble.TOO_LARGE, "more than 8 MiB when unpacked");
    world.server.at("/y", ok(zipped(new byte[64 * MEBIBYTE])));
    refused("/y", Trouble.TOO_LARGE, "more than 8 MiB when unpacked");
    world.server.at("/z", ok("PK\u0003\u0004 and nothing else".getBytes()));
    refused("/z", Trouble.UNREADABLE, "format");
  }

  private static byte[] zipped(byte[] bytes) throws IOException {
    var packed = new ByteArrayOutputStream();
    try (var out = new ZipOutputStream(packed)) {
      out.putNextEntry(new ZipEntry("feed"));
      out.write(bytes);
    }
    return packed.toByteArray();
  }

  @Test
  void shouldReadADocument_whenItIsAnArchiveOfOne() throws IOException, InterruptedException {
    world.server.at("/x", ok(zipped(GOOD)));
    world.look(world.feed("bad", "/x"));

    assertThat(world.headlines()).containsExactly("All is well");
  }

  @Test
  void shouldSaySo_whenABodyIsNotPackedAsItSays() throws InterruptedException {
    world.server.at("/x", ok(GOOD, "Content-Encoding: gzip"));
    refused("/x", Trouble.BAD_ANSWER, "is said to be gzip and is not");
    world.server.at("/y", ok(GOOD, "Content-Encoding: br"));
    refused("/y", Trouble.BAD_ANSWER, "packed as br, which was not asked for");
  }

  @Test
  void shouldSeeTheCircle_whenRedirectedInOne() throws InterruptedException {
    world.server.at("/x", moved("/y")).at("/y", moved("/x"));
    refused("/x", Trouble.REDIRECTED, "in a circle");
    assertThat(world.server.asked("/x")).hasSize(1);
  }

  @Test
  void shouldGiveUp_whenRedirectedOnAndOn() throws InterruptedException {
    IntStream.range(0, 50).forEach(i -> world.server.at("/x" + i, moved("/x" + (i + 1))));
    refused("/x0", Trouble.REDIRECTED, "more than 5 times");
    assertThat(world.server.asked("/x5")).hasSize(1);
    assertThat(world.server.asked("/x6")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "http://127.0.0.1:1/x, loopback",
    "http://[::1]:1/x, loopback",
    "http://10.1.2.3/x, private",
    "http://192.168.0.1/x, private",
    "http://169.254.169.254/latest/meta-data/, metadata",
    "http://[::ffff:169.254.169.254]/x, metadata",
    "http://0.0.0.0:1/x, this network",
    "http://elsewhere.example:1/x, loopback",
    "file:///etc/passwd, must be an http or https address",
    "ftp://example.org/x, must be an http or https address",
    "http://user:word@good.test/x, must not hold a name or password"
  })
  void shouldConnectNowhere_whenRedirectedToWhereFeedsMayNotGo(String to, String why)
      throws InterruptedException {
    world.server.at("/x", moved(to));
    refused("/x", Trouble.NOT_ALLOWED, why);
  }

  @Test
  void shouldConnectNowhere_whenANameOfTheConfigurationLiesInsideANetwork()
      throws InterruptedException {
    var feed = world.feed("inside", world.url("elsewhere.example", "/good"), Map.of());
    var report = world.look(feed);

    assertThat(report.trouble()).isEqualTo(Trouble.NOT_ALLOWED);
    assertThat(report.why()).contains("elsewhere.example is at 127.0.0.1", "allow");
    assertThat(world.server.asked("/good")).isEmpty();
  }

  @Test
  void shouldSaySo_whenThereIsNoSuchHostOrNobodyListens() throws InterruptedException {
    var gone = world.look(world.feed("gone", "http://some.nowhere/x", Map.of()));
    var closed = world.look(world.feed("closed", "http://closed.test:1/x", Map.of()));

    assertThat(gone.trouble()).isEqualTo(Trouble.UNREACHABLE);
    assertThat(gone.why()).contains("UnknownHost", "some.nowhere");
    assertThat(closed.trouble()).isEqualTo(Trouble.UNREACHABLE);
    assertThat(closed.why()).contains("refused");
  }

  @Test
  void shouldSaySo_whenARedirectNamesNothing() throws InterruptedException {
    world.server.at("/x", head("302 Found")).at("/y", moved("http://a b"));
    refused("/x", Trouble.REDIRECTED, "names no address");
    refused("/y", Trouble.REDIRECTED, "names no address");
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 401, 403, 404, 500, 502})
  void shouldSayWhatWasAnswered(int status) throws InterruptedException {
    world.server.at("/x", answer(status + " Whatever", GOOD));
    refused("/x", Trouble.BAD_ANSWER, "answers " + status);
  }

  @Test
  void shouldLeaveItAlone_asLongAsItAsks() throws InterruptedException {
    world.server.at("/x", answer("429 Slow Down", new byte[0], "Retry-After: 7200"));
    refused("/x", Trouble.BUSY, "for 7200 s");
    assertThat(world.health(world.feed("bad", "/x")).nextAt())
        .isAfter(world.clock().instant().plus(Duration.ofMinutes(119)));
  }

  @Test
  void shouldLeaveItAloneForADay_whenItIsGone() throws InterruptedException {
    world.server.at("/x", answer("410 Gone", new byte[0]));
    refused("/x", Trouble.GONE, "take it out");
    assertThat(world.health(world.feed("bad", "/x")).nextAt())
        .isAfter(world.clock().instant().plus(Duration.ofHours(23)));
  }

  @Test
  void shouldNotBelieve304_whenItAskedForTheWhole() throws InterruptedException {
    world.server.at("/x", head("304 Not Modified"));
    refused("/x", Trouble.BAD_ANSWER, "although it was asked for the whole document");
  }

  @Test
  void shouldAskForTheWholeAgain_whenAnETagSaysTheSameForHours() throws InterruptedException {
    var feed = world.feed("bad", "/x");
    world.server.at(
        "/x",
        (asked, connection) ->
            connection
                .getOutputStream()
                .write(
                    asked.headers().containsKey("if-none-match")
                        ? head("304 Not Modified")
                        : ok(
                            Notes.document("1|2026-03-01T12:00:00Z|" + world.ahead),
                            "ETag: \"lies\"")));
    world.look(feed);
    world.ahead = Duration.ofHours(5);
    assertThat(world.look(feed).changed()).isFalse();
    world.ahead = Duration.ofHours(7);
    world.look(feed);

    assertThat(world.headlines()).containsExactly("PT0S", "PT7H");
  }

  @Test
  void shouldSendNoETag_thatWouldBreakARequest() throws InterruptedException {
    world.server.at("/x", ok(GOOD, "ETag: \"" + "e".repeat(5_000) + "\"", "Last-Modified: \u00e9"));
    var feed = world.feed("bad", "/x");
    world.look(feed);
    world.look(feed);

    assertThat(world.server.asked("/x"))
        .hasSize(2)
        .allSatisfy(
            asked ->
                assertThat(asked.headers())
                    .doesNotContainKeys("if-none-match", "if-modified-since"));
    assertThat(world.headlines()).containsExactly("All is well");
  }

  @Test
  void shouldSaySo_whenTheConnectionIsReset() throws InterruptedException {
    world.server.at("/x", (asked, connection) -> connection.setSoLinger(true, 0));
    refused("/x", Trouble.UNREACHABLE, "/x");
    world.server.at(
        "/y", ok(Notes.document("1|2026-03-01T12:00:00Z|Half"), "Content-Length: 100000"));
    refused("/y", Trouble.UNREACHABLE, "/y");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<html>HTTP/0.9 has no head</html>\n",
        "SSH-2.0-OpenSSH_9.6\r\n",
        "HTTP/1.1 abc Nonsense\r\n\r\n",
        "\u0000\u0001\u0002\r\n\r\n",
        ""
      })
  void shouldSaySo_whenWhatComesIsNotHttp(String garbage) throws InterruptedException {
    world.server.at("/x", garbage.getBytes(StandardCharsets.ISO_8859_1));
    refused("/x", Trouble.UNREACHABLE, "/x");
  }

  @Test
  void shouldStop_whenThereAreTenThousandHeaders() throws InterruptedException {
    var headers = IntStream.range(0, 10_000).mapToObj(i -> "X-" + i + ": y").toArray(String[]::new);
    world.server.at("/x", ok(GOOD, headers));
    refused("/x", Trouble.UNREACHABLE, "header");
  }

  @Test
  void shouldStop_whenAHeaderHasNoEnd() throws InterruptedException {
    world.server.at("/x", ok(GOOD, "X: " + "y".repeat(MEBIBYTE)));
    refused("/x", Trouble.UNREACHABLE, "line length");
  }

  @Test
  void shouldRefuseTheDocument_whenItIsOfNoFormat() throws InterruptedException {
    world.server.at("/x", ok("Log in first".getBytes(), "Content-Type: text/html; charset=x-1"));
    refused("/x", Trouble.UNREADABLE, "format is not one that is read");
  }

  @Test
  void shouldGoOn_whenSomeItemsAreWrong() throws InterruptedException {
    world.server.at("/x", ok(Notes.document("1|2026-03-01T12:00:00Z|Good", "nonsense", "3||")));
    var feed = world.feed("bad", "/x");
    var report = world.look(feed);
    world.look(feed);

    assertThat(report.isFine()).isTrue();
    assertThat(world.headlines()).containsExactly("Good");
    assertThat(report.refusals()).hasSize(2);
    assertThat(world.health(feed).refused()).isEqualTo(2);
    assertThat(world.health(feed).refusals())
        .anySatisfy(text -> assertThat(text).contains("nonsense", "three parts"));
  }

  @Test
  void shouldPublishEach_whenItemsHaveOneTime() throws InterruptedException {
    world.server.at(
        "/x", ok(Notes.document("1|2026-03-01T12:00:00Z|One", "2|2026-03-01T12:00:00Z|Two")));
    world.look(world.feed("bad", "/x"));

    assertThat(world.headlines()).containsExactly("One", "Two");
  }

  @Test
  void shouldSendHeaders_toTheirOwnOriginAlone() throws InterruptedException {
    var secret = Map.of("Authorization", "Bearer s3cret");
    var feed = world.feed("bad", world.url("bad.test", "/x"), secret);
    world.server.at("/x", moved(world.url("good.test", "/good")));

    assertThat(world.look(feed).isFine()).isTrue();
    assertThat(world.server.asked("/x").get(0).headers()).containsKey("authorization");
    assertThat(world.server.asked("/good").get(0).headers()).doesNotContainKey("authorization");
    assertThat(feed.toString()).doesNotContain("s3cret");
  }
}
