package io.tocsin.ingest.page;

import static io.tocsin.ingest.Reading.NOBODY;
import static io.tocsin.ingest.Reading.SOURCE;
import static io.tocsin.ingest.Reading.document;
import static io.tocsin.ingest.Reading.event;
import static io.tocsin.ingest.Reading.events;
import static io.tocsin.ingest.Reading.file;
import static io.tocsin.ingest.Reading.format;
import static io.tocsin.ingest.Reading.text;
import static io.tocsin.ingest.Reading.why;
import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.model.Category;
import io.tocsin.model.NewsEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PageFormatTest {

  @Test
  void shouldReadTheArticleThatAPageDescribes() {
    var harvest = file("page/article.html", NOBODY);

    assertThat(harvest.records()).hasSize(1);
    var event = events(harvest).get(0);
    assertThat(event.source()).isEqualTo("de-standaard");
    assertThat(event.id()).isEqualTo("de-standaard:https://www.standaard.be/cnt/1#article");
    assertThat(event.url()).isEqualTo("https://www.standaard.be/cnt/1");
    assertThat(event.headline()).isEqualTo("Huiszoekingen in Molenbeek & Antwerpen");
    assertThat(event.body()).isEqualTo("Twee mensen zijn opgepakt.\nMeer is niet bekend.");
    assertThat(event.language()).isEqualTo("nl-BE");
    assertThat(event.publishedAt()).isEqualTo("2015-12-06T06:00:00Z");
    assertThat(event.regions()).containsExactly("BE-BRU-molenbeek", "BE-VAN-antwerp");
    assertThat(event.attributes()).containsEntry("publisher", "De Standaard");
  }

  @Test
  void shouldNumberAnEditByTheSecondsSincePublication() {
    var event = events(file("page/article.html", NOBODY)).get(0);

    assertThat(event.revision()).isEqualTo(20 * 60 + 30);
    assertThat(event.revisedAt()).isEqualTo("2015-12-06T06:20:30Z");
  }

  @Test
  void shouldRefuseABrokenScriptAlone() {
    assertThat(why(file("page/article.html", NOBODY))).startsWith("script 3: json must be");
  }

  @Test
  void shouldReadEachUpdateOfALiveBlogAsACopyOfItsStory() {
    var harvest = file("page/live.jsonld", SOURCE);

    var events = events(harvest);
    assertThat(events)
        .extracting(NewsEvent::headline)
        .containsExactly("Lockdown, as it happens", "Metro closed", "Level raised to four");
    assertThat(events.get(0).regions()).containsExactly("BE-BRU-molenbeek");
    assertThat(events.get(1).regions()).containsExactly("BE-BRU-molenbeek");
    assertThat(events.get(2).regions()).containsExactly("BE");
    assertThat(events.get(1).story())
        .isEqualTo(events.get(0).id())
        .isEqualTo(events.get(2).story());
    assertThat(events).extracting(NewsEvent::id).doesNotHaveDuplicates();
    assertThat(why(harvest))
        .isEqualTo("document, update 3: datePublished must be given with an update");
  }

  @ParameterizedTest
  @ValueSource(strings = {"OpinionNewsArticle", "ReviewNewsArticle", "BackgroundNewsArticle"})
  void shouldCountNoOpinionForAReport(String type) {
    var article =
        "{\"@type\":\"" + type + "\",\"@id\":\"urn:x:1\",\"headline\":\"What bombs mean\"}";

    assertThat(event(text(article, SOURCE)).category()).isEqualTo(Category.BACKGROUND);
  }

  @Test
  void shouldReadAWithdrawnArticleAsARetraction() {
    var article =
        "{\"@type\":\"https://schema.org/NewsArticle\",\"@id\":\"urn:x:1\",\"headline\":\"h\","
            + "\"creativeWorkStatus\":\"Retracted\"}";

    assertThat(event(text(article, SOURCE)).isRetracted()).isTrue();
  }

  @Test
  void shouldSayWhichTypesWereFound_whereNoneIsAnArticle() {
    var recipe =
        "[{\"@context\":\"https://schema.org\",\"@type\":\"Recipe\"},{\"@type\":\"Person\"}]";

    assertThat(why(text(recipe, SOURCE)))
        .isEqualTo(
            "document: @type must be NewsArticle, or a kind of article like it, got 'Person, Recipe'");
  }

  @Test
  void shouldRefuseAPageWithoutAny() {
    assertThat(why(text("<html><body>Nothing</body></html>", SOURCE)))
        .isEqualTo("document: article must be described in JSON-LD by a script");
  }

  @Test
  void shouldRefuseAnArticleWhoseTimeIsNone() {
    var article = "{\"@type\":\"NewsArticle\",\"headline\":\"h\",\"datePublished\":\"yesterday\"}";

    assertThat(why(text(article, SOURCE))).contains("datePublished must be a date and time");
  }

  @Test
  void shouldTellPagesFromOtherMarkup() {
    assertThat(format(document("page/article.html"))).isEqualTo("html");
    assertThat(format(document("page/live.jsonld"))).isEqualTo("json-ld");
    assertThat(format(document("feeds/agency.atom"))).isEqualTo("atom");
  }
}
