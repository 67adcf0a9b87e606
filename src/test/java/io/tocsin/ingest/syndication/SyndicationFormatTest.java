package io.tocsin.ingest.syndication;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.ingest.Reading;
import io.tocsin.ingest.format.Document;
import io.tocsin.ingest.format.Speaker;
import io.tocsin.model.Action;
import io.tocsin.reference.Admission;
import java.nio.charset.Charset;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SyndicationFormatTest {
  private static final String RSS =
      "<rss version='2.0'><channel><title>T</title><link>https://t.example/</link><item>"
          + "<title>%s</title><guid>g1</guid></item></channel></rss>";

  @Test
  void shouldReadAFeed_whenItIsNotWellFormed() {
    var harvest = Reading.file("feeds/sloppy.xml", Reading.SOURCE);

    assertThat(harvest.records()).hasSize(2);
    var first = Reading.events(harvest).get(0);
    assertThat(first.headline()).isEqualTo("Café & bakery shut after search");
    assertThat(first.body()).isEqualTo("Two rooms were searched.\nNobody was held.");
    assertThat(first.url()).isEqualTo("https://www.courier.example/news/41?a=1&b=2");
    assertThat(first.publishedAt()).isEqualTo("2015-12-05T23:00:00Z");
    assertThat(first.language()).isEqualTo("en-GB");
    assertThat(first.source()).isEqualTo("courier");
  }

  @Test
  void shouldTakeTheTimeOfTheChannelAndTheFirstWords_whenAnItemHasNeitherDateNorTitle() {
    var harvest = Reading.file("feeds/sloppy.xml", Reading.SOURCE);

    var second = Reading.events(harvest).get(1);
    assertThat(second.id()).isEqualTo("courier:n-42");
    assertThat(second.headline()).isEqualTo("No title here, and no date of its own.");
    assertThat(second.publishedAt()).isEqualTo("2015-12-06T00:00:00Z");
  }

  @Test
  void shouldRefuseOneItemAlone_whenItHasNoText() {
    var harvest = Reading.file("feeds/sloppy.xml", Reading.SOURCE);

    assertThat(Reading.why(harvest)).isEqualTo("item 3: headline must be there: no text at all");
  }

  @Test
  void shouldReadAnEntryOfAtom() {
    var event = Reading.event(Reading.file("feeds/agency.atom", Reading.SOURCE));

    assertThat(event.id()).isEqualTo("courier:urn:agence:7");
    assertThat(event.headline()).isEqualTo("Perquisition à Lille: deux gardes à vue");
    assertThat(event.body()).isEqualTo("Premier alinéa.\nSecond alinéa.");
    assertThat(event.language()).isEqualTo("fr");
    assertThat(event.url()).isEqualTo("https://agence.example/fil/7.html");
    assertThat(event.publishedAt()).isEqualTo("2015-12-05T17:00:00Z");
    assertThat(event.attributes())
        .containsEntry("updated", "2015-12-05T17:30:00Z")
        .containsEntry("categories", "police");
  }

  @Test
  void shouldTakeTheFullText_whenRdfHasBoth() {
    var event = Reading.event(Reading.file("feeds/site.rdf", Reading.SOURCE));

    assertThat(event.body()).isEqualTo("The long text, with all of it.");
    assertThat(event.publishedAt()).isEqualTo("2015-12-05T23:00:00Z");
    assertThat(event.url()).isEqualTo("https://site.example/a");
  }

  @Test
  void shouldNameTheSourceByTheHost_whenNobodySaysWhoseTheFeedIs() {
    var event = Reading.event(Reading.file("feeds/site.rdf", Reading.NOBODY));

    assertThat(event.source()).isEqualTo("site.example");
  }

  @Test
  void shouldOnlyComment_whenAnAuthorityHasAFeed() {
    var statement = Reading.statement(Reading.file("feeds/agency.atom", Reading.AUTHORITY));

    assertThat(statement.action()).isEqualTo(Action.COMMENT);
    assertThat(statement.authority()).isEqualTo("home-office");
    assertThat(statement.issuedAt()).isEqualTo(Instant.parse("2015-12-05T17:00:00Z"));
    assertThat(statement.text()).startsWith("Perquisition à Lille");
  }

  @Test
  void shouldGoByTheMarkThenTheMediaTypeThenTheDeclaration_whenItReadsCharacters() {
    var plain = RSS.formatted("Müller");
    var marked = ("\uFEFF" + plain).getBytes(UTF_16LE);
    var greek = Charset.forName("ISO-8859-7");

    assertThat(headline(null, marked)).isEqualTo("Müller");
    assertThat(
            headline(
                "application/rss+xml; charset=ISO-8859-7", RSS.formatted("Αθήνα").getBytes(greek)))
        .isEqualTo("Αθήνα");
    assertThat(
            headline(
                null,
                ("<?xml version='1.0' encoding='ISO-8859-7'?>" + RSS.formatted("Αθήνα"))
                    .getBytes(greek)))
        .isEqualTo("Αθήνα");
    assertThat(headline(null, plain.getBytes(Charset.forName("windows-1252")))).isEqualTo("Müller");
    assertThat(headline("text/xml; charset=no-such", plain.getBytes(UTF_8))).isEqualTo("Müller");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Current Threat Level: SUBSTANTIAL|SET_LEVEL|SUBSTANTIAL",
        "The UK national threat level is Severe.|SET_LEVEL|Severe",
        "Threat level remains low|SET_LEVEL|low",
        "Threat level: PURPLE|COMMENT|",
        "Threat level: SEVERE no longer|COMMENT|",
        "Threat level lowered from SEVERE to SUBSTANTIAL|COMMENT|",
        "What a threat level of SEVERE means|COMMENT|",
        "SEVERE|COMMENT|",
      })
  void shouldDeclareALevelOfTheAuthoritysScale_onlyWhenAHeadlineSaysJustThis(
      String title, Action action, String step) {
    var statement =
        Reading.statement(
            Reading.text(RSS.formatted(title), new Speaker(null, "jtac", Reading.RECEIVED)));

    assertThat(statement.action()).isEqualTo(action);
    assertThat(statement.nationalLevel()).isEqualTo(step);
    assertThat(new Admission(Reading.REFERENCE).problems(statement)).isEmpty();
  }

  @Test
  void shouldOnlyComment_whenTheAuthorityHasNoScale() {
    var feed = RSS.formatted("Threat level: SEVERE");

    var statement =
        Reading.statement(Reading.text(feed, new Speaker(null, "psni", Reading.RECEIVED)));

    assertThat(statement.action()).isEqualTo(Action.COMMENT);
  }

  @Test
  void shouldTellItemsApartByTheirTitles_whenAllHaveTheSameLink() {
    var item = "<item><title>%s</title><link>https://t.example/news</link></item>";
    var feed =
        "<rss version='2.0'><channel>%s%s</channel></rss>"
            .formatted(item.formatted("One"), item.formatted("Two"));

    var harvest = Reading.text(feed, Reading.SOURCE);

    assertThat(harvest.records())
        .extracting("id")
        .containsExactly(
            "courier:https://t.example/news One", "courier:https://t.example/news Two");
  }

  @Test
  void shouldTakeTheLanguageOfAnItem_beforeThatOfTheFeed() {
    var feed =
        "<rss version='2.0' xmlns:dc='http://purl.org/dc/elements/1.1/'><channel><language>en</language>"
            + "<item><title>Eins</title><guid>1</guid><dc:language>de_DE</dc:language></item>"
            + "</channel></rss>";

    assertThat(Reading.event(Reading.text(feed, Reading.SOURCE)).language()).isEqualTo("de-DE");
  }

  @Test
  void shouldNameAnItemByItsWholeLink_whenItHasNoGuid() {
    var harvest = Reading.file("feeds/sloppy.xml", Reading.SOURCE);

    assertThat(harvest.records().get(0).id())
        .isEqualTo("courier:https://www.courier.example/news/41?a=1&b=2");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "<title>don\u0092t</title>|don’t",
        "<title>don&#146;t</title>|don’t",
        "<dc:title xmlns:dc='http://purl.org/dc/elements/1.1/'>Other</dc:title>|Other",
        "<description>safe&lt;object classid='x'> and sound</description>|safe and sound",
        "<title>a &lt;script&gt;bad()&lt;/script&gt;b</title>|a b",
        "<title>Q&amp;A &amp;amp; more</title>|Q&A & more",
        "<title><![CDATA[5 < 6 <b>bold</b>]]></title>|5 < 6 bold",
        "<body xmlns='http://www.w3.org/1999/xhtml'><p>In full</p></body>|In full",
      })
  void shouldFindTheWords_howeverAnItemBearsThem(String item, String headline) {
    var feed = "<rss version='2.0'><channel><item><guid>1</guid>%s</item></channel></rss>";

    assertThat(headline(null, feed.formatted(item).getBytes(UTF_8))).isEqualTo(headline);
  }

  @Test
  void shouldDecode_whenATextOfAtomIsInBase64() {
    var feed =
        "<feed xmlns='http://www.w3.org/2005/Atom'><entry><id>1</id>"
            + "<title type='application/octet-stream'>T25lICZhbXA7IDxiPnR3bzwvYj4=</title></entry></feed>";

    assertThat(headline(null, feed.getBytes(UTF_8))).isEqualTo("One & two");
  }

  @Test
  void shouldTakeTheDateOfAnotherVocabulary_whenAnItemHasNoneOfItsOwn() {
    var feed =
        "<rss version='2.0' xmlns:a='http://www.w3.org/2005/Atom'><channel><item><guid>1</guid>"
            + "<title>T</title><a:published>2015-12-05T18:00:00Z</a:published></item></channel></rss>";

    var event = Reading.event(Reading.text(feed, Reading.SOURCE));

    assertThat(event.publishedAt()).isEqualTo("2015-12-05T18:00:00Z");
  }

  private static String headline(String mediaType, byte[] bytes) {
    return Reading.event(Reading.read(new Document("x", mediaType, bytes), Reading.SOURCE))
        .headline();
  }
}
