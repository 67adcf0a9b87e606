package io.tocsin.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.SoftAssertions.assertSoftly;

import io.tocsin.ingest.format.Document;
import io.tocsin.ingest.format.Harvest;
import io.tocsin.ingest.format.StrictJson;
import io.tocsin.model.InvalidRecord;
import io.tocsin.model.NewsEvent;
import io.tocsin.testing.SharedData;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;

/** Real files by others; skipped where they are not. */
class RealJsonTest {
  private static final String EXPECTATIONS = "/ingest/data/json.tsv";
  private static final int FEWEST = 80;

  /** RFC 8259 only advises against equal keys; here they are refused. */
  private static final Set<String> REFUSED_ALL_THE_SAME =
      Set.of("y_object_duplicated_key_and_value.json");

  @Test
  void shouldGiveWhatTheFilesSay() {
    var expectations = expectations();
    SharedData.path("news-formats");

    assertThat(expectations).hasSizeGreaterThan(FEWEST);
    assertSoftly(softly -> expectations.forEach(expected -> check(expected, softly)));
  }

  @Test
  void shouldAcceptAndRefuseJsonAsItsTestSuiteSays() {
    for (var path : SharedData.files("robustness/json")) {
      var name = path.getFileName().toString();
      byte[] bytes = bytes(path);
      if (name.startsWith("n_") || REFUSED_ALL_THE_SAME.contains(name)) {
        assertThatThrownBy(() -> StrictJson.tree(bytes)).as(name).isInstanceOf(InvalidRecord.class);
      } else if (name.startsWith("y_")) {
        assertThatCode(() -> StrictJson.tree(bytes)).as(name).doesNotThrowAnyException();
      }
    }
  }

  @Test
  void shouldEndWithRecordsOrReasons_whateverFormatAFileIsTakenFor() {
    var formats = Formats.of(Reading.REFERENCE).all();
    for (var folder : List.of("robustness/json", "news-formats", "gdelt-events/gdelt")) {
      for (var path : SharedData.files(folder)) {
        var document = new Document(path.toString(), null, bytes(path));
        for (var format : formats) {
          var harvest = format.read(document, Reading.SOURCE);
          assertThat(harvest.records().size() + harvest.refusals().size())
              .as("%s as %s", path, format.name())
              .isPositive();
        }
      }
    }
  }

  private record Expected(List<String> cells) {
    String path() {
      return cells.get(0);
    }

    String format() {
      return cells.get(2);
    }

    boolean vouched() {
      return cells.get(3).equals("courier");
    }

    int records() {
      return Integer.parseInt(cells.get(4));
    }

    int refusals() {
      return Integer.parseInt(cells.get(5));
    }

    List<String> facts() {
      return cells.subList(6, cells.size());
    }
  }

  private static void check(Expected expected, SoftAssertions softly) {
    var path = SharedData.path(expected.path());
    var document = new Document(path.toString(), null, bytes(path));
    var harvest = Reading.read(document, expected.vouched() ? Reading.SOURCE : Reading.NOBODY);
    var as = expected.path();
    softly.assertThat(Reading.format(document)).as(as).isEqualTo(expected.format());
    softly.assertThat(harvest.records()).as(as).hasSize(expected.records());
    softly.assertThat(harvest.refusals()).as(as).hasSize(expected.refusals());
    expected.facts().forEach(fact -> check(fact, harvest, as, softly));
  }

  private static void check(String fact, Harvest harvest, String as, SoftAssertions softly) {
    var name = fact.substring(0, fact.indexOf('='));
    var value = fact.substring(name.length() + 1);
    if (name.equals("why")) {
      softly.assertThat(Reading.why(harvest)).as(as).contains(value);
    } else if (harvest.records().isEmpty()) {
      softly.fail(as + ": no record to look at for " + fact);
    } else if (name.equals("starts")) {
      softly.assertThat(first(harvest).headline()).as(as).startsWith(value);
    } else {
      softly.assertThat(value(first(harvest), name)).as(as + " " + name).isEqualTo(value);
    }
  }

  private static String value(NewsEvent event, String name) {
    return switch (name) {
      case "source" -> event.source();
      case "published" -> event.publishedAt().toString();
      case "url" -> event.url();
      case "language" -> event.language();
      case "status" -> event.status().name();
      case "revision" -> String.valueOf(event.revision());
      case "category" -> String.valueOf(event.category());
      case "regions" -> String.join("|", event.regions());
      case "entities" -> String.join("|", event.entities());
      default -> throw new IllegalArgumentException("no such field: " + name);
    };
  }

  private static NewsEvent first(Harvest harvest) {
    return (NewsEvent) harvest.records().get(0);
  }

  private static List<Expected> expectations() {
    try (var lines =
        new BufferedReader(
            new InputStreamReader(
                RealJsonTest.class.getResourceAsStream(EXPECTATIONS), StandardCharsets.UTF_8))) {
      return lines
          .lines()
          .filter(line -> !line.startsWith("#"))
          .map(line -> new Expected(List.of(line.split("\t"))))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] bytes(Path path) {
    try {
      return Files.readAllBytes(path);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
