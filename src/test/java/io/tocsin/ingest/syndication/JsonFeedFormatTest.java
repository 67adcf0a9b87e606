package io.tocsin.ingest.syndication;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.ingest.Reading;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonFeedFormatTest {
  @Test
  void shouldReadEachItem() {
    var harvest = Reading.file("feeds/site.json", Reading.SOURCE);

    var events = Reading.events(harvest);
    assertThat(events).extracting("id").containsExactly("courier:7", "courier:8");
    assertThat(events.get(0).headline()).isEqualTo("R&D <office> searched");
    assertThat(events.get(0).body()).isEqualTo("Two rooms.\nNo one held.");
    assertThat(events.get(0).url()).isEqualTo("https://site.example/7");
    assertThat(events.get(0).publishedAt()).isEqualTo("2015-12-05T23:00:00Z");
    assertThat(events.get(0).attributes())
        .containsEntry("updated", "2015-12-05T23:10:00Z")
        .containsEntry("categories", "police; search")
        .containsEntry("author", "A. Writer");
    assertThat(events.get(1).headline()).isEqualTo("Only a < text.");
    assertThat(Reading.why(harvest)).isEqualTo("item 3: headline must be there: no text at all");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"version\": \"https://jsonfeed.org/version/1\"}",
        "{\"version\": \"https://jsonfeed.org/version/1\", \"items\": 3}",
        "{\"version\": \"https://jsonfeed.org/version/1\", \"items\": [",
        "{\"version\": 1, \"user_comment\": \"https://jsonfeed.org/version/1\", \"items\": []}"
      })
  void shouldRefuse_whenItIsNoFeedOfItems(String text) {
    var harvest = Reading.text(text, Reading.SOURCE);

    assertThat(harvest.records()).isEmpty();
    assertThat(harvest.refusals()).hasSize(1);
  }
}
