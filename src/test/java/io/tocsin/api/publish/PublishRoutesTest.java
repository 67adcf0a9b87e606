package io.tocsin.api.publish;

import static io.tocsin.api.publish.Posting.CONTROLS;
import static io.tocsin.api.publish.Posting.JSON;
import static io.tocsin.api.publish.Posting.LINES;
import static io.tocsin.api.publish.Posting.NEWS;
import static io.tocsin.api.publish.Posting.STATEMENTS;
import static io.tocsin.api.publish.Posting.array;
import static io.tocsin.api.publish.Posting.gzip;
import static io.tocsin.api.publish.Posting.json;
import static io.tocsin.api.publish.Posting.lines;
import static io.tocsin.api.publish.Posting.news;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tocsin.api.publish.Ingress.NotTaken;
import io.tocsin.model.Control;
import io.tocsin.model.Incoming;
import io.tocsin.model.OfficialStatement;
import io.tocsin.trace.TraceContext;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PublishRoutesTest {
  private final Posting posting = Posting.with(Posting.SMALL);

  @AfterEach
  void close() {
    posting.close();
  }

  @Test
  void shouldSayWhereItLies_whenOneRecordIsPosted() {
    var answer = posting.post(NEWS, JSON, news("a"));

    assertThat(answer.statusCode()).isEqualTo(202);
    assertThat(answer.body())
        .isEqualTo(
            "{\"accepted\":1,\"records\":[{\"id\":\"a\",\"topic\":\"tocsin.news\",\"partition\":0,\"offset\":0}]}");
    assertThat(posting.ingress.records).extracting(Incoming::id).containsExactly("a");
  }

  @Test
  void shouldAnswerNothing_beforeKafkaHasIt() {
    posting.ingress.hold();
    CompletableFuture<HttpResponse<String>> answer =
        CompletableFuture.supplyAsync(() -> posting.post(NEWS, JSON, array(3)));
    await().until(() -> posting.ingress.records.size() == 3);

    assertThat(answer).isNotDone();
    posting.ingress.release();

    assertThat(answer.join().statusCode()).isEqualTo(202);
  }

  @Test
  void shouldTakeTenThousandInOneArray_plainAndPacked() {
    var body = array(10_000).getBytes(StandardCharsets.UTF_8);

    var plain = json(posting.post(NEWS, JSON, body));
    var packed = posting.post(NEWS, JSON, gzip(body), "Content-Encoding", "gzip");

    assertThat(plain.get("accepted").intValue()).isEqualTo(10_000);
    assertThat(plain.at("/records/9999/id").textValue()).isEqualTo("n9999");
    assertThat(packed.statusCode()).isEqualTo(202);
    assertThat(posting.counted("news", "published")).isEqualTo(20_000);
  }

  @Test
  void shouldHandOnTheTrace_sampledForTheFirstHundredRecords() {
    var parent = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";

    posting.post(NEWS, LINES, lines(150), "traceparent", parent, "tracestate", "vendor=1");

    var traces = posting.ingress.traces;
    assertThat(traces).hasSize(150).allMatch(trace -> trace.state().equals("vendor=1"));
    assertThat(traces.subList(0, 100)).allMatch(trace -> trace.parent().equals(parent));
    assertThat(traces.subList(100, 150))
        .allMatch(trace -> trace.parent().equals(parent.replaceFirst("01$", "00")));
  }

  @Test
  void shouldBeInNoTrace_whenTheHeaderIsBroken() {
    posting.post(NEWS, JSON, news("a"), "traceparent", "00-1-2-01");
    posting.post(NEWS, JSON, news("b"));

    assertThat(posting.ingress.traces).containsExactly(TraceContext.NONE, TraceContext.NONE);
  }

  @Test
  void shouldTakeAnEmptyArray_asNothing() {
    assertThat(posting.post(NEWS, JSON, "[]").body()).isEqualTo("{\"accepted\":0,\"records\":[]}");
  }

  @Test
  void shouldTakeStatementsAndControls_atTheirOwnPaths() {
    posting.post(
        STATEMENTS,
        JSON,
        "{\"id\":\"s\",\"authority\":\"jtac\",\"issuedAt\":\"2026-03-01T11:00:00Z\",\"action\":\"SET_LEVEL\",\"level\":\"SEVERE\",\"regions\":[\"GB\"]}");
    posting.post(
        CONTROLS, JSON, "{\"id\":\"c\",\"type\":\"TICK\",\"at\":\"2026-03-01T11:00:00Z\"}");

    assertThat(posting.ingress.records)
        .hasSize(2)
        .hasOnlyElementsOfTypes(OfficialStatement.class, Control.class);
  }

  @Test
  void shouldNameEveryBadFieldByItsPointer_andPublishNothing_whenAnArrayHoldsSome() {
    var bad =
        "{\"id\":\"b\",\"source\":\"reuters\",\"publishedAt\":\"soon\",\"regions\":[\"FR\",\"XX\"],\"attributes\":{\"a/b\":1},\"nonsense\":1}";
    var unknown = news("c").replace("[\"FR\"]", "[\"FR\",\"QQ-1\"]");

    var answer = posting.post(NEWS, JSON, "[" + news("a") + "," + bad + "," + unknown + ",7]");

    var problem = json(answer);
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.headers().firstValue("content-type"))
        .hasValueSatisfying(type -> assertThat(type).startsWith("application/problem+json"));
    assertThat(problem.get("type").textValue()).isEqualTo("urn:tocsin:problem:invalid-record");
    assertThat(problem.get("status").intValue()).isEqualTo(400);
    assertThat(problem.get("errors"))
        .extracting(error -> error.get("pointer").textValue())
        .containsExactlyInAnyOrder(
            "/1/publishedAt",
            "/1/attributes/a~1b",
            "/1/headline",
            "/1/nonsense",
            "/2/regions/1",
            "/3");
    assertThat(problem.at("/errors/0/value").textValue()).isEqualTo("soon");
    assertThat(posting.ingress.records).isEmpty();
    assertThat(posting.counted("news", "refused")).isPositive();
  }

  @Test
  void shouldPointIntoTheRecordItself_whenItStandsAlone() {
    var problem = json(posting.post(NEWS, JSON, news("a").replace("isil", "isill")));

    assertThat(problem.at("/errors/0/pointer").textValue()).isEqualTo("/entities/0");
    assertThat(problem.at("/errors/0/detail").textValue()).startsWith("is not an entity id");
  }

  @Test
  void shouldShowAHundredFaults_whenThereAreMore() {
    var body = array(200).replace("isil", "nobody");

    var problem = json(posting.post(NEWS, JSON, body));

    assertThat(problem.get("errors")).hasSize(100);
    assertThat(problem.get("detail").textValue()).startsWith("200 fields are wrong");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{",
        "[{\"id\":1},",
        "[]x",
        "{} {}",
        "[1 2]",
        "{\"id\":\"a\",\"id\":\"b\"}",
        "[[[[[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]]]]]"
      })
  void shouldSayWhereItStops_whenTheBodyIsNoJson(String body) {
    var answer = posting.post(NEWS, JSON, body);

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(json(answer).get("type").textValue()).isEqualTo("urn:tocsin:problem:malformed");
    assertThat(posting.ingress.records).isEmpty();
  }

  @Test
  void shouldRefuseAnArrayAsAWhole_whenItBreaksOffBehindGoodRecords() {
    var answer = posting.post(NEWS, JSON, array(100).replace("]}]", "]}"));

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(posting.ingress.records).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "text/plain, 415",
    "application/x-www-form-urlencoded, 415",
    "multipart/form-data, 415",
    "application/json; charset=ISO-8859-1, 415",
    "application/json;charset=UTF-8, 202",
    "application/JSON, 202",
  })
  void shouldReadWhatItIsSaidToBe_orRefuse(String type, int status) {
    assertThat(posting.post(NEWS, type, news("a")).statusCode()).isEqualTo(status);
  }

  @Test
  void shouldRefuse_whenTheBytesAreNotUtf8() {
    var answer = posting.post(NEWS, JSON, news("ü").getBytes(StandardCharsets.ISO_8859_1));

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).contains("is not UTF-8");
  }

  @Test
  void shouldSayHowManyKafkaHas_whenItTakesNoMore_andTakeAllLater() {
    posting.ingress.failAfter(2, new NotTaken(true, "it does not answer", null));

    var answer = posting.post(NEWS, JSON, array(5));
    posting.ingress.mend();

    assertThat(answer.statusCode()).isEqualTo(503);
    assertThat(answer.headers().firstValue("retry-after")).hasValue("5");
    assertThat(json(answer).get("accepted").intValue()).isEqualTo(2);
    assertThat(json(answer).get("records")).hasSize(2);
    assertThat(posting.counted("news", "failed")).isEqualTo(3);
    assertThat(posting.post(NEWS, JSON, array(5)).statusCode()).isEqualTo(202);
  }

  @Test
  void shouldHandOnNothingMore_whenOneWasNotTaken() {
    posting.ingress.failAfter(2, new NotTaken(true, "it does not answer", null));

    posting.post(NEWS, JSON, array(500));

    assertThat(posting.ingress.asked()).isEqualTo(3);
  }

  @ParameterizedTest
  @ValueSource(strings = {JSON, LINES, "application/rss+xml"})
  void shouldTurnARequestAway_whenRecordsWaitForKafka(String type) {
    posting.ingress.full = true;

    var answer = posting.post(NEWS, type, news("a"));
    posting.ingress.full = false;

    assertThat(answer.statusCode()).isEqualTo(429);
    assertThat(answer.headers().firstValue("retry-after")).hasValue("1");
    assertThat(answer.body()).contains("wait for Kafka").contains("Send this again");
    assertThat(posting.ingress.asked()).isZero();
    assertThat(posting.post(NEWS, JSON, news("a")).statusCode()).isEqualTo(202);
  }

  @Test
  void shouldAdviseNoRepetition_whenKafkaWillNeverTakeIt() {
    posting.ingress.failAfter(0, new NotTaken(false, "no right to write", null));

    var answer = posting.post(NEWS, JSON, news("a"));

    assertThat(answer.statusCode()).isEqualTo(503);
    assertThat(answer.headers().firstValue("retry-after")).isEmpty();
    assertThat(answer.body()).contains("no right to write").contains("operator");
  }

  @Test
  void shouldTakeTheGoodLines_andTellOfTheOthers_whenAStreamHoldsBoth() {
    var body =
        news("a")
            + "\n\n"
            + "{\"news\":"
            + news("b")
            + "}\nnonsense\n"
            + news("c").replace("FR", "QQ")
            + "\n";

    var answer = posting.post(NEWS, LINES, body);

    var told = json(answer);
    assertThat(answer.statusCode()).isEqualTo(202);
    assertThat(told.get("accepted").intValue()).isEqualTo(2);
    assertThat(told.get("refused").intValue()).isEqualTo(2);
    assertThat(told.get("refusals"))
        .extracting(refusal -> refusal.get("line").intValue())
        .containsExactly(4, 5);
    assertThat(told.at("/refusals/0/errors/0/pointer").textValue()).isEmpty();
    assertThat(told.at("/refusals/1/errors/0/pointer").textValue()).isEqualTo("/regions/0");
    assertThat(told.get("positions")).hasSize(2);
    assertThat(posting.ingress.records).extracting(Incoming::id).containsExactly("a", "b");
  }

  @Test
  void shouldSumUpWhereALongStreamLies() {
    var told = json(posting.post(NEWS, LINES, lines(5_000)));

    assertThat(told.at("/positions/0").toString())
        .isEqualTo(
            "{\"topic\":\"tocsin.news\",\"partition\":0,\"first\":0,\"last\":2499,\"records\":2500}");
    assertThat(told.get("lastLine").intValue()).isEqualTo(5_000);
  }

  @Test
  void shouldRefuseAStream_whenNoLineIsGood_orAThousandAreBad() {
    var none = posting.post(NEWS, LINES, "x\ny\n");
    var many = posting.post(NEWS, LINES, news("a") + "\n" + "x\n".repeat(1_500));

    assertThat(none.statusCode()).isEqualTo(400);
    assertThat(json(none).get("refused").intValue()).isEqualTo(2);
    assertThat(many.statusCode()).isEqualTo(400);
    assertThat(json(many).get("accepted").intValue()).isEqualTo(1);
    assertThat(json(many).get("lastLine").intValue()).isEqualTo(1_001);
    assertThat(json(many).get("refusals")).hasSize(100);
  }

  @Test
  void shouldSayHowFarAStreamCame_whenKafkaTakesNoMore() {
    posting.ingress.failAfter(10, new NotTaken(true, "it does not answer", null));

    var answer = posting.post(NEWS, LINES, lines(1_000));

    assertThat(answer.statusCode()).isEqualTo(503);
    assertThat(json(answer).get("accepted").intValue()).isEqualTo(10);
    assertThat(json(answer).get("lastLine").intValue()).isLessThan(1_000);
  }

  @Test
  void shouldReadAFeedOnItsSourcesBehalf_andItemsThatAreNoNewsByName() {
    var feed =
        "<?xml version=\"1.0\"?><rss version=\"2.0\"><channel><title>t</title><link>https://a.example</link><description>d</description>"
            + "<item><title>Two held in Paris</title><guid>1</guid><pubDate>Sun, 01 Mar 2026 11:00:00 GMT</pubDate></item></channel></rss>";

    var taken = posting.post(NEWS + "?source=reuters", "application/rss+xml", feed);
    var elsewhere = posting.post(STATEMENTS + "?source=reuters", "application/rss+xml", feed);
    var misnamed = posting.post(NEWS + "?format=nonsense", "application/xml", feed);

    assertThat(json(taken).get("accepted").intValue()).as(taken.body()).isEqualTo(1);
    assertThat(elsewhere.statusCode()).isEqualTo(422);
    assertThat(elsewhere.body()).contains("is posted elsewhere");
    assertThat(misnamed.statusCode()).isEqualTo(400);
    assertThat(misnamed.body()).contains("there are: cap");
  }

  @Test
  void shouldNotMakeAWayForOthers_whenTheMethodIsNotPost() {
    assertThat(posting.server.get(NEWS).statusCode()).isEqualTo(405);
    assertThat(posting.server.get(NEWS).headers().firstValue("allow")).hasValue("POST");
  }
}
