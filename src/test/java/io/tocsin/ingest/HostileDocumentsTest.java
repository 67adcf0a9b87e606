package io.tocsin.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tocsin.ingest.format.Document;
import io.tocsin.ingest.format.Harvest;
import io.tocsin.wire.EventLines;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is meant to harm, given to every format by name: none opens, expands, hangs or throws. */
@Timeout(120)
class HostileDocumentsTest {
  private static final String SECRET = "s3cret-of-this-machine";

  private static final Formats FORMATS = Formats.of(Reading.REFERENCE);

  /** Bodies of each family, with a place for what is put into a text, and a document type. */
  private static final List<String> BODIES =
      List.of(
          "<rss version=\"2.0\"><channel><item><title>x %s</title></item></channel></rss>",
          "<feed xmlns=\"http://www.w3.org/2005/Atom\"><entry><id>1</id><title>x %s</title></entry></feed>",
          "<alert xmlns=\"urn:oasis:names:tc:emergency:cap:1.2\"><identifier>1</identifier>"
              + "<sender>s</sender><sent>2015-12-05T18:00:00-00:00</sent><status>Actual</status>"
              + "<msgType>Alert</msgType><info><category>Met</category><event>x %s</event></info></alert>",
          "<newsItem xmlns=\"http://iptc.org/std/nar/2006-10-01/\" guid=\"1\"><itemMeta/>"
              + "<contentMeta><headline>x %s</headline></contentMeta></newsItem>");

  @TempDir Path folder;

  @Test
  void shouldNotOpenAFile_whenAnEntityNamesOne() throws IOException {
    var secret = Files.writeString(folder.resolve("secret.txt"), SECRET);
    for (var body : BODIES) {
      var text =
          "<!DOCTYPE x [<!ENTITY e SYSTEM \"%s\">]>".formatted(secret.toUri())
              + body.formatted("&e;");

      for (var harvest : byEveryFormat(text.getBytes(UTF_8))) {
        assertThat(harvest.records()).isEmpty();
        assertThat(all(harvest)).doesNotContain(SECRET);
      }
    }
  }

  @Test
  void shouldNotConnect_whenADocumentTypeOrAnIncludeNamesAnAddress() throws IOException {
    try (var server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      var address = "http://127.0.0.1:" + server.getLocalPort() + "/x";
      for (var body : BODIES) {
        byEveryFormat(
            ("<!DOCTYPE x SYSTEM \"" + address + "\">" + body.formatted("")).getBytes(UTF_8));
        byEveryFormat(
            ("<!DOCTYPE x [<!ENTITY % p SYSTEM \"" + address + "\">%p;]>" + body.formatted(""))
                .getBytes(UTF_8));
        byEveryFormat(
            body.formatted(
                    "<xi:include xmlns:xi=\"http://www.w3.org/2001/XInclude\" href=\""
                        + address
                        + "\"/>")
                .getBytes(UTF_8));
      }

      server.setSoTimeout(1);
      assertThatThrownBy(server::accept).isInstanceOf(SocketTimeoutException.class);
    }
  }

  @Test
  void shouldExpandNothing_whenEntitiesMultiply() {
    var type = new StringBuilder("<!DOCTYPE x [<!ENTITY a0 \"lol\">");
    for (int i = 1; i < 12; i++) {
      type.append("<!ENTITY a%d \"%s\">".formatted(i, ("&a" + (i - 1) + ";").repeat(10)));
    }
    var quadratic = "<!DOCTYPE x [<!ENTITY q \"" + "q".repeat(50_000) + "\">]>";
    for (var body : BODIES) {
      for (var text :
          List.of(
              type + "]>" + body.formatted("&a11;"),
              quadratic + body.formatted("&q;".repeat(50_000)))) {
        for (var harvest : byEveryFormat(text.getBytes(UTF_8))) {
          assertThat(harvest.records()).isEmpty();
          assertThat(harvest.refusals()).isNotEmpty();
        }
      }
    }
  }

  @Test
  void shouldRefuse_whenElementsAreNestedDeep() {
    for (var body : BODIES) {
      var deep = "<b>".repeat(100_000) + "</b>".repeat(100_000);
      for (var text : List.of(body.formatted(deep), body.formatted("<b>".repeat(100_000)))) {
        for (var harvest : byEveryFormat(text.getBytes(UTF_8))) {
          assertThat(harvest.records()).isEmpty();
          assertThat(harvest.refusals()).isNotEmpty();
        }
      }
    }
  }

