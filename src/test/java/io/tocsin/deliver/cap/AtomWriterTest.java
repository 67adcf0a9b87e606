package io.tocsin.deliver.cap;

import static io.tocsin.model.Level.LOW;
import static io.tocsin.model.Level.SEVERE;
import static org.assertj.core.api.Assertions.assertThat;

import com.rometools.rome.feed.synd.SyndFeed;
import com.rometools.rome.io.SyndFeedInput;
import com.rometools.rome.io.XmlReader;
import io.tocsin.deliver.notice.Changes;
import io.tocsin.reference.Reference;
import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The feed, read by Rome. */
class AtomWriterTest {
  private static final String BASE = "http://127.0.0.1:8080";

  private final AtomWriter writer =
      new AtomWriter(
          new CapWriter(
              new Profile("tocsin@example.org", Profile.Status.TEST, Profile.Scope.PUBLIC, null),
              id -> id,
              Reference.load(null).regions(),
              Optional.empty()));

  private SyndFeed feed(String next, Message... messages) throws Exception {
    var page = new AtomWriter.Page(BASE, "/cap/alerts.atom?limit=2", next, List.of(messages));
    return new SyndFeedInput().build(new XmlReader(new ByteArrayInputStream(writer.write(page))));
  }

  @Test
  void shouldLeadToEachMessage_andToWhatIsOlder() throws Exception {
    var rise = Changes.isilInBirmingham(1, LOW, SEVERE);
    var fall = Changes.isilInBirmingham(2, SEVERE, LOW);

    var feed =
        feed(
            "/cap/alerts.atom?before=isil-GB-BIR-1",
            new Message(fall, Optional.of(rise)),
            new Message(rise, Optional.empty()));

    assertThat(feed.getFeedType()).isEqualTo("atom_1.0");
    assertThat(feed.getUri()).startsWith("urn:uuid:").isEqualTo(feed(null).getUri());
    assertThat(feed.getEntries())
        .extracting(entry -> entry.getLink())
        .containsExactly(
            BASE + "/cap/alerts/isil-GB-BIR-2.xml", BASE + "/cap/alerts/isil-GB-BIR-1.xml");
    assertThat(feed.getEntries().get(0).getTitle())
        .isEqualTo("Threat level of isil in GB-BIR lowered from SEVERE to LOW");
    assertThat(feed.getEntries().get(0).getCategories())
        .extracting(category -> category.getName())
        .containsExactly("Cancel", "LOW");
    assertThat(feed.getLinks())
        .filteredOn(link -> link.getRel().equals("next"))
        .singleElement()
        .satisfies(
            link ->
                assertThat(link.getHref())
                    .isEqualTo(BASE + "/cap/alerts.atom?before=isil-GB-BIR-1"));
  }

  @Test
  void shouldBeAFeed_whereThereIsNothing() throws Exception {
    var feed = feed(null);

    assertThat(feed.getEntries()).isEmpty();
    assertThat(feed.getTitle()).isEqualTo("Threat level changes");
  }
}
