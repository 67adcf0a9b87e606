package io.tocsin.ingest.gdelt;

import static io.tocsin.ingest.Reading.NOBODY;
import static io.tocsin.ingest.Reading.event;
import static io.tocsin.ingest.Reading.text;
import static io.tocsin.ingest.Reading.why;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.ingest.Reading;
import io.tocsin.ingest.format.Document;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Mentions, and the articles of the knowledge graph. */
class ArticlesTest {

  @Test
  void shouldReadAMentionAsAReportWithoutAPlace() {
    var event = event(text(Rows.mention(Map.of()), NOBODY));

    assertThat(event.source()).isEqualTo("bbc");
    assertThat(event.publishedAt()).isEqualTo("2015-12-06T07:15:00Z");
    assertThat(event.regions()).isEmpty();
    assertThat(event.category()).isNull();
    assertThat(event.attributes())
        .containsEntry("globalEventId", "900000001")
        .containsEntry("confidence", "70");
  }

  @Test
  void shouldTakeTheMentionsInOneArticleForCopies() {
    var other = Rows.mention(Map.of(0, "900000002"));

    assertThat(event(text(Rows.mention(Map.of()), NOBODY)).story())
        .isNotNull()
        .isEqualTo(event(text(other, NOBODY)).story());
  }

  @Test
  void shouldReadAnArticleByTheWordsOfItsAddress() {
    var event = event(text(Rows.article(Map.of()), NOBODY));

    assertThat(event.headline()).isEqualTo("police search flats in city");
    assertThat(event.source()).isEqualTo("guardian");
    assertThat(event.entities()).containsExactly("isil");
    assertThat(event.category()).isNull();
  }

  @ParameterizedTest
  @CsvSource({
    "https://x.example/a/the-history-of-a-show-292470981.html, the history of a show",
    "https://x.example/one-two-three-four/story-fn91wd6x-1227224947240?nk=1, one two three four",
    "https://x.example/Lee_touts_more_growth/article_a130fb77-777e-5da3-aacb-0c6aee3d8486.html,"
        + " Lee touts more growth"
  })
  void shouldLeaveNumbersOut(String address, String title) {
    assertThat(event(text(Rows.article(Map.of(4, address)), NOBODY)).headline()).isEqualTo(title);
  }

  @Test
  void shouldPreferTheTitleThatWasKept() {
    var kept =
        Map.of(26, "<PAGE_LINKS></PAGE_LINKS><PAGE_TITLE>Police search Tom &amp; Co</PAGE_TITLE>");

    assertThat(event(text(Rows.article(kept), NOBODY)).headline())
        .isEqualTo("Police search Tom & Co");
  }

  @Test
  void shouldTakeThePlaceThatIsMentionedMost() {
    assertThat(event(text(Rows.article(Map.of()), NOBODY)).regions())
        .containsExactly("BE-BRU-molenbeek");
  }

  @Test
  void shouldReadNoPersons() {
    assertThat(event(text(Rows.article(Map.of()), NOBODY)).toString()).doesNotContain("famous");
  }

  @Test
  void shouldKnowTheLanguageThatWasTranslatedFrom() {
    assertThat(event(text(Rows.article(Map.of(25, "srclc:deu;eng:GT-DEU 1.0")), NOBODY)).language())
        .isEqualTo("de");
  }

  @Test
  void shouldRefuseAnArticleWithoutATitle() {
    var row = Rows.article(Map.of(4, "https://www.theguardian.com/item?id=7"));

    assertThat(why(text(row, NOBODY))).startsWith("row 1: title must be given");
  }

  @Test
  void shouldTellTheThreeTablesApart_andRefuseThoseOfTheFirstVersion() {
    assertThat(format(Rows.event(Map.of()))).isEqualTo("gdelt-events");
    assertThat(format(Rows.mention(Map.of()))).isEqualTo("gdelt-mentions");
    assertThat(format(Rows.article(Map.of()))).isEqualTo("gdelt-gkg");
    assertThat(format("1\t20150101" + "\t".repeat(56))).isEqualTo("none");
  }

  private static String format(String text) {
    return Reading.format(new Document("rows", null, text.getBytes(UTF_8)));
  }
}
