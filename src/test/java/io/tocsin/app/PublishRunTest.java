package io.tocsin.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PublishRunTest {
  private static final String ITEMS =
      "[{\"uri\":\"urn:x:1\",\"title\":\"One\"},{\"uri\":\"urn:x:2\"},"
          + "{\"uri\":\"urn:x:3\",\"title\":\"Three\",\"pubstatus\":\"canceled\"}]";

  @TempDir Path folder;

  private final Heard heard = new Heard();

  @Test
  void shouldCheckTheItemsOfADocument_andTellWhichAreWrong() throws IOException {
    var file = Files.writeString(folder.resolve("items.json"), ITEMS);

    assertThat(run(file, true, false)).isEqualTo(new Results.Tally(3, 2, 1));
    assertThat(heard.refused)
        .singleElement()
        .satisfies(refusal -> assertThat(refusal.where()).isEqualTo(file + " item 2"));
  }

  @Test
  void shouldPublishNothingOfADocument_whenAnItemIsWrong() throws IOException {
    var file = Files.writeString(folder.resolve("items.json"), ITEMS);

    assertThatThrownBy(() -> run(file, false, false))
        .isInstanceOf(Failure.class)
        .hasMessage("nothing was published: 1 of 3 items are wrong");
  }

  @Test
  void shouldHoldRecordsOfADocumentAgainstTheReferenceData() throws IOException {
    var file =
        Files.writeString(
            folder.resolve("records.ndjson"),
            "{\"id\":\"n\",\"publishedAt\":\"2015-12-06T08:00:00Z\",\"headline\":\"h\",\"regions\":[\"XX\"]}");

    assertThat(run(file, true, false)).isEqualTo(new Results.Tally(1, 0, 1));
    assertThat(heard.refused.get(0).toString()).contains("is not a region id");
  }

  private Results.Tally run(Path file, boolean check, boolean keepGoing) {
    var options =
        OptionsReader.read(new Given(Map.of(), Map.of(), Map.of(), null, folder, folder, 2));
    var document = new Requests.Convert(file.toString(), null, "courier", null);
    return new PublishRun(options, InstantSource.system())
        .run(
            new Requests.Publish(
                Requests.Kind.DOCUMENT, file.toString(), document, check, keepGoing),
            heard);
  }
}
