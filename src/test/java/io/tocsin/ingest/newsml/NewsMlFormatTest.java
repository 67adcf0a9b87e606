package io.tocsin.ingest.newsml;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.ingest.Reading;
import io.tocsin.ingest.format.Refusal;
import io.tocsin.model.Action;
import io.tocsin.model.NewsEvent;
import org.junit.jupiter.api.Test;

class NewsMlFormatTest {
  @Test
  void shouldReadAnItem_inTheVersionThatItIs() {
    var event = Reading.event(Reading.file("newsml/item.xml", Reading.SOURCE));

    assertThat(event.id()).isEqualTo("courier:urn:newsml:agency.example:20151205:N7");
    assertThat(event.revision()).isEqualTo(2);
    assertThat(event.publishedAt()).isEqualTo("2015-12-05T16:00:00Z");
    assertThat(event.revisedAt()).isEqualTo("2015-12-05T17:30:00Z");
    assertThat(event.headline()).isEqualTo("Three rooms searched in Brussels");
    assertThat(event.body()).isEqualTo("Police searched three rooms.\nNobody was held.");
    assertThat(event.language()).isEqualTo("en");
    assertThat(event.regions()).containsExactly("BE-BRU");
    assertThat(event.attributes())
        .containsEntry("newsml.signal", "sig:correction")
        .containsEntry("newsml.located", "city:Brussels")
        .containsEntry("newsml.subject", "geo:9 medtop:20000139");
  }

  @Test
  void shouldNameTheSourceByTheProvider_whenNobodySaysWhoseTheItemIs() {
    var event = Reading.event(Reading.file("newsml/item.xml", Reading.NOBODY));

    assertThat(event.source()).isEqualTo("agency");
  }

  @Test
  void shouldOnlyComment_whenAnAuthorityPublishesNews() {
    var statement = Reading.statement(Reading.file("newsml/item.xml", Reading.AUTHORITY));

    assertThat(statement.action()).isEqualTo(Action.COMMENT);
    assertThat(statement.revision()).isEqualTo(2);
    assertThat(statement.issuedAt()).isEqualTo("2015-12-05T17:30:00Z");
  }

  @Test
  void shouldReadEachItemOfAMessage() {
    var events = Reading.events(Reading.file("newsml/message.xml", Reading.SOURCE));

    assertThat(events)
        .extracting(NewsEvent::id)
        .containsExactly("courier:m1", "courier:m2", "courier:m6");
    assertThat(events.get(0).body()).isEqualTo("One\nTwo");
    assertThat(events.get(1).isRetracted()).isTrue();
    assertThat(events.get(1).revision()).isOne();
    assertThat(events.get(2).body()).isEqualTo("Words alone.");
  }

  @Test
  void shouldSayOfEachOtherItemWhyItIsRefused() {
    var harvest = Reading.file("newsml/message.xml", Reading.SOURCE);

    assertThat(harvest.refusals())
        .extracting(Refusal::toString)
        .containsExactly(
            "item 3: pubStatus must be usable or canceled: nothing else may be published, got"
                + " 'withheld'",
            "item 4: embargoed must be past: publish it after that, got '2015-12-07T00:00:00Z'",
            "item 5: embargoed must be past: publish it after that",
            "item 7: item must be a newsItem: others report no news, got 'packageItem'",
            "item 8: version must be a whole number, got 'second'",
            "item 9: headline must be given: no text at all");
  }

  @Test
  void shouldRefuse_whenTheNamespaceIsAnother() {
    var harvest = Reading.text("<newsItem guid='x'/>", Reading.SOURCE);

    assertThat(Reading.why(harvest)).contains("namespace must be http://iptc.org/std/nar/");
  }
}
