package io.tocsin.ingest.feed;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.ingest.Formats;
import io.tocsin.reference.Reference;
import io.tocsin.wire.Placeholders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** Holds the page on feeds against the code. */
class FeedsPageTest {
  private static final Path PAGE = Path.of("docs/feeds.md");

  @Test
  void shouldAcceptTheExample_whenItIsUsed() throws IOException {
    var page = Files.readString(PAGE);
    int begin = page.indexOf("```yaml\n") + "```yaml\n".length();
    var reference = Reference.load(null);
    var feeds =
        FeedsFile.read(
            page.substring(begin, page.indexOf("```", begin)),
            Path.of("/etc/tocsin"),
            Formats.of(reference),
            reference,
            new Placeholders(name -> "x"));

    assertThat(feeds)
        .extracting(Feed::id)
        .containsExactly("mi5", "travel-advice", "bbc", "police-alerts", "wire", "gdelt");
  }

  @Test
  void shouldExplainEveryTrouble() throws IOException {
    var page = Files.readString(PAGE);
    var table = page.substring(page.indexOf("## When a feed is troubled"));

    assertThat(Arrays.stream(Trouble.values()))
        .allSatisfy(
            trouble ->
                assertThat(table)
                    .contains(trouble.name().toLowerCase(Locale.ROOT).replace('_', ' ')));
  }
}
