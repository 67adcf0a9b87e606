package io.tocsin.api.read;

import static io.tocsin.deliver.notice.Changes.NOON;
import static io.tocsin.model.Level.CRITICAL;
import static io.tocsin.model.Level.LOW;
import static io.tocsin.model.Level.SEVERE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.rometools.rome.feed.synd.SyndFeed;
import com.rometools.rome.io.SyndFeedInput;
import io.tocsin.api.ServerUnderTest;
import io.tocsin.deliver.board.Board;
import io.tocsin.deliver.board.BoardRun;
import io.tocsin.deliver.board.Bounds;
import io.tocsin.deliver.board.FakeTopics;
import io.tocsin.deliver.board.Hearer;
import io.tocsin.deliver.board.Nameplates;
import io.tocsin.deliver.cap.CapRules;
import io.tocsin.deliver.cap.CapWriter;
import io.tocsin.deliver.cap.Profile;
import io.tocsin.deliver.cap.Signer;
import io.tocsin.deliver.cap.SignerTest;
import io.tocsin.deliver.notice.Changes;
import io.tocsin.model.AlertLevelChange;
import io.tocsin.model.Level;
import io.tocsin.reference.Reference;
import java.io.StringReader;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;

/** Messages and their feed over HTTP. */
class CapRoutesTest {
  private static final Reference REFERENCE = Reference.load(null);
  private static final Bounds WIDE = new Bounds(Duration.ofDays(1), 1_000, 1 << 20);

  private final FakeTopics topics = new FakeTopics(2);
  private final Board board = new Board(FakeTopics.TOPICS, WIDE, subject -> subject);
  private Optional<Signer> signer = Optional.empty();
  private BoardRun run;
  private ServerUnderTest server;

  @AfterEach
  void stop() {
    server.close();
    run.close();
  }

  private void start() {
    run = BoardRun.start(board, () -> topics.both(new Random(1)), Hearer.NONE);
    await().until(board::isReady);
    var profile =
        new Profile("tocsin@example.org", Profile.Status.TEST, Profile.Scope.PUBLIC, null);
    var terms = new Terms(new Lookup(REFERENCE), new Nameplates(REFERENCE));
    server =
        ServerUnderTest.with(
            new CapRoutes(
                board, terms, new CapWriter(profile, id -> id, REFERENCE.regions(), signer)));
  }

  private static String id(String entity, int sequence) {
    var name = entity + sequence;
    return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString();
  }

  private void tell(String entity, int sequence, Level from, Level to) {
    var at = NOON.plusSeconds(sequence);
    var c = Changes.change(entity, "GB-BIR", sequence, from, to, at);
    topics.tell(
        new AlertLevelChange(
            id(entity, sequence),
            c.entity(),
            c.region(),
            c.sequence(),
            c.previousLevel(),
            c.level(),
            c.declared(),
            c.reported(),
            c.score(),
            c.probability(),
            c.cause(),
            c.trigger(),
            c.effectiveAt(),
            c.emittedAt(),
            c.evidence(),
            c.rest(),
            c.declarations(),
            c.held(),
            c.nextFallAt(),
            c.policyVersion(),
            sequence == 1 ? null : id(entity, sequence - 1)));
  }

  private Element message(String entity, int sequence) throws Exception {
    var answer = server.get("/cap/alerts/" + id(entity, sequence) + ".xml");
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("content-type"))
        .hasValue("application/cap+xml;charset=utf-8");
    var xml = answer.body().getBytes(StandardCharsets.UTF_8);
    assertThat(CapRules.faults(xml)).isEmpty();
    return CapRules.parse(xml).getDocumentElement();
  }

  private SyndFeed feed(String path) throws Exception {
    var answer = server.get(path);
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("content-type"))
        .hasValue("application/atom+xml;charset=utf-8");
    return new SyndFeedInput().build(new StringReader(answer.body()));
  }

  @Test
  void shouldAnswerEachChange_referringToTheOneBefore() throws Exception {
    tell("isil", 1, LOW, SEVERE);
    tell("isil", 2, SEVERE, CRITICAL);
    tell("isil", 3, CRITICAL, LOW);
    start();

    assertThat(CapRules.text(message("isil", 1), "msgType")).isEqualTo("Alert");
    assertThat(CapRules.text(message("isil", 2), "references"))
        .isEqualTo("tocsin@example.org,%s,2015-12-05T12:00:01-00:00".formatted(id("isil", 1)));
    assertThat(CapRules.text(message("isil", 3), "msgType")).isEqualTo("Cancel");
  }

  @Test
  void shouldLeadFromPageToPage_andToEveryMessageOnce() throws Exception {
    for (int i = 1; i <= 7; i++) {
      tell("isil", i, i % 2 == 1 ? LOW : SEVERE, i % 2 == 1 ? SEVERE : LOW);
      tell("al-qaeda", i, i % 2 == 1 ? LOW : SEVERE, i % 2 == 1 ? SEVERE : LOW);
    }
    start();

    var links = new ArrayList<String>();
    var path = "/cap/alerts.atom?limit=3&entity=isil";
    while (path != null) {
      var page = feed(path);
      page.getEntries().forEach(entry -> links.add(entry.getLink()));
      path =
          page.getLinks().stream()
              .filter(link -> link.getRel().equals("next"))
              .map(link -> link.getHref().replaceFirst("^http://127.0.0.1:\\d+", ""))
              .findFirst()
              .orElse(null);
    }

    assertThat(links).hasSize(7).doesNotHaveDuplicates();
    assertThat(links.get(0)).endsWith("/cap/alerts/" + id("isil", 7) + ".xml");
    assertThat(server.get(links.get(6).replaceFirst("^http://127.0.0.1:\\d+", "")).statusCode())
        .isEqualTo(200);
  }

  @Test
  void shouldSayThatNothingChanged_toWhoHasIt_signedOrNot() throws Exception {
    signer = Signer.of(SignerTest.store("EC"), SignerTest.PASSWORD.toCharArray());
    tell("isil", 1, LOW, SEVERE);
    start();

    for (var path : new String[] {"/cap/alerts.atom", "/cap/alerts/" + id("isil", 1) + ".xml"}) {
      var tag = server.get(path).headers().firstValue("etag").orElseThrow();
      assertThat(server.get(path, "If-None-Match", tag).statusCode()).isEqualTo(304);
      var head = server.send(server.to(path).method("HEAD", BodyPublishers.noBody()));
      assertThat(head.headers().firstValue("etag")).hasValue(tag);
    }
    assertThat(server.get("/cap/alerts/" + id("isil", 1) + ".xml").body()).contains("<Signature");
  }

  @Test
  void shouldSayWhatIsWrong_withARequest() {
    start();

    assertThat(server.get("/cap/alerts/nothing.xml").statusCode()).isEqualTo(404);
    assertThat(server.get("/cap/alerts.atom?limit=0").statusCode()).isEqualTo(400);
    assertThat(server.get("/cap/alerts.atom?cursor=no").body()).contains("cursor");
  }
}