  @Test
  void shouldReadOrRefuse_whenAnAttributeHasTenMillionCharactersOrThereAreMany() {
    var large = "<b y=\"" + "z".repeat(10_000_000) + "\"/>";
    var many = new StringBuilder("<b");
    for (int i = 0; i < 50_000; i++) {
      many.append(" a").append(i).append("=\"\"");
    }
    for (var body : BODIES) {
      for (var harvest : byItsFormat(body.formatted(large).getBytes(UTF_8))) {
        assertThat(harvest.records().size() + harvest.refusals().size()).isPositive();
        assertThat(all(harvest)).doesNotContain("zzzz");
      }
      for (var harvest : byItsFormat(body.formatted(many + "/>").getBytes(UTF_8))) {
        assertThat(harvest.records().size() + harvest.refusals().size()).isPositive();
      }
    }
  }

  @Test
  void shouldEndSoon_whenAPolygonCrossesItselfAtEveryCorner() {
    var random = new Random(1);
    var corners = new StringBuilder();
    for (int i = 0; i < 20_000; i++) {
      corners
          .append(random.nextDouble() * 10)
          .append(',')
          .append(-random.nextDouble() * 10 - 140)
          .append(' ');
    }
    var area = "<area><areaDesc>x</areaDesc><polygon>" + corners + "</polygon></area>";
    var alert = BODIES.get(2).formatted("").replace("</info>", area.repeat(20) + "</info>");

    var harvest =
        Reading.read(new Document("hostile", null, alert.getBytes(UTF_8)), Reading.SOURCE);

    assertThat(Reading.why(harvest)).contains("area is no region");
  }

  static Stream<byte[]> broken() {
    var rss = BODIES.get(0).formatted("é").getBytes(UTF_8);
    var latin = BODIES.get(2).formatted("é").getBytes(StandardCharsets.ISO_8859_1);
    return Stream.of(
        new byte[0],
        new byte[] {0},
        new byte[] {(byte) 0xFF, (byte) 0xFE},
        new byte[] {(byte) 0xFF, (byte) 0xFE, 0, 0, 1},
        new byte[] {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF},
        new byte[] {'<'},
        " \n ".getBytes(UTF_8),
        "<?xml version='1.0' encoding='no-such'?><rss/>".getBytes(UTF_8),
        "<?xml version='1.0' encoding='UTF-16'?><rss/>".getBytes(UTF_8),
        "<?xml version='1.0' encoding='IBM037'?><alert/>".getBytes(UTF_8),
        "<rss><channel><item><title>\u0000\u0001&#0;&#x1a;&#xD800;</title>".getBytes(UTF_8),
        "<feed/>".getBytes(UTF_8),
        "<entry/>".getBytes(UTF_8),
        "<rdf:RDF/>".getBytes(UTF_8),
        "<newsMessage/>".getBytes(UTF_8),
        "<!DOCTYPE".getBytes(UTF_8),
        "<!--".getBytes(UTF_8),
        "<a ".repeat(10_000).getBytes(UTF_8),
        "<![CDATA[".repeat(10_000).getBytes(UTF_8),
        "{\"version\": \"https://jsonfeed.org/version/1\", \"items\": [".getBytes(UTF_8),
        ("{\"version\": \"https://jsonfeed.org/version/1\", \"items\": " + "[".repeat(100_000))
            .getBytes(UTF_8),
        Arrays.copyOf(rss, rss.length / 2),
        latin);
  }

  @ParameterizedTest
  @MethodSource("broken")
  void shouldNeverThrow_whenBytesAreNoDocument(byte[] bytes) {
    assertThat(byEveryFormat(bytes)).allSatisfy(harvest -> assertThat(harvest).isNotNull());
  }

  @Test
  void shouldRefuseUnread_whenADocumentIsTooLarge() {
    var harvest =
        Reading.read(new Document("x", null, new byte[Document.MAX_BYTES + 1]), Reading.SOURCE);

    assertThat(Reading.why(harvest)).contains("size must be at most");
  }

  private static List<Harvest> byEveryFormat(byte[] bytes) {
    var document = new Document("hostile", null, bytes);
    var harvests = new ArrayList<Harvest>();
    for (var format : FORMATS.all()) {
      format.recognises(document);
      harvests.add(format.read(document, Reading.SOURCE));
      harvests.add(format.read(document, Reading.AUTHORITY));
    }
    return harvests;
  }

  private static List<Harvest> byItsFormat(byte[] bytes) {
    return List.of(Reading.read(new Document("hostile", null, bytes), Reading.SOURCE));
  }

  private static String all(Harvest harvest) {
    return harvest.records().stream().map(EventLines::line).reduce("", String::concat)
        + Reading.why(harvest);
  }
}
